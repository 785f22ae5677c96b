// SPDX-License-Identifier: Apache-2.0
// What stands to be said about one place: elements that it must have and has not, components that
// fail and by how much, and what nobody has measured yet.
#pragma once

#include "db/model/facility.h"
#include "db/store/tracker.h"
#include "gis/field/component.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

/// Whether an element that a clause demands is there.
enum class ElementState : std::uint8_t { present, missing, unknown, not_required };

struct ElementReport {
  std::string element;  ///< facility_types.tsv: "accessible-lift"
  Text name;
  ElementState state = ElementState::unknown;
  std::vector<CriterionVerdict> demands;  ///< the clauses that demand it
};

struct ComponentReport {
  std::string component;      ///< "坡道 2", as the inspectors call it
  std::string facility_type;  ///< "wheelchair-ramp"
  Text type_name;
  ComponentVerdict verdict;
};

/// Moved, never copied: the verdicts point into `criteria`.
struct FacilityReport {
  FacilityReport() = default;
  FacilityReport(FacilityReport &&) = default;
  FacilityReport &operator=(FacilityReport &&) = default;

  Facility facility;
  Text place_name;
  LocalDate as_of;
  std::optional<LocalDate> last_visit;  ///< nothing: never inspected
  std::vector<ElementReport> elements;
  std::vector<ComponentReport> components;
  CriteriaById criteria;  ///< what the verdicts point to
  FactNames questions;    ///< of the facts that verdicts name as missing
};

/// Judges what was measured up to `as_of` by the standards in force on that day; of several
/// readings of one criterion at one component the latest counts. A component is judged by its parts
/// (component_parts.tsv); where there are none, by the criteria of the newest standard for its type
/// and by whatever was measured. A Problem where there is no facility of this id.
Result<FacilityReport> report_on(Tracker &tracker, FacilityId const &id, LocalDate as_of);

}  // namespace wza::gis
