// SPDX-License-Identifier: Apache-2.0
#include "audit/report/fault_totals.h"

#include "audit/pages/format.h"
#include "audit/pages/rule_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace wza::audit {
namespace {

void add(std::optional<double> &sum, double value) {
  sum = sum.value_or(0) + value;
}

void count(FaultTotal &total, Occurrence const &part) {
  ++total.parts;
  if (!part.extent || !part.extent_unit) {
    ++total.without_extent;
  } else if (*part.extent_unit == "m") {
    add(total.metres, *part.extent);
  } else if (*part.extent_unit == "m²") {
    add(total.square_metres, *part.extent);
  } else {
    add(total.pieces, *part.extent);
  }
}

}  // namespace

std::vector<FaultTotal> fault_totals(std::vector<FacilityCase> const &cases) {
  std::map<std::pair<Severity, std::string>, FaultTotal> by_rule;
  for (FacilityCase const &one : cases) {
    std::set<FaultTotal *> here;
    for (OpenFinding const &open : one.findings) {
      Finding const &finding = open.finding;
      auto const [at, is_new] = by_rule.try_emplace({finding.severity, finding.rule.value});
      FaultTotal &total = at->second;
      if (is_new) {
        total.rule = finding.rule;
        total.since = finding.first_seen;
      }
      total.since = std::min(total.since, finding.first_seen);
      for (KnownOccurrence const &part : open.occurrences) {
        if (part.present) count(total, part.what);
      }
      if (here.insert(&total).second) ++total.facilities;
    }
  }
  std::vector<FaultTotal> out;
  for (auto &[key, total] : by_rule)
    out.push_back(std::move(total));
  return out;
}

View fault_totals_view(Tracker &tracker, std::vector<FaultTotal> const &totals, Lang lang) {
  View rows(View::type::list);
  for (FaultTotal const &total : totals) {
    std::string extent;
    for (auto const &[sum, unit] :
         {std::pair(total.metres, "m"), {total.square_metres, "m²"}, {total.pieces, "个"}}) {
      if (!sum) continue;
      if (!extent.empty()) extent += lang == Lang::zh ? "，" : ", ";
      extent += measured_words(sum, unit_words(unit, lang));
    }
    if (total.without_extent > 0 && !extent.empty())
      extent += filled(T::totals_not_said, lang, total.without_extent);
    View row(View::type::object);
    RuleText const text = rule_text(tracker, FindingKind::facility, total.rule);
    row.set("title", text.title.in(lang));
    row.set("demand", text.demand.in(lang));
    row.set("facilities", std::to_string(total.facilities));
    row.set("parts", std::to_string(total.parts));
    row.set("extent", extent.empty() ? std::string(words(T::no_value, lang)) : extent);
    row.set("since", LocalDate::of(total.since).iso());
    rows << row;
  }
  return rows;
}

}  // namespace wza::audit
