// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/gpkg_blob.h"

#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>
#include <ogr_geometry.h>

#include <cstring>
#include <memory>

namespace wza::gis {
namespace {

TEST(GpkgBlob, PointsAndAreasComeBackAsTheyWere) {
  Point const p{1135300001, 238800002};
  EXPECT_EQ(std::get<Point>(*from_blob(to_blob(p))), p);
  for (auto const &town : DrawnTowns().towns) {
    EXPECT_EQ(std::get<MultiPolygon>(*from_blob(to_blob(town.area))), town.area);
  }
}

TEST(GpkgBlob, GdalReadsTheGeometryInside) {
  auto const blob = to_blob(DrawnTowns().towns.front().area);
  constexpr std::size_t kHeader = 8 + 32;
  OGRGeometry *read = nullptr;
  ASSERT_EQ(OGRGeometryFactory::createFromWkb(
                reinterpret_cast<unsigned char const *>(blob.data()) + kHeader, nullptr, &read,
                blob.size() - kHeader),
            OGRERR_NONE);
  std::unique_ptr<OGRGeometry> const shape(read);
  EXPECT_TRUE(shape->IsValid());
  EXPECT_EQ(shape->toMultiPolygon()->getGeometryRef(0)->getNumInteriorRings(), 1);
}

TEST(GpkgBlob, BigEndianPolygonsAreRead) {
  OGRPolygon polygon;
  OGRLinearRing line;
  for (auto [x, y] : {std::pair{110.0, 25.0}, {111.0, 25.0}, {111.0, 26.0}, {110.0, 25.0}})
    line.addPoint(x, y);
  polygon.addRing(&line);
  std::vector<std::byte> blob(8 + static_cast<std::size_t>(polygon.WkbSize()));
  blob[0] = std::byte{'G'};
  blob[1] = std::byte{'P'};
  blob[3] = std::byte{0};  // big endian, no envelope
  ASSERT_EQ(polygon.exportToWkb(wkbXDR, reinterpret_cast<unsigned char *>(blob.data()) + 8),
            OGRERR_NONE);
  auto const read = from_blob(blob);
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<MultiPolygon>(*read).at(0).at(0).size(), 3U);
}

TEST(GpkgBlob, CutAndForgedBlobsAreRefused) {
  auto const blob = to_blob(DrawnTowns().towns.front().area);
  for (std::size_t n = 0; n < blob.size(); ++n) {
    EXPECT_FALSE(from_blob(std::span(blob).first(n))) << n;
  }
  auto forged = blob;
  std::memset(forged.data() + 8 + 32 + 5, 0xFF, 4);  // four thousand million parts
  EXPECT_FALSE(from_blob(forged));
}

}  // namespace
}  // namespace wza::gis
