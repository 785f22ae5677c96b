// SPDX-License-Identifier: Apache-2.0
#include "webcheck/group.h"

#include "db/base/digest.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace wza::web {
namespace {

/// Standard and clause under which a rule's defects are filed: WCAG's, else the national
/// standard's.
void file_under(Rule const &rule, Defect &defect) {
  if (!rule.basis.wcag.empty()) {
    defect.standard = "WCAG 2.2";
    defect.clause = rule.basis.wcag.front();
  } else if (!rule.basis.gbt37668.empty()) {
    defect.standard = "GB/T 37668-2019";
    defect.clause = rule.basis.gbt37668.front();
  }
}

Occurrence occurrence_of(std::string const &url, PageRecord::Failure const &failure) {
  Occurrence occurrence;
  occurrence.place = url;
  occurrence.selector = failure.selector;
  occurrence.line = static_cast<int>(failure.line);
  occurrence.snippet = failure.snippet;
  return occurrence;
}

}  // namespace

PageRecord record_of(PageResult const &result) {
  PageRecord record{result.url, result.template_signature, {}, decided_rules(result)};
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
  for (PageFinding const &finding : result.findings) {
    if (finding.outcome != Outcome::failed) continue;
    if (!seen.emplace(finding.rule->id, finding.message_key, finding.place).second) continue;
    record.failures.push_back({std::string(finding.rule->id), finding.message_key, finding.message,
                               finding.place, finding.selector, finding.line, finding.snippet});
  }
  return record;
}

std::string fingerprint_of(std::string_view site, PageRecord::Failure const &failure) {
  return sha256_of_parts({"web/1", site, failure.rule, failure.message_key, failure.place});
}

void SiteGrouping::add(PageRecord record) {
  std::string url = record.url;
  m_pages.insert_or_assign(std::move(url), std::move(record));
}

std::vector<Defect> SiteGrouping::defects() const {
  std::map<std::string, Defect> by_fingerprint;
  for (auto const &[url, page] : m_pages) {
    for (PageRecord::Failure const &failure : page.failures) {
      Rule const *const rule = find_rule(failure.rule);
      if (rule == nullptr) continue;
      std::string const fingerprint = fingerprint_of(m_site, failure);
      auto const [at, fresh] = by_fingerprint.try_emplace(fingerprint);
      Defect &defect = at->second;
      if (fresh) {
        defect.fingerprint = fingerprint;
        defect.rule = RuleId(failure.rule);
        defect.component = failure.place;
        defect.message = failure.message;
        defect.severity = rule->severity;
        file_under(*rule, defect);
      }
      bool const told = !defect.occurrences.empty() && defect.occurrences.back().place == url;
      if (!told) defect.occurrences.push_back(occurrence_of(url, failure));
    }
  }
  std::vector<Defect> out;
  for (auto &[fingerprint, defect] : by_fingerprint)
    out.push_back(std::move(defect));
  std::stable_sort(out.begin(), out.end(), [](Defect const &a, Defect const &b) {
    return std::tuple(a.severity, b.occurrences.size()) <
           std::tuple(b.severity, a.occurrences.size());
  });
  return out;
}

}  // namespace wza::web
