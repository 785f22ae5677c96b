// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/due_crawls.h"

#include "audit/cli/crawl_words.h"
#include "audit/cli/site_options.h"
#include "audit/pages/format.h"
#include "db/store/site_settings.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::audit {
namespace {

using End = DueResult::End;

/// Sites that are due at `now`, those that have waited longest first.
std::vector<SiteSettings> due_sites(Tracker &tracker, std::vector<SiteSettings> const &all,
                                    UtcTime now) {
  SiteSettingsStore store(tracker);
  std::vector<std::pair<UtcTime, SiteSettings>> due;
  for (SiteSettings const &site : all) {
    auto const at = due_at(site, store.last_crawl(site.start));
    if (at && *at <= now) due.emplace_back(*at, site);
  }
  std::ranges::stable_sort(due, {}, [](auto const &one) { return one.first; });
  std::vector<SiteSettings> out;
  for (auto &[at, site] : due)
    out.push_back(std::move(site));
  return out;
}

void say_nothing_due(Terminal &terminal, Tracker &tracker, std::vector<SiteSettings> const &all) {
  std::optional<std::pair<UtcTime, std::string>> next;
  for (SiteSettings const &site : all) {
    auto const at = due_at(site, SiteSettingsStore(tracker).last_crawl(site.start));
    if (at && (!next || *at < next->first)) next = {*at, site.start};
  }
  if (!next) {
    return terminal.say({"没有设置周期的网站。用 wza site set 网址 --every 7d 设置。",
                         "No site has a schedule. Give it one with wza site set URL --every 7d."});
  }
  auto const &[at, start] = *next;
  terminal.say(
      {fmt::format("没有到期的网站。下一个：{}，{}（北京时间）。", start, local_minute(at)),
       fmt::format("No site is due. Next: {} at {} (China Standard Time).", start,
                   local_minute(at))});
}

/// Hears what became of each site.
class DueReport {
 public:
  DueReport(App &app, Tracker &tracker, DueWish const &wish, CrawlProgressView &view)
      : m_app(&app), m_tracker(&tracker), m_wish(&wish), m_view(&view) {}

  void take(DueSite const &site, DueResult const &result) {
    if (result.outcome) m_view->end(*result.outcome);
    if (result.end == End::quiet) m_quiet.push_back(&site.settings);
    if (result.end == End::interrupted) m_interrupted = true;
    if (result.end == End::failed) {
      m_failed = true;
      m_app->terminal().refuse(*result.problem);
    }
    if (result.end == End::finished) finished(site, *result.outcome);
  }

  ExitCode end() {
    UtcTime const now = m_tracker->clock().now();
    for (SiteSettings const *site : m_quiet) {
      auto const until = site->quiet.end_at(now);
      std::string const time = until ? local_minute(*until) : std::string();
      m_app->terminal().say(
          until ? Text{fmt::format("{}：安静时段到 {}（北京时间）为止；之后再次运行时接着做。",
                                   site->start, time),
                       fmt::format("{}: quiet hours until {} (China Standard Time); a later call "
                                   "goes on.",
                                   site->start, time)}
                : Text{fmt::format("{}：等待安静时段结束；再次运行时接着做。", site->start),
                       fmt::format("{}: waits for the end of quiet hours; a later call goes on.",
                                   site->start)});
    }
    if (m_interrupted) {
      m_app->terminal().say(
          {"已中断，做完的都保留着。再次运行同一条命令即可继续。",
           "Interrupted; what was done is kept. Run the same command again to go on."});
      return ExitCode::interrupted;
    }
    if (m_failed) return ExitCode::partly;
    return m_findings ? ExitCode::findings : ExitCode::done;
  }

 private:
  void finished(DueSite const &site, CrawlOutcome const &outcome) {
    std::size_t const pages =
        outcome.summary.count(VisitState::tested) + outcome.summary.count(VisitState::unchanged);
    m_app->terminal().say(
        {fmt::format("{}：检测完成，{} 页。", site.settings.start, pages),
         fmt::format("{}: finished, {} pages tested.", site.settings.start, pages)});
    print_traps(m_app->terminal(), outcome.summary);
    print_changes(m_app->terminal(), outcome);
    print_unreached(m_app->terminal(), outcome.summary);
    m_failed = m_failed || !outcome.summary.unreached.empty();
    m_findings = m_findings || reaches(*m_tracker, outcome, m_wish->fail_on);
  }

  App *m_app;
  Tracker *m_tracker;
  DueWish const *m_wish;
  CrawlProgressView *m_view;
  std::vector<SiteSettings const *> m_quiet;
  bool m_interrupted = false, m_failed = false, m_findings = false;
};

}  // namespace

ExitCode crawl_all_due(App &app, Tracker &tracker, DueWish const &wish) {
  auto const all = SiteSettingsStore(tracker).all();
  std::vector<DueSite> sites;
  for (SiteSettings const &settings : due_sites(tracker, all, tracker.clock().now())) {
    auto site = wish.site_of(completed(wish.said, settings));
    if (!site) {
      app.terminal().refuse(site.problem());
      return site.problem().code == ProblemCode::usage ? ExitCode::usage : ExitCode::configuration;
    }
    app.terminal().detail(
        {fmt::format("{}：{}", settings.start, added_options(settings, wish.said)),
         fmt::format("{}: {}", settings.start, added_options(settings, wish.said))});
    sites.push_back(*std::move(site));
  }
  if (sites.empty()) {
    say_nothing_due(app.terminal(), tracker, all);
    return ExitCode::done;
  }
  app.terminal().say({fmt::format("到期的网站：{} 个。", sites.size()),
                      fmt::format("Sites that are due: {}.", sites.size())});
  web::SystemPacer pacer;
  CrawlProgressView view(app.terminal(), wish.progress, pacer);
  DueReport report(app, tracker, wish, view);
  DueMeans means{tracker,
                 pacer,
                 wish.politeness,
                 wish.at_once,
                 {[&](web::CrawlVisit const &visit) { view.visit(visit); },
                  [&](web::CrawlStatus const &status) { view.status(status); }}};
  means.politeness.manners = manners_of(all, wish.said, wish.said);
  crawl_due(
      sites, means,
      [&](DueSite const &site, DueResult const &result) { report.take(site, result); }, app.stop());
  return report.end();
}

}  // namespace wza::audit
