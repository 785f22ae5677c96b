// SPDX-License-Identifier: Apache-2.0
// Reads facility criteria with their conditions and steps.
#pragma once

#include "db/model/criterion.h"
#include "db/store/tracker.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza {

/// What something is measured with.
struct Instrument {
  std::string code;    ///< "tape"
  double from_si = 0;  ///< usual for demanded values from here on
  Tolerance tolerance;
};

class CriteriaStore {
 public:
  explicit CriteriaStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Also a retired or superseded one: records of the past refer to them.
  std::optional<Criterion> find(CriterionId const &id);

  /// All that are not retired, by standard (newest first) and clause.
  std::vector<Criterion> all();
  /// Those of one standard: "GB 55019-2021".
  std::vector<Criterion> of_standard(std::string_view standard);
  /// Those of one type of facility that still stand (not retired, not superseded), at a place of
  /// type `place`: written for it, or for no place in particular. No place: those for any place.
  std::vector<Criterion> of_facility(std::string_view facility_type,
                                     std::optional<PlaceTypeCode> const &place = std::nullopt);
  /// Those written for places of this type alone.
  std::vector<Criterion> of_place(PlaceTypeCode const &place);
  /// By dimension and what they are usual for.
  std::vector<Instrument> instruments();

 private:
  Tracker *m_tracker;
};

}  // namespace wza
