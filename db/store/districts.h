// SPDX-License-Identifier: Apache-2.0
// Districts, their boundaries and their tree.
#pragma once

#include "db/model/district.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wza {

/// A district with its boundary, as kept.
struct StoredDistrict {
  District district;
  std::vector<std::byte> geom;  ///< GeoPackage blob, CGCS2000; empty where only the code is known
  std::string datum;            ///< frame of the imported boundary; empty where there is none
  bool repaired = false;
};

class DistrictStore {
 public:
  explicit DistrictStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores or updates one district; its parent is left to rebuild_tree(). A district without a
  /// boundary never takes away a boundary that is known. Inside the caller's transaction.
  StoreChange put(StoredDistrict const &district, RunId run);
  /// Sets all parents and the closure from the codes; missing ancestors that the reference data
  /// name are added without a boundary. Inside the caller's transaction.
  void rebuild_tree(RunId run);

  std::optional<District> find(DistrictCode const &code);
  /// All, by code.
  std::vector<District> all();
  /// Those that have a boundary, with it.
  std::vector<StoredDistrict> with_boundary();
  /// The district and all below it, by code.
  std::vector<DistrictCode> within(DistrictCode const &code);
  /// The distinct sources of the boundaries as "source (date)", for printing with counts.
  std::vector<std::string> boundary_sources();

 private:
  Tracker *m_tracker;
};

}  // namespace wza
