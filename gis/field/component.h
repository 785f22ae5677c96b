// SPDX-License-Identifier: Apache-2.0
// The verdict on a whole component: a ramp is good when slope, width, landings, rails, edge and
// surface are. Parts and their alternatives are data (component_parts.tsv).
#pragma once

#include "db/model/component.h"
#include "gis/field/evaluate.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace wza::gis {

/// What was recorded for one criterion at a component.
struct Observation {
  Readings readings;
  Circumstances at;
  LocalDate day;
};
using Observations = std::map<CriterionId, Observation>;
using CriteriaById = std::map<CriterionId, Criterion>;

/// What the observations of a component tell of it: facts that were stated, and those that readings
/// yield; of several that say different things the newest.
Facts facts_told(Observations const &observed, CriteriaById const &criteria);

/// For clauses that ask the same of new and of existing buildings, each the other's: a reading that
/// was filed under one of them is a reading of the building's own, whichever it turns out to be.
std::map<CriterionId, CriterionId> counterparts(CriteriaById const &criteria);

struct CriterionVerdict {
  Criterion const *criterion = nullptr;  ///< of the CriteriaById that was judged by
  Judgement judgement;
  bool measured = false;  ///< false where nothing was read, not even for another criterion
};

struct PartVerdict {
  Text name;
  Outcome outcome = Outcome::inapplicable;
  std::vector<CriterionVerdict> criteria;  ///< of the alternatives that decided
};

struct ComponentVerdict {
  Outcome outcome = Outcome::inapplicable;
  std::vector<PartVerdict> parts;
};

/// Judges each part and the whole. Facts and readings of the component's other criteria are used:
/// a car whose depth was measured for one clause is judged by it for another. What nobody measured
/// is cant_tell, and is named; a condition that nobody answered implies nothing there. Advice (宜)
/// that is missed does not fail the component.
/// Of several alternatives those count for which something was recorded: each is a thing that
/// stands there, an automatic door beside a manual one, and the worst decides. Where what was
/// recorded does not apply, or nothing was, one that is met makes the part good, and it fails only
/// if all fail.
ComponentVerdict judge_component(std::span<ComponentPart const> parts, CriteriaById const &criteria,
                                 Observations const &observed, Circumstances const &known);

}  // namespace wza::gis
