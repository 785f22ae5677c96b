// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/crawl_progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wza::audit {
namespace {

using Json = nlohmann::ordered_json;

double seconds_between(web::Pacer::Time from, web::Pacer::Time to) {
  return std::chrono::duration<double>(to - from).count();
}

/// "2 min"; what is left of a crawl is never known to the second.
Text about(double seconds) {
  if (seconds < 90) return {fmt::format("{:.0f} 秒", seconds), fmt::format("{:.0f} s", seconds)};
  double const minutes = seconds / 60;
  if (minutes < 90) {
    return {fmt::format("{:.0f} 分钟", minutes), fmt::format("{:.0f} min", minutes)};
  }
  return {fmt::format("{:.1f} 小时", minutes / 60), fmt::format("{:.1f} h", minutes / 60)};
}

}  // namespace

void CrawlProgressView::event(Json object) {
  Json out;
  if (!std::exchange(m_schema_told, true)) out["schema"] = "wza.crawl-progress/1";
  out.update(object);
  m_terminal->data() << out.dump() << '\n' << std::flush;
}

void CrawlProgressView::visit(web::CrawlVisit const &visit) {
  ++m_visits;
  m_last = visit.row.url;
  std::size_t failed = 0;
  if (visit.result) {
    for (web::RuleCount const &rule : visit.result->rules)
      failed += rule.failed;
  }
  m_findings += failed;
  if (m_form == ProgressForm::json) {
    Json object{
        {"event", "visit"},     {"seq", visit.row.seq},          {"start", visit.lane},
        {"url", visit.row.url}, {"state", key(visit.row.state)}, {"depth", visit.row.depth}};
    if (visit.row.status) object["status"] = *visit.row.status;
    if (visit.result) object["failed_elements"] = failed;
    if (visit.problem) {
      object["problem"] = {{"zh", visit.problem->in(Lang::zh)},
                           {"en", visit.problem->in(Lang::en)}};
    }
    return event(std::move(object));
  }
  if (visit.problem) {
    m_terminal->detail({visit.problem->in(Lang::zh), visit.problem->in(Lang::en)});
  }
  for (web::MissingSheet const &sheet : visit.missing_sheets) {
    m_terminal->detail({fmt::format("样式表 {}：{}", sheet.url, sheet.reason.zh),
                        fmt::format("Style sheet {}: {}", sheet.url, sheet.reason.en)});
  }
}

void CrawlProgressView::status(web::CrawlStatus const &status) {
  constexpr std::chrono::milliseconds kEvery{500};
  if (!m_before) m_before = status.pages;
  web::Pacer::Time const now = m_pacer->now();
  if (m_shown && now - *m_shown < kEvery) return;
  m_shown = now;
  show(status);
}

void CrawlProgressView::show(web::CrawlStatus const &status) {
  double const passed = std::max(seconds_between(m_began, m_pacer->now()), 0.001);
  double const rate = static_cast<double>(status.pages - *m_before) / passed;
  // By addresses, since some of those that wait are no pages; what is not found yet is unknown.
  double const speed = static_cast<double>(m_visits) / passed;
  std::optional<double> left;
  if (m_visits > 0) left = static_cast<double>(status.addresses.waiting) / speed;
  if (m_form == ProgressForm::json) {
    Json object{{"event", "status"},
                {"pages", status.pages},
                {"pages_per_second", rate},
                {"known", status.addresses.known},
                {"done", status.addresses.done},
                {"waiting", status.addresses.waiting},
                {"in_flight", status.addresses.leased},
                {"failed_elements", m_findings},
                {"starts_open", status.lanes},
                {"hosts_waiting", status.hosts_waiting}};
    object["seconds_left_at_least"] = left ? Json(*left) : Json();
    return event(std::move(object));
  }
  Text const rest = left ? about(*left) : Text{"未知", "unknown"};
  Text const words{
      fmt::format("{} 页，每秒 {:.1f} 页，已知的还需约 {}，不合格元素 {} 个，{} 个主机等待轮到  {}",
                  status.pages, rate, rest.zh, m_findings, status.hosts_waiting, m_last),
      fmt::format("{} pages, {:.1f} a second, about {} for what is known, {} failed elements, {} "
                  "hosts wait for their turn  {}",
                  status.pages, rate, rest.en, m_findings, status.hosts_waiting, m_last)};
  m_terminal->progress(words.in(m_terminal->lang()));
}

void CrawlProgressView::end(CrawlOutcome const &outcome) {
  if (m_form != ProgressForm::json) return;
  Json states = Json::object();
  for (auto const &state : Names<VisitState>::kAll) {
    if (std::size_t const count = outcome.summary.count(state.value)) states[state.key] = count;
  }
  event({{"event", "end"},
         {"run", outcome.run.value},
         {"interrupted", outcome.summary.interrupted},
         {"known", outcome.summary.known},
         {"visits", std::move(states)}});
}

}  // namespace wza::audit
