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

struct CriterionVerdict {
  Criterion const *criterion = nullptr;  ///< of the CriteriaById that was judged by
  Judgement judgement;
  bool measured = false;  ///< false where nothing was read, not even for another criterion
};

struct PartVerdict {
  Text name;
  Outcome outcome = Outcome::inapplicable;
  std::vector<CriterionVerdict> criteria;  ///< of the alternative that decided
};

struct ComponentVerdict {
  Outcome outcome = Outcome::inapplicable;
  std::vector<PartVerdict> parts;
};

/// Judges each part and the whole. Facts and readings of the component's other criteria are used:
/// a car whose depth was measured for one clause is judged by it for another. What nobody measured
/// is cant_tell, and is named; a condition that nobody answered implies nothing there. Advice (宜)
/// that is missed does not fail the component.
/// Of several alternatives those count for which something was recorded, or all where nothing was:
/// one that is met makes the part good, and it fails only if all fail.
ComponentVerdict judge_component(std::span<ComponentPart const> parts, CriteriaById const &criteria,
                                 Observations const &observed, Circumstances const &known);

}  // namespace wza::gis
