// SPDX-License-Identifier: Apache-2.0
// Which datum the positions of a file that does not say it are in: a proposal with its evidence,
// for a person to decide. Nothing here converts anything. WGS-84 and CGCS2000 cannot be told apart
// and are proposed as CGCS2000.
#pragma once

#include "gis/districts/locate.h"
#include "gis/io/table.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::gis {

/// What is compared with what.
enum class DatumEvidence : std::uint8_t {
  declared_districts,  ///< districts that rows name, and those in which their positions lie
  outlines,            ///< borders of a layer, and borders that are known
  pairs,               ///< positions of the same things in a known datum
};

/// How well the positions fit if they are in `frame`.
struct DatumFit {
  Frame frame{};
  double misfit = 0;  ///< share in another district (0 to 1); else the median distance in metres
};

struct DatumProposal {
  DatumEvidence evidence{};
  std::int64_t compared = 0;     ///< rows, places on outlines, or pairs
  std::array<DatumFit, 3> fits;  ///< cgcs2000, gcj02, bd09
  std::optional<Frame> frame;    ///< nothing: the evidence does not tell them apart
  /// One sentence with the numbers, and what they say. No place stands in it.
  Text words() const;
  /// The words behind another sentence.
  Text added_to(Text sentence) const;
};

/// A position as it came, and the district that its row names.
using DeclaredPoint = std::pair<RawPoint, DistrictCode>;

/// Tells the datums apart where one explains significantly more rows than the next (McNemar's test,
/// p < 0.001): some hundred points in a city, a thousand in the country. Nothing without points of
/// districts in the index.
std::optional<DatumProposal> propose_by_districts(std::span<DeclaredPoint const> points,
                                                  DistrictIndex const &index);

/// Compares each outline with the nearest border of the index, every 200 m along it. Outlines of
/// two sources differ by 150 to 270 m themselves; a test redraws five real prefectures that far off
/// in each datum. Nothing where there is no outline.
std::optional<DatumProposal> propose_by_outlines(std::span<RawArea const> areas,
                                                 DistrictIndex const &index);

/// A position as it came, and the same place in CGCS2000 (of a photo, say). A few suffice: the
/// datums lie 390 m and more apart.
std::optional<DatumProposal> propose_by_pairs(std::span<std::pair<RawPoint, Point> const> pairs);

}  // namespace wza::gis
