// SPDX-License-Identifier: Apache-2.0
// Which facility a photo shows.
#pragma once

#include "db/model/facility.h"
#include "db/model/photo.h"
#include "gis/geo/point.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

/// The facility and how it was known.
struct PhotoSubject {
  FacilityId facility;
  PhotoMatch matched{};
  std::optional<std::string> component;  ///< what the name says behind the facility's number
  std::optional<double> distance;        ///< metres; nothing where one of both has no position
};

/// Facilities by their number and by where they are.
class PhotoMatcher {
 public:
  explicit PhotoMatcher(std::vector<Facility> const &facilities);

  /// By the name of the file, by that of its folder, then by position: the nearest facility within
  /// 50 m (more where the accuracy is worse, up to 150 m), if the next is at least twice as far.
  /// A Problem without a file name otherwise; it names the facilities that are near.
  Result<PhotoSubject> match(std::string_view name, std::string_view folder,
                             std::optional<Point> camera, std::optional<double> accuracy) const;

 private:
  struct Place {
    std::string name;
    std::optional<Point> at;
  };
  struct Near {
    std::string const *id;
    double metres;
  };
  std::vector<Near> nearest_two(Point camera) const;
  std::optional<PhotoSubject> by_name(std::string_view name) const;

  std::map<std::string, Place, std::less<>> m_places;
};

}  // namespace wza::gis
