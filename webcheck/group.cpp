// SPDX-License-Identifier: Apache-2.0
#include "webcheck/group.h"

#include "db/base/digest.h"
#include "db/model/known_again.h"

#include <algorithm>
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
  occurrence.keys = failure.keys;
  return occurrence;
}

/// "div#top > ul.menu > li[role=none]" as "div > ul > li": what is left of a place when all is
/// named anew.
std::string bare_path(std::string_view place) {
  std::string out;
  bool in_name = true;
  for (char const c : place) {
    if (c == '>' || c == ' ') in_name = true;
    if (c == '#' || c == '.' || c == '[') in_name = false;
    if (in_name) out += c;
  }
  return out;
}

/// Keys are of one rule and message: the same picture may lack a name and be too faint.
void add_keys(PageFinding const &finding, PageRecord::Failure &failure) {
  constexpr std::size_t kDigits = 12;
  auto const add = [&](char kind, std::string_view what) {
    if (what.empty()) return;
    std::string key =
        kind + sha256_of_parts({failure.rule, failure.message_key, what}).substr(0, kDigits);
    bool const known =
        std::find(failure.keys.begin(), failure.keys.end(), key) != failure.keys.end();
    if (!known) failure.keys.push_back(std::move(key));
  };
  add(kKeyOfElement, finding.keys.stable);
  add(kKeyOfMarkup, finding.keys.markup);
  add(kKeyOfContext, finding.keys.context);
  add(kKeyOfPath, bare_path(failure.place));
}

}  // namespace

PageRecord record_of(PageResult const &result) {
  PageRecord record{result.url, result.template_signature, {}, decided_rules(result)};
  struct Met {
    std::size_t failure = 0;
    int elements = 0;
  };
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, Met> met;
  for (PageFinding const &finding : result.findings) {
    if (finding.outcome != Outcome::failed) continue;
    auto const [at, fresh] = met.try_emplace({finding.rule->id, finding.message_key, finding.place},
                                             Met{record.failures.size(), 0});
    if (fresh) {
      record.failures.push_back({std::string(finding.rule->id), finding.message_key,
                                 finding.message, finding.place, finding.selector, finding.line,
                                 finding.snippet});
    }
    constexpr int kElements = 4;  // whose keys are kept: a list has thousands of the same kind
    if (++at->second.elements <= kElements) add_keys(finding, record.failures[at->second.failure]);
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
