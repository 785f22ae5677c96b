// SPDX-License-Identifier: Apache-2.0
#include "gis/field/component.h"

#include "gis/field/alternatives.h"
#include "gis/field/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace wza::gis {
namespace {

Outcome worse(Outcome a, Outcome b) {
  return badness(a) >= badness(b) ? a : b;
}

void take_implications(Condition &condition) {
  condition.implied = false;
  for (Condition &part : condition.parts)
    take_implications(part);
}

class Judge {
 public:
  Judge(CriteriaById const &criteria, Observations const &observed, Circumstances const &known)
      : m_criteria(criteria), m_observed(observed), m_known(known) {
    for (auto const &[name, fact] : facts_told(observed, criteria))
      m_known.facts.try_emplace(name, fact);
  }

  PartVerdict part(ComponentPart const &part) const {
    PartVerdict all;
    bool something = false;
    for (auto const &alternative : part.alternatives) {
      if (!is_recorded(alternative)) continue;
      something = true;
      auto one = whole(alternative, false);
      if (one.outcome == Outcome::inapplicable) continue;
      all.outcome = worse(all.outcome, one.outcome);
      std::move(one.criteria.begin(), one.criteria.end(), std::back_inserter(all.criteria));
    }
    if (all.outcome == Outcome::inapplicable) all = best_unrecorded(part, something);
    all.name = part.name;
    return all;
  }

 private:
  /// Met by one alternative, or undecided in one, is not failed. Where what was recorded does not
  /// apply, another alternative must: its conditions are then implied.
  PartVerdict best_unrecorded(ComponentPart const &part, bool implied) const {
    auto const rank = [](PartVerdict const &one) {
      return one.outcome == Outcome::inapplicable ? 4 : badness(one.outcome);
    };
    std::optional<PartVerdict> best;
    for (auto const &alternative : part.alternatives) {
      auto one = whole(alternative, implied && !is_recorded(alternative));
      if (!best || rank(one) < rank(*best)) best = std::move(one);
    }
    return std::move(best).value_or(PartVerdict{});
  }

  bool is_recorded(std::vector<CriterionId> const &alternative) const {
    return std::any_of(alternative.begin(), alternative.end(), [&](CriterionId const &id) {
      auto const found = m_observed.find(id);
      return found != m_observed.end() && has_reading(found->second.readings);
    });
  }

  PartVerdict whole(std::vector<CriterionId> const &alternative, bool implied) const {
    PartVerdict all;
    for (auto const &id : alternative) {
      auto const found = m_criteria.find(id);
      if (found == m_criteria.end()) continue;  // retired
      auto one = criterion(found->second, implied);
      bool const advice = found->second.obligation == Obligation::should &&
                          one.judgement.outcome != Outcome::passed;
      if (!advice) all.outcome = worse(all.outcome, one.judgement.outcome);
      all.criteria.push_back(std::move(one));
    }
    return all;
  }

  CriterionVerdict criterion(Criterion const &asked, bool implied) const {
    auto const found = m_observed.find(asked.id);
    if (found != m_observed.end() && has_reading(found->second.readings)) {
      auto at = found->second.at;
      for (auto const &[name, fact] : m_known.facts)
        at.facts.try_emplace(name, fact);
      return {&asked, judge_recorded(asked, found->second.readings, at), true};
    }
    auto strict = asked;
    if (!implied) take_implications(strict.applies_when);
    auto at = m_known;
    if (found != m_observed.end()) at.applies = found->second.at.applies;
    std::optional<Reading> shared;
    if (auto const fact = at.facts.find(asked.yields); fact != at.facts.end()) {
      if (auto const *value = std::get_if<Quantity>(&fact->second)) shared = *value;
    }
    return {&asked, untold(strict, shared, at), shared.has_value()};
  }

  Judgement judge_recorded(Criterion const &asked, Readings const &readings,
                           Circumstances const &at) const {
    Rivals rivals;
    for (auto const &[id, other] : m_criteria) {
      if (are_rivals(asked, other)) rivals.push_back(&other);
    }
    return decided_by_all(asked, judge_sides(asked, readings, at), rivals, readings, at,
                          [&](CriterionId const &id) { return is_recorded({id}); });
  }

  /// Nobody recorded a value for this very criterion, so nothing says that it applies.
  static Judgement untold(Criterion const &criterion, std::optional<Reading> const &shared,
                          Circumstances const &at) {
    if (!in_force(criterion, at) || !applicability(criterion, at).is_unknown())
      return judge(criterion, shared, at);
    Judgement open;
    open.missing = missing_facts(criterion, at);
    open.reading = shared;
    auto const missing = in_words(open.missing, at);
    open.reason = {
        fmt::format("不知道该条是否适用；没有记录：{}。", missing.zh),
        fmt::format("Whether the clause applies is not known; not recorded: {}.", missing.en)};
    return open;
  }

  CriteriaById const &m_criteria;
  Observations const &m_observed;
  Circumstances m_known;
};

}  // namespace

std::map<CriterionId, CriterionId> counterparts(CriteriaById const &criteria) {
  std::map<CriterionId, CriterionId> out;
  auto const same = [](Criterion const &a, Criterion const &b) {
    return a.standard == b.standard && a.facility_type == b.facility_type && a.yields == b.yields &&
           a.comparator == b.comparator && a.unit == b.unit && a.sides == b.sides &&
           a.applies_when == b.applies_when;
  };
  for (auto const &[id, fresh] : criteria) {
    if (fresh.applies_to != AppliesTo::new_build || fresh.yields.empty()) continue;
    for (auto const &[other, old] : criteria) {
      if (old.applies_to != AppliesTo::existing || !same(fresh, old)) continue;
      out.emplace(id, other);
      out.emplace(other, id);
    }
  }
  return out;
}

Facts facts_told(Observations const &observed, CriteriaById const &criteria) {
  std::vector<Observations::value_type const *> newest;
  for (auto const &entry : observed)
    newest.push_back(&entry);
  std::stable_sort(newest.begin(), newest.end(),
                   [](auto const *a, auto const *b) { return b->second.day < a->second.day; });
  Facts facts;
  for (auto const *entry : newest) {
    auto const &[id, one] = *entry;
    for (auto const &[name, fact] : one.at.facts)
      facts.try_emplace(name, fact);
    auto const found = criteria.find(id);
    if (found == criteria.end() || found->second.yields.empty() || one.readings.size() != 1)
      continue;
    auto const &reading = one.readings.front();
    if (!reading || !std::holds_alternative<Quantity>(*reading)) continue;
    facts.try_emplace(found->second.yields, std::get<Quantity>(*reading));
  }
  return facts;
}

ComponentVerdict judge_component(std::span<ComponentPart const> parts, CriteriaById const &criteria,
                                 Observations const &observed, Circumstances const &known) {
  Judge const judge(criteria, observed, known);
  ComponentVerdict verdict;
  for (auto const &part : parts) {
    verdict.parts.push_back(judge.part(part));
    verdict.outcome = worse(verdict.outcome, verdict.parts.back().outcome);
  }
  return verdict;
}

}  // namespace wza::gis
