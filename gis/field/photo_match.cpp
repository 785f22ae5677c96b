// SPDX-License-Identifier: Apache-2.0
#include "gis/field/photo_match.h"

#include "db/base/ascii.h"
#include "db/base/text.h"
#include "gis/field/route.h"
#include "gis/geo/geodesic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::gis {
namespace {

constexpr double kNear = 50, kFarthest = 150;

/// What may stand between the number of the facility and the part in a file name.
constexpr std::string_view kSeparators = "_ -.()";

/// Names that cameras and chat programs give: they tell no part.
constexpr std::array<std::string_view, 9> kCameraWords{
    "IMG", "DSC", "DSCN", "PXL", "MVIMG", "WIN", "mmexport", "wx_camera", "微信图片"};

/// The part that a name tells behind the number: "_坡道_1" → "坡道"; nothing for "_1" and "".
std::optional<std::string> component_of(std::string_view rest) {
  std::size_t const begin = rest.find_first_not_of(kSeparators);
  if (begin == std::string_view::npos) return std::nullopt;
  rest.remove_prefix(begin);
  // Running numbers, days and times at the end.
  while (!rest.empty() &&
         (is_ascii_digit(rest.back()) || kSeparators.find(rest.back()) != rest.npos))
    rest.remove_suffix(1);
  if (rest.empty() || std::ranges::find(kCameraWords, rest) != kCameraWords.end())
    return std::nullopt;
  return std::string(rest);
}

Problem refusal(Text reason, Text remedy) {
  return {ProblemCode::not_found, "", "", std::nullopt, std::move(reason), std::move(remedy)};
}

}  // namespace

PhotoMatcher::PhotoMatcher(std::vector<Facility> const &facilities) {
  for (Facility const &facility : facilities) {
    m_places[facility.id.value] = {facility.name, point_of(facility)};
  }
}

std::optional<PhotoSubject> PhotoMatcher::by_name(std::string_view name) const {
  // The longest number that the name begins with: "A-1" and "A-12" may both be there.
  for (std::size_t length = name.size(); length > 0; --length) {
    auto const found = m_places.find(name.substr(0, length));
    if (found == m_places.end()) continue;
    std::string_view const rest = name.substr(length);
    if (!rest.empty() && kSeparators.find(rest.front()) == std::string_view::npos) continue;
    return PhotoSubject{FacilityId(found->first), PhotoMatch::name, component_of(rest), {}};
  }
  return std::nullopt;
}

std::vector<PhotoMatcher::Near> PhotoMatcher::nearest_two(Point camera) const {
  std::vector<Near> all;
  for (auto const &[id, place] : m_places) {
    if (!place.at) continue;
    // A degree of latitude is 111 km: what is farther than 3 km away in it need not be computed.
    if (std::abs(place.at->degrees().lat - camera.degrees().lat) > 0.03) continue;
    all.push_back({&id, distance(*place.at, camera)});
  }
  auto const kept = std::min<std::size_t>(2, all.size());
  std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(kept), {},
                            &Near::metres);
  all.resize(kept);
  return all;
}

Result<PhotoSubject> PhotoMatcher::match(std::string_view name, std::string_view folder,
                                         std::optional<Point> camera,
                                         std::optional<double> accuracy) const {
  auto named = by_name(name);
  if (!named) {
    named = by_name(folder);
    if (named) named->component = component_of(name);
  }
  if (named) {
    auto const &at = m_places.find(named->facility.value)->second.at;
    if (camera && at) named->distance = distance(*camera, *at);
    return *std::move(named);
  }
  Text const remedy{"请用设施编号作文件名或文件夹名的开头，例如“编号_坡道_1.jpg”。",
                    "Let its name or that of its folder begin with the facility's number, as in "
                    "NUMBER_ramp_1.jpg."};
  if (!camera) {
    return refusal({"文件名里没有设施编号，照片里也没有拍摄位置。",
                    "Its name has no number of a facility, and the photo no position."},
                   remedy);
  }
  double const reach = std::clamp(3 * accuracy.value_or(0), kNear, kFarthest);
  auto const near = nearest_two(*camera);
  if (near.empty() || near[0].metres > reach) {
    return refusal(
        {fmt::format("拍摄位置 {:.0f} 米以内没有设施。", reach),
         fmt::format("There is no facility within {:.0f} m of where it was taken.", reach)},
        remedy);
  }
  if (near.size() > 1 && near[1].metres < 2 * near[0].metres && near[1].metres <= kFarthest) {
    return refusal({fmt::format("拍摄位置附近有不止一处设施：{}（{:.0f} 米）和 {}（{:.0f} 米）。",
                                *near[0].id, near[0].metres, *near[1].id, near[1].metres),
                    fmt::format("More than one facility is near: {} ({:.0f} m) and {} ({:.0f} m).",
                                *near[0].id, near[0].metres, *near[1].id, near[1].metres)},
                   remedy);
  }
  return PhotoSubject{FacilityId(*near[0].id), PhotoMatch::position, std::nullopt, near[0].metres};
}

}  // namespace wza::gis
