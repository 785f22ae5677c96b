// SPDX-License-Identifier: Apache-2.0
#include "gis/field/applicability.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::gis {

std::vector<std::string> missing_facts(Criterion const &criterion, Circumstances const &at) {
  std::vector<std::string> missing;
  if (criterion.applies_to != AppliesTo::all && !at.build) missing.emplace_back("build");
  if (!criterion.places.empty() && !at.place) missing.emplace_back("place_type");
  for (auto const &fact : facts_of(criterion.applies_when)) {
    if (!at.facts.contains(fact)) missing.push_back(fact);
  }
  return missing;
}

Trilean applicability(Criterion const &criterion, Circumstances const &at) {
  if (at.applies) return *at.applies;
  Trilean result = true;
  if (!criterion.places.empty()) {
    result = at.place ? Trilean(std::find(criterion.places.begin(), criterion.places.end(),
                                          *at.place) != criterion.places.end())
                      : Trilean::unknown();
  }
  if (criterion.applies_to != AppliesTo::all) {
    result = result && (at.build ? Trilean(*at.build == criterion.applies_to) : Trilean::unknown());
  }
  return result && applies(criterion.applies_when, at.facts);
}

bool in_force(Criterion const &criterion, Circumstances const &at) {
  if (at.on && criterion.in_force_from && *at.on < *criterion.in_force_from) return false;
  if (criterion.superseded_by.empty()) return true;
  return at.on && criterion.superseded_from && *at.on < *criterion.superseded_from;
}

Text in_words(std::vector<std::string> const &facts, Circumstances const &at) {
  std::vector<std::string> zh, en;
  for (auto const &fact : facts) {
    bool const is_known = at.names != nullptr && at.names->contains(fact);
    zh.push_back(is_known ? at.names->find(fact)->second.zh : fact);
    en.push_back(is_known ? at.names->find(fact)->second.en : fact);
  }
  return {fmt::format("{}", fmt::join(zh, "、")), fmt::format("{}", fmt::join(en, "; "))};
}

}  // namespace wza::gis
