// SPDX-License-Identifier: Apache-2.0
// A photo of a facility, and how it was known to be of that facility.
#pragma once

#include "db/base/clock.h"
#include "db/base/enum_names.h"
#include "db/base/ids.h"
#include "db/model/facility.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wza {

enum class PhotoMatch : std::uint8_t { name, position };
template <>
struct Names<PhotoMatch> {
  static constexpr std::array kAll{
      Name{PhotoMatch::name, "name", "按文件名", "By its name"},
      Name{PhotoMatch::position, "position", "按拍摄位置", "By where it was taken"},
  };
};
static_assert(covers(PhotoMatch::position));

/// Where the position of the camera came from.
enum class CameraSource : std::uint8_t { exif, track };
template <>
struct Names<CameraSource> {
  static constexpr std::array kAll{
      Name{CameraSource::exif, "exif", "照片自带", "The photo itself"},
      Name{CameraSource::track, "track", "按时间取自轨迹", "A track, by its time"},
  };
};
static_assert(covers(CameraSource::track));

struct Photo {
  std::string sha256;  ///< of the file as it came
  std::string name;    ///< its name as it came, without folders
  FacilityId facility;
  std::optional<std::string> component;  ///< the part it shows, where its name tells
  PhotoMatch matched{};
  std::optional<UtcTime> taken_at;
  std::optional<RawPosition> camera;        ///< where the camera was
  std::optional<double> distance;           ///< metres from the camera to the facility
  int width = 0, height = 0;                ///< as stored, before it is turned
  int orientation = 1;                      ///< EXIF 2.32, tag 274: 1 upright … 8
  std::optional<CameraSource> camera_from;  ///< of `camera`
  bool operator==(Photo const &) const = default;
};

}  // namespace wza
