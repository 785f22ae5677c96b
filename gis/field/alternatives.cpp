// SPDX-License-Identifier: Apache-2.0
#include "gis/field/alternatives.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

namespace wza::gis {
namespace {

/// A fact as it might be; "build" stands beside those of facts.tsv.
using Value = std::variant<bool, Quantity, std::string, AppliesTo>;
using Possible = std::map<std::string, std::vector<Value>>;

constexpr std::string_view kOtherWord = "\x01";  // a word that no condition names
constexpr std::size_t kMostCombinations = 512;

void add(std::vector<Value> &values, Value value) {
  if (std::find(values.begin(), values.end(), value) == values.end())
    values.push_back(std::move(value));
}

/// Values of the condition's facts on either side of each distinction that it makes.
void collect(Condition const &condition, std::set<std::string> const &wanted, Possible &possible) {
  for (auto const &part : condition.parts)
    collect(part, wanted, possible);
  if (!wanted.contains(condition.fact)) return;
  auto &values = possible[condition.fact];
  if (condition.kind == Condition::Kind::yes) {
    add(values, true);
    add(values, false);
  } else if (condition.kind == Condition::Kind::one_of) {
    for (auto const &word : condition.words)
      add(values, word);
    add(values, std::string(kOtherWord));
  } else if (condition.kind == Condition::Kind::compare) {
    double const edge = condition.value.si;
    double const step = std::max(std::abs(edge) / 1000, 1e-6);
    for (double const si : {edge - step, edge, edge + step})
      add(values, Quantity{condition.value.dimension, si});
  }
}

/// Whoever reads a value for the criterion says with it that its implied leaves hold.
bool contradicts(Condition const &condition, Facts const &facts) {
  if (condition.implied) {
    auto leaf = condition;
    leaf.implied = false;
    return applies(leaf, facts).is_false();
  }
  // Below "not" and "or" nothing definite was said.
  bool const all = condition.kind == Condition::Kind::all_of;
  return all && std::any_of(condition.parts.begin(), condition.parts.end(),
                            [&](Condition const &part) { return contradicts(part, facts); });
}

void set(Circumstances &at, std::string const &name, Value const &value) {
  if (auto const *build = std::get_if<AppliesTo>(&value)) {
    at.build = *build;
  } else if (auto const *yes = std::get_if<bool>(&value)) {
    at.facts.insert_or_assign(name, *yes);
  } else if (auto const *quantity = std::get_if<Quantity>(&value)) {
    at.facts.insert_or_assign(name, *quantity);
  } else {
    at.facts.insert_or_assign(name, std::get<std::string>(value));
  }
}

/// A clause that failed, and how.
struct Failing {
  Criterion const *criterion = nullptr;
  Judgement judgement;
};

/// The clause that asks least among those that apply and fail.
std::optional<Failing> least_failing(Rivals const &rivals, Readings const &readings,
                                     Circumstances const &at) {
  std::optional<Failing> least;
  for (Criterion const *const rival : rivals) {
    if (!in_force(*rival, at) || !applicability(*rival, at).is_true()) continue;
    auto judged = judge_sides(*rival, readings, at);
    if (judged.outcome != Outcome::failed) continue;
    if (!least || judged.margin.value_or(0) < least->judgement.margin.value_or(0))
      least = Failing{rival, std::move(judged)};
  }
  return least;
}

/// Calls `visit` with each combination; false as soon as that says no, or where there are too many.
template <class Visit>
bool all_combinations(Possible const &possible, Circumstances const &known, Visit visit) {
  std::size_t combinations = 1;
  for (auto const &[name, values] : possible) {
    combinations *= values.size();
    if (combinations > kMostCombinations) return false;
  }
  for (std::size_t i = 0; i < combinations; ++i) {
    auto at = known;
    std::size_t rest = i;
    for (auto const &[name, values] : possible) {
      set(at, name, values[rest % values.size()]);
      rest /= values.size();
    }
    if (!visit(at)) return false;
  }
  return true;
}

}  // namespace

bool are_rivals(Criterion const &one, Criterion const &other) {
  return !one.yields.empty() && one.yields == other.yields &&
         one.facility_type == other.facility_type && one.sides == other.sides &&
         is_measured(other) && other.obligation == Obligation::must && !other.needs_judgement &&
         !other.retired;
}

Judgement decided_by_all(Criterion const &criterion, Judgement judgement, Rivals const &rivals,
                         Readings const &readings, Circumstances const &at,
                         IsRecorded const &is_recorded) {
  bool const open = judgement.outcome == Outcome::cant_tell && !judgement.missing.empty();
  bool const read =
      std::all_of(readings.begin(), readings.end(), [](auto const &r) { return !!r; });
  if (!open || !read || readings.empty() || !is_measured(criterion)) return judgement;
  std::set<std::string> wanted;
  Possible possible;
  for (Criterion const *const rival : rivals) {
    if (!rival->places.empty() && !at.place) return judgement;
    if (rival->applies_to != AppliesTo::all && !at.build)
      possible["build"] = {AppliesTo::new_build, AppliesTo::existing};
    for (auto &name : facts_of(rival->applies_when)) {
      if (!at.facts.contains(name)) wanted.insert(std::move(name));
    }
  }
  wanted.erase(criterion.yields);  // the reading itself
  for (Criterion const *const rival : rivals)
    collect(rival->applies_when, wanted, possible);

  std::optional<Failing> least;
  bool const fails = all_combinations(possible, at, [&](Circumstances const &as_if) {
    if (contradicts(criterion.applies_when, as_if.facts)) return true;
    auto failing = least_failing(rivals, readings, as_if);
    if (!failing) return false;
    if (!least || failing->judgement.margin.value_or(0) < least->judgement.margin.value_or(0))
      least = std::move(failing);
    return true;
  });
  if (!fails || !least) return judgement;
  if (least->criterion->id != criterion.id && is_recorded(least->criterion->id)) return judgement;
  auto const names = in_words(judgement.missing, at);
  least->judgement.reason = {
      fmt::format("没有记录“{}”，但无论如何都不符合。按最宽的要求：{}", names.zh,
                  least->judgement.reason.zh),
      fmt::format("Not recorded: {}; it is not met whatever that is. By the clause that asks "
                  "least: {}",
                  names.en, least->judgement.reason.en)};
  return std::move(least->judgement);
}

}  // namespace wza::gis
