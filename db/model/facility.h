// SPDX-License-Identifier: Apache-2.0
// A place that is inspected: a ramp's building, a toilet, a stretch of footway.
#pragma once

#include "db/base/ids.h"
#include "db/model/criterion.h"
#include "db/model/place_precision.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wza {

/// A position as it came, kept beside the converted one.
struct RawPosition {
  double lon = 0, lat = 0;
  std::string datum;                      ///< wire word of the frame: "gcj02"
  std::optional<std::string> source_app;  ///< what gave it
  std::optional<double> accuracy;         ///< metres
  bool operator==(RawPosition const &) const = default;
};

struct Facility {
  FacilityId id;
  std::string name;
  PlaceTypeCode place_type;
  std::optional<AppliesTo> build;  ///< new_build or existing; nothing where nobody said
  std::optional<std::string> address;
  std::optional<std::string> owner;
  DistrictCode district;
  /// By what the district is known. Without a position there is neither `raw` nor `geom`.
  PlacePrecision precision{};
  bool on_border = false;
  /// What the position may lie in as well: districts that hold it too, or whose border is not
  /// farther than its accuracy.
  std::vector<DistrictCode> others;
  std::optional<RawPosition> raw;
  std::vector<std::byte> geom;  ///< GeoPackage blob of the point in CGCS2000; empty: not known
  bool operator==(Facility const &) const = default;
};

}  // namespace wza
