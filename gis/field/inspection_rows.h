// SPDX-License-Identifier: Apache-2.0
// The rows of a table of inspections, read and checked one by one, before they are judged.
#pragma once

#include "db/model/facility.h"
#include "db/model/inspection.h"
#include "db/store/facilities.h"
#include "db/store/tracker.h"
#include "gis/field/context.h"
#include "gis/field/evaluate.h"
#include "gis/io/columns.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::gis {

std::vector<FieldWords> inspection_fields();

/// "专项", "campaign": why somebody goes there; nothing for other words.
std::optional<InspectionKind> inspection_kind_of(std::string_view word);
/// "施工", "under_works": whether one could get in.
std::optional<AccessState> access_state_of(std::string_view word);
/// "严重", "M", "建议": how grave a fault is.
std::optional<Severity> fault_severity_of(std::string_view word);

// Refusals that tables of visits and of rounds share.
Problem no_facility(Columns const &columns, Row const &row, FacilityId const &id);
Problem no_day(Columns const &columns, Row const &row, std::string_view field);
/// Of the field "kind".
Problem no_inspection_kind(Columns const &columns, Row const &row);

/// A row that was read, before it is judged.
struct ReportedMeasurement {
  LocalDate day;
  InspectionKind kind{};
  std::string inspector;
  AccessState access{};
  Measurement measurement;
  Criterion const *criterion = nullptr;  ///< owned by the InspectionRows
  Readings readings;
  std::optional<Quantity> extent;            ///< how much of the component does not conform
  std::optional<std::string> time, weather;  ///< of the visit
  std::optional<Reading> decided_by;         ///< set by judging: the reading of the worst side
  std::optional<Quantity> demanded;          ///< set by judging: the threshold that decided
  Circumstances circumstances;
};

/// Reads row after row and sorts them by facility.
class InspectionRows {
 public:
  InspectionRows(Tracker &tracker, Columns const &columns);

  /// Takes one row; the Problem says why it was refused.
  Result<Done> read(Row const &row);

  /// What was read, by facility.
  std::map<FacilityId, std::vector<ReportedMeasurement>> &by_facility() { return m_reported; }
  /// Visits at which nothing was measured for nobody was let in, without a criterion; by facility.
  std::map<FacilityId, std::vector<ReportedMeasurement>> &bare_visits() { return m_bare; }
  /// A facility of the tracker; null where there is none of this id.
  Facility const *find_facility(FacilityId const &id);

 private:
  Criterion const *find_criterion(CriterionId const &id);
  Problem which_one(Row const &row) const;
  Result<std::string> unit_of_value(Row const &row, Criterion const &criterion);
  Result<Done> read_fields(Row const &row);
  Result<Done> read_visit(Row const &row, FacilityId const &id);
  Result<Done> read_head(Row const &row, ReportedMeasurement &r);
  Result<Done> read_measurement(Row const &row, ReportedMeasurement &r);
  Result<Done> read_extent_of(Row const &row, ReportedMeasurement &r);
  Result<Done> read_assignment(Row const &row, ReportedMeasurement &r);
  Result<Done> read_context(Row const &row, ReportedMeasurement &r);

  Tracker &m_tracker;
  Columns const &m_columns;
  FacilityStore m_facilities;
  ContextReader m_context;
  std::map<PlaceTypeCode, bool> m_public;  ///< types of places that are public buildings
  std::map<FacilityId, std::optional<Facility>> m_known;
  std::map<CriterionId, std::optional<Criterion>> m_criteria;
  std::map<FacilityId, std::vector<ReportedMeasurement>> m_reported, m_bare;
  /// Facility, visit, criterion and component → where it stands among the facility's rows.
  std::unordered_map<std::string, std::size_t> m_places;
};

}  // namespace wza::gis
