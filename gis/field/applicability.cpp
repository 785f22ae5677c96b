// SPDX-License-Identifier: Apache-2.0
#include "gis/field/applicability.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace wza::gis {
namespace {

/// The facts that decide about the condition, but for those that a reading implies.
void add_open_facts(Condition const &condition, std::set<std::string> &facts) {
  if (!condition.fact.empty() && !condition.implied) facts.insert(condition.fact);
  for (auto const &part : condition.parts)
    add_open_facts(part, facts);
}

}  // namespace

std::vector<std::string> missing_facts(Criterion const &criterion, Circumstances const &at) {
  std::vector<std::string> missing;
  if (criterion.applies_to != AppliesTo::all && !at.build) missing.emplace_back("build");
  if (!criterion.places.empty() && !at.place) missing.emplace_back("place_type");
  std::set<std::string> facts;
  add_open_facts(criterion.applies_when, facts);
  for (auto const &fact : facts) {
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
