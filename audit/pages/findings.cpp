// SPDX-License-Identifier: Apache-2.0
#include "audit/pages/findings.h"

#include "audit/pages/format.h"
#include "audit/pages/template.h"

#include <algorithm>
#include <charconv>

namespace wza::audit {
namespace {

constexpr std::string_view kUnresolved = "unresolved";
constexpr TextView kUnresolvedLabel{"未结（未整改或再次出现）", "Unresolved (open or reopened)"};

View option(std::string_view value, std::string_view text, std::string_view chosen) {
  View view(View::type::object);
  view.set("value", std::string(value));
  view.set("text", std::string(text));
  view.set("selected", value == chosen);
  return view;
}

View select(std::string_view name, T label, View options, Lang lang) {
  View view(View::type::object);
  view.set("name", std::string(name));
  view.set("label", std::string(words(label, lang)));
  view.set("options", std::move(options));
  return view;
}

template <class E>
View options_of(std::string_view chosen, Lang lang) {
  View list(View::type::list);
  for (auto const &row : Names<E>::kAll)
    list << option(row.key, label(row.value).in(lang), chosen);
  return list;
}

View selects(FindingList const &list, Query const &query, Lang lang) {
  View districts(View::type::list);
  for (District const &district : list.districts) {
    // Option text cannot be indented by style; a wide blank a level is read as nothing.
    std::string text;
    for (int i = static_cast<int>(DistrictLevel::county); i < static_cast<int>(district.level); ++i)
      text += "\u3000";
    text += district.name;
    districts << option(district.code.value, text, query.get("district"));
  }
  View states(View::type::list);
  states << option(kUnresolved, kUnresolvedLabel.in(lang), query.get("state"));
  for (auto const &row : Names<FindingState>::kAll)
    states << option(row.key, label(row.value).in(lang), query.get("state"));
  View rules(View::type::list);
  for (RuleInUse const &used : list.rules) {
    rules << option(used.rule.value,
                    fmt::format(fmt::runtime(lang == Lang::zh ? "{}（{}）" : "{} ({})"),
                                list.title(used.kind, used.rule).in(lang), used.findings),
                    query.get("rule"));
  }
  View all(View::type::list);
  all << select("kind", T::filter_kind, options_of<FindingKind>(query.get("kind"), lang), lang);
  all << select("district", T::filter_district, std::move(districts), lang);
  all << select("severity", T::filter_severity, options_of<Severity>(query.get("severity"), lang),
                lang);
  all << select("state", T::filter_state, std::move(states), lang);
  all << select("rule", T::filter_rule, std::move(rules), lang);
  return all;
}

std::string district_name(std::vector<District> const &districts,
                          std::optional<DistrictCode> const &code, Lang lang) {
  if (!code) return std::string(words(T::no_value, lang));
  auto const at = std::ranges::find(districts, *code, &District::code);
  return at == districts.end() ? code->value : at->name;
}

View row_view(Finding const &finding, FindingList const &list, Lang lang) {
  View view(View::type::object);
  view.set("id", std::to_string(finding.id.value));
  view.set("url", fmt::format("/findings/{}", finding.id.value));
  view.set("rule_title", list.title(finding.kind, finding.rule).in(lang));
  view.set("severity", std::string(key(finding.severity)));
  view.set("severity_label", std::string(label(finding.severity).in(lang)));
  view.set("subject", finding.component
                          ? fmt::format("{} · {}", finding.subject, *finding.component)
                          : finding.subject);
  std::string const name = list.subject_name(finding.kind, finding.subject);
  view.set("subject_name", name.empty() ? View(false) : View(name));
  view.set("district", district_name(list.districts, finding.district, lang));
  view.set("clause", fmt::format("{} {}", finding.standard, finding.clause));
  view.set("state", std::string(label(finding.state).in(lang)));
  view.set("occurrences", grouped(finding.present));
  view.set("first_seen", LocalDate::of(finding.first_seen).iso());
  view.set("last_seen", LocalDate::of(finding.last_seen).iso());
  return view;
}

View paging(int page, int pages, Query const &query, Lang lang) {
  View view(View::type::object);
  auto const to = [&](int number) {
    return View("/findings" + query.with("page", number == 1 ? "" : std::to_string(number)).str());
  };
  view.set("previous", page > 1 ? to(page - 1) : View(false));
  view.set("next", page < pages ? to(page + 1) : View(false));
  view.set("page_sentence", filled(T::paging_at, lang, page, pages));
  return view;
}

}  // namespace

FindingQuery FindingQuery::of(Query const &query) {
  FindingQuery asked;
  FindingFilter &filter = asked.filter;
  filter.kind = from_key<FindingKind>(query.get("kind"));
  filter.severity = from_key<Severity>(query.get("severity"));
  filter.state = from_key<FindingState>(query.get("state"));
  filter.only_open = query.get("state") == kUnresolved;
  if (query.has("district")) filter.district = DistrictCode(query.get("district"));
  filter.rule = query.get("rule");
  filter.subject = query.get("subject");
  filter.text = query.get("text");
  std::string const page = query.get("page");
  std::from_chars(page.data(), page.data() + page.size(), asked.page);
  asked.page = std::clamp(asked.page, 1, 1'000'000);
  return asked;
}

std::string findings_html(FindingList const &list, FindingQuery const &asked,
                          PageCall const &call) {
  Lang const lang = call.lang;
  Query const query = call.request.query.with("lang", "");
  int const pages = std::max(1, (list.count + kFindingsPerPage - 1) / kFindingsPerPage);
  int const first = (asked.page - 1) * kFindingsPerPage + 1;
  View rows(View::type::list);
  for (Finding const &finding : list.rows)
    rows << row_view(finding, list, lang);
  View view(View::type::object);
  view.set("selects", selects(list, query, lang));
  view.set("filter_text", query.get("text"));
  view.set("count_sentence", list.count == 0
                                 ? std::string(words(T::findings_none, lang))
                                 : filled(T::findings_count, lang, grouped(list.count)));
  view.set("has_rows", !list.rows.empty());
  view.set("range",
           filled(T::findings_range, lang, first, first + static_cast<int>(list.rows.size()) - 1));
  view.set("rows", rows);
  view.set("paging",
           pages > 1 ? paging(std::min(asked.page, pages), pages, query, lang) : View(false));
  return render("findings", call, Section::findings, words(T::findings_title, lang),
                std::move(view));
}

}  // namespace wza::audit
