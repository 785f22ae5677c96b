// SPDX-License-Identifier: Apache-2.0
// Judges all that was ever measured at a facility as one, and keeps verdicts and findings by it.
#pragma once

#include "db/model/finding.h"
#include "db/store/inspections.h"
#include "db/store/tracker.h"
#include "gis/field/alternatives.h"
#include "gis/field/component.h"
#include "gis/field/context.h"
#include "gis/field/inspection_rows.h"

#include <map>
#include <optional>
#include <vector>

namespace wza::gis {

/// A reading stands from its day until its criterion is read at the same component on a later day;
/// of one day a re-check is the later. It is judged by what the component's readings told by the
/// end of that time, so that rise, slope and rails may come in any order, in one file or several.
/// The report on a facility judges alike.
class Verdicts {
 public:
  explicit Verdicts(Tracker &tracker);

  /// Judges `fresh`, which is not stored yet, together with what is known of its components. Writes
  /// the verdicts of what is stored and changes, and the findings; the verdicts of `fresh` are set
  /// and left to the caller to store. Inside his transaction.
  FindingChanges settle(Facility const &facility, std::vector<ReportedMeasurement> &fresh,
                        RunId run);

  /// Judges all that is known of a facility again, after its own facts changed.
  FindingChanges settle_all(Facility const &facility, RunId run);

 private:
  struct Entry;
  using Entries = std::vector<Entry>;

  void add_stored(Facility const &facility, std::vector<StoredMeasurement> &stored,
                  std::map<std::string, Entries> &components);
  std::optional<ReportedMeasurement> read_stored(Facility const &facility,
                                                 StoredMeasurement const &stored);
  void add_counterparts(Entries &entries);
  void judge_all(Entries &entries);
  void judge_one(Entry &entry, Facts const &known, Observations const &told);
  Rivals const &rivals_of(Criterion const &criterion);
  FindingChanges keep(Facility const &facility, std::map<std::string, Entries> &components,
                      RunId run);
  Criterion const *find_criterion(CriterionId const &id);

  Tracker &m_tracker;
  ContextReader m_context;
  FactNames m_names;
  std::map<PlaceTypeCode, bool> m_public;  ///< types of places that are public buildings
  CriteriaById m_criteria;                 ///< those that were asked for
  std::map<std::string, std::vector<Criterion>> m_standing;  ///< by type of component
  std::map<CriterionId, Rivals> m_rivals;
  std::optional<std::map<CriterionId, CriterionId>> m_counterparts;
};

}  // namespace wza::gis
