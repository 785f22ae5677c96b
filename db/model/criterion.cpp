// SPDX-License-Identifier: Apache-2.0
#include "db/model/criterion.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace wza {
namespace {

constexpr double kRoundingNoise = 1e-9;  // 0.01 × 700 is 7.000000000000001 in binary

/// The truth of a part; nothing where it is implied and nobody recorded it, so that it is passed
/// over by and, or and not.
using Truth = std::optional<Trilean>;

Truth unrecorded(Condition const &leaf) {
  if (leaf.implied) return std::nullopt;
  return Trilean::unknown();
}

bool compares(Comparator comparator, double value, double bound) {
  double const slack = 1e-9 * std::max({1.0, std::abs(value), std::abs(bound)});
  switch (comparator) {
    case Comparator::at_least:
      return value >= bound - slack;
    case Comparator::at_most:
      return value <= bound + slack;
    case Comparator::more_than:
      return value > bound + slack;
    case Comparator::less_than:
      return value < bound - slack;
    default:
      return std::abs(value - bound) <= slack;
  }
}

Truth truth_of(Condition const &c, Facts const &facts);

Truth joined(Condition const &c, Facts const &facts, bool all) {
  Truth result;
  for (Condition const &part : c.parts) {
    Truth const truth = truth_of(part, facts);
    if (!truth) continue;
    if (!result)
      result = truth;
    else
      result = all ? (*result && *truth) : (*result || *truth);
  }
  return result;
}

Truth truth_of(Condition const &c, Facts const &facts) {
  using Kind = Condition::Kind;
  switch (c.kind) {
    case Kind::always:
      return Trilean(true);
    case Kind::all_of:
      return joined(c, facts, true);
    case Kind::any_of:
      return joined(c, facts, false);
    case Kind::not_: {
      Truth const truth = truth_of(c.parts.at(0), facts);
      return truth ? Truth(!*truth) : truth;
    }
    default:
      break;
  }
  auto const found = facts.find(c.fact);
  if (found == facts.end()) return unrecorded(c);
  auto const &recorded = found->second;
  if (c.kind == Kind::yes) {
    if (bool const *yes = std::get_if<bool>(&recorded)) return Trilean(*yes);
  } else if (c.kind == Kind::one_of) {
    if (auto const *word = std::get_if<std::string>(&recorded))
      return Trilean(std::find(c.words.begin(), c.words.end(), *word) != c.words.end());
  } else if (auto const *value = std::get_if<Quantity>(&recorded)) {
    if (value->dimension == c.value.dimension)
      return Trilean(compares(c.comparator, value->si, c.value.si));
  }
  return unrecorded(c);
}

void collect(Condition const &c, std::set<std::string> &names) {
  if (!c.fact.empty()) names.insert(c.fact);
  for (Condition const &part : c.parts)
    collect(part, names);
}

}  // namespace

Trilean applies(Condition const &condition, Facts const &facts) {
  return truth_of(condition, facts).value_or(Trilean(true));
}

std::vector<std::string> facts_of(Condition const &condition) {
  std::set<std::string> names;
  collect(condition, names);
  return {names.begin(), names.end()};
}

std::optional<Quantity> demanded_at(std::vector<Step> const &steps, double fact_si) {
  for (Step const &step : steps) {
    if (fact_si < step.from - kRoundingNoise) continue;
    if (step.to && fact_si > *step.to + kRoundingNoise) continue;
    double demanded = step.base + step.rate * (fact_si - step.offset);
    if (step.round_up) demanded = std::ceil(demanded - kRoundingNoise);
    if (step.minimum) demanded = std::max(demanded, *step.minimum);
    return Quantity{step.dimension, demanded};
  }
  return std::nullopt;
}

}  // namespace wza
