// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/pages.h"

#include "audit/pages/districts.h"
#include "audit/pages/finding.h"
#include "audit/pages/findings.h"
#include "audit/pages/map.h"
#include "audit/pages/rule_text.h"
#include "audit/pages/template.h"
#include "audit/text/texts.h"
#include "db/store/districts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace wza::audit {
namespace {

Response html(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

std::string_view type_of(std::string_view name) {
  return name.ends_with(".css") ? "text/css; charset=utf-8" : "image/svg+xml";
}

}  // namespace

Pages::Pages(Tracker &tracker, std::function<void(Text const &)> log)
    : m_tracker(&tracker), m_log(std::move(log)) {}

Response Pages::districts(PageCall const &call) const {
  Overview const table = overview(*m_tracker);
  return html(districts_html(table, districts_map(*m_tracker, table, call.lang), call));
}

Response Pages::findings(PageCall const &call) const {
  FindingQuery const asked = FindingQuery::of(call.request.query);
  FindingStore store(*m_tracker);
  FindingList list;
  list.count = store.count(asked.filter);
  list.rows = store.list(asked.filter, (asked.page - 1) * kFindingsPerPage, kFindingsPerPage);
  list.districts = DistrictStore(*m_tracker).all();
  list.rules = rules_in_use(*m_tracker);
  list.title = [this](FindingKind kind, RuleId const &rule) {
    return rule_text(*m_tracker, kind, rule).title;
  };
  list.subject_name = [this](FindingKind kind, std::string const &subject) {
    return subject_name(*m_tracker, kind, subject);
  };
  return html(findings_html(list, asked, call));
}

Response Pages::finding(PageCall const &call) const {
  FindingId id;
  auto const [end, error] =
      std::from_chars(call.id.data(), call.id.data() + call.id.size(), id.value);
  bool const is_number = error == std::errc() && end == call.id.data() + call.id.size();
  FindingStore store(*m_tracker);
  auto finding = is_number ? store.find(id) : std::nullopt;
  if (!finding) return error_page(404, call);
  FindingDossier dossier{.finding = *std::move(finding),
                         .rule = {},
                         .subject_name = {},
                         .district_name = {},
                         .occurrences = store.occurrences(id),
                         .events = events_of(*m_tracker, "findings", std::to_string(id.value))};
  dossier.rule = rule_text(*m_tracker, dossier.finding.kind, dossier.finding.rule);
  dossier.subject_name = subject_name(*m_tracker, dossier.finding.kind, dossier.finding.subject);
  for (District const &district : DistrictStore(*m_tracker).all()) {
    if (dossier.finding.district == district.code) dossier.district_name = district.name;
  }
  return html(finding_html(dossier, call));
}

Response Pages::asset(PageCall const &call) const {
  auto const content = asset_content(call.id);
  if (!content) return error_page(404, call);
  Response response;
  response.content_type = type_of(call.id);
  std::string const etag = fmt::format("\"{}\"", call.id);
  response.set("ETag", etag);
  // The name changes with the content.
  response.set("Cache-Control", "public, max-age=31536000, immutable");
  if (call.request.if_none_match.find(etag) != std::string::npos) {
    response.status = 304;
  } else {
    response.body = *content;
  }
  return response;
}

Response Pages::health() const {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "ok\n";
  return response;
}

Response Pages::error_page(int status, PageCall const &call) const {
  auto const [title, sentence] =
      status == 404   ? std::pair(T::not_found_title, T::not_found_sentence)
      : status == 405 ? std::pair(T::not_allowed_title, T::not_allowed_sentence)
                      : std::pair(T::failed_title, T::failed_sentence);
  View view(View::type::object);
  view.set("sentence", std::string(words(sentence, call.lang)));
  Response response =
      html(render("error", call, Section::none, words(title, call.lang), std::move(view)));
  response.status = status;
  return response;
}

void Pages::report_failure(Request const &request, std::exception const &error) const {
  m_log({fmt::format("页面 {} 出错：{}", request.path, error.what()),
         fmt::format("The page {} failed: {}", request.path, error.what())});
}

}  // namespace wza::audit
