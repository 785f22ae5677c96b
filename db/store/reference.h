// SPDX-License-Identifier: Apache-2.0
// Writes the reference tables and reads the small ones: standards, types of places and facilities.
// Criteria and plans have stores of their own.
#pragma once

#include "db/base/error.h"
#include "db/base/ids.h"
#include "db/model/standard.h"
#include "db/seed.h"
#include "db/store/tracker.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

class ReferenceStore {
 public:
  explicit ReferenceStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Sorted by their number.
  std::vector<Standard> standards();
  /// Retired ones are left out; sorted by code.
  std::vector<PlaceType> place_types();
  std::optional<PlaceType> place_type(PlaceTypeCode const &code);
  std::vector<FacilityType> facility_types();
  /// What conditions of criteria ask about, sorted by name: the questions of an inspection form.
  std::vector<Fact> facts();
  /// Name of a known administrative unit: 441821 → 佛冈县.
  std::optional<std::string> admin_name(DistrictCode const &code);

  // For seed(), inside its transaction:

  /// Digest of the file as it was last loaded.
  std::optional<std::string> loaded_digest(std::string_view file);
  void note_loaded(std::string_view file, std::string_view digest);
  /// Fills the table that the file is named after. The Problem names file and line.
  Result<Done> load(std::string_view file, TsvTable const &table);
  void defer_foreign_keys();
  /// Problem with the table and row whose reference goes nowhere.
  Result<Done> check_foreign_keys();

 private:
  Tracker *m_tracker;
};

}  // namespace wza
