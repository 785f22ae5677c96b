// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/certificates.h"

#include "webcheck/group.h"
#include "webcheck/site_rule.h"

#include <algorithm>

namespace wza::web {

void Certificates::add(std::string_view site, PastVisit const &past) {
  if (!site.starts_with("https:") || !(past.certificate || past.status)) return;
  std::optional<Text> &reason = m_sites[std::string(site)];
  if (!reason) reason = past.certificate;
}

std::optional<Defect> Certificates::judge(std::string const &site, UtcTime at,
                                          std::vector<TestedPlace> &places) const {
  auto const found = m_sites.find(site);
  if (found == m_sites.end()) return std::nullopt;
  RuleId const rule(std::string(kInvalidCertificate.id));
  std::string const root = site + "/";
  auto place = std::ranges::find(places, root, &TestedPlace::place);
  if (place == places.end()) place = places.insert(place, TestedPlace{root, at, {}});
  place->decided.push_back(rule);
  std::optional<Text> const &reason = found->second;
  if (!reason) return std::nullopt;
  PageRecord::Failure failure;
  failure.rule = rule.value;
  failure.place = "/";
  Defect defect;
  defect.fingerprint = fingerprint_of(site, failure);
  defect.rule = rule;
  defect.message = *reason;
  defect.severity = kInvalidCertificate.severity;
  Occurrence &occurrence = defect.occurrences.emplace_back();
  occurrence.place = root;
  return defect;
}

}  // namespace wza::web
