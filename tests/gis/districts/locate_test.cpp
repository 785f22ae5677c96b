// SPDX-License-Identifier: Apache-2.0
// The district of a point against GEOS's exact predicate, and the rule for borders.
#include "gis/districts/locate.h"

#include "tests/gis/geo/drawn_towns.h"

#include <gtest/gtest.h>
#include <ogr_geometry.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <thread>

namespace wza::gis {
namespace {

std::unique_ptr<OGRGeometry> to_ogr(MultiPolygon const &area) {
  auto out = std::make_unique<OGRMultiPolygon>();
  for (auto const &polygon : area) {
    OGRPolygon part;
    for (auto const &ring : polygon) {
      OGRLinearRing line;
      for (auto p : ring)
        line.addPoint(p.lon, p.lat);
      line.closeRings();
      part.addRing(&line);
    }
    out->addGeometry(&part);
  }
  return out;
}

/// What GEOS says of the same integers: every area that holds the point, borders included.
std::vector<std::size_t> geos_hits(std::vector<std::unique_ptr<OGRGeometry>> const &areas,
                                   Point p) {
  OGRPoint point(p.lon, p.lat);
  std::vector<std::size_t> hits;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i]->Intersects(&point)) hits.push_back(i);
  }
  return hits;
}

void expect_agreement(std::vector<DistrictArea> const &towns, int points) {
  std::vector<std::unique_ptr<OGRGeometry>> areas;
  std::optional<Box> box;
  for (auto const &town : towns) {
    areas.push_back(to_ogr(town.area));
    auto const own = *box_of(town.area);
    if (!box) box = own;
    box->min = {std::min(box->min.lon, own.min.lon), std::min(box->min.lat, own.min.lat)};
    box->max = {std::max(box->max.lon, own.max.lon), std::max(box->max.lat, own.max.lat)};
  }
  DistrictIndex const index(towns);
  std::mt19937 random(1);
  std::uniform_int_distribution<std::int32_t> lon(box->min.lon - 1000, box->max.lon + 1000);
  std::uniform_int_distribution<std::int32_t> lat(box->min.lat - 1000, box->max.lat + 1000);
  int inside = 0;
  for (int i = 0; i < points; ++i) {
    Point const p{lon(random), lat(random)};
    auto const hits = geos_hits(areas, p);
    auto const found = index.locate(p);
    ASSERT_EQ(found.has_value(), !hits.empty()) << p.lon << ' ' << p.lat;
    if (!found) continue;
    ++inside;
    auto const lowest = *std::min_element(hits.begin(), hits.end(), [&](auto a, auto b) {
      return towns[a].district.code < towns[b].district.code;
    });
    ASSERT_EQ(index[*found].code.value, towns[lowest].district.code.value);
  }
  EXPECT_GT(inside, points / 50);  // real districts may lie far apart
}

TEST(Locate, AgreesWithGeosOnDrawnTowns) {
  expect_agreement(DrawnTowns().towns, 10000);
}

/// The districts of $WZA_TEST_COUNTIES as they are drawn; none where it names no file.
std::vector<DistrictArea> real_counties() {
  std::vector<DistrictArea> counties;
  auto const *path = std::getenv("WZA_TEST_COUNTIES");
  if (path == nullptr) return counties;
  GDALAllRegister();
  std::unique_ptr<GDALDataset> const source(GDALDataset::Open(path, GDAL_OF_VECTOR));
  if (!source) return counties;
  for (auto const &feature : source->GetLayer(0)) {
    DistrictArea county;
    county.district.code = DistrictCode(feature->GetFieldAsString("code"));
    county.district.level = DistrictLevel::county;
    std::unique_ptr<OGRGeometry> shape(
        OGRGeometryFactory::forceToMultiPolygon(feature->GetGeometryRef()->clone()));
    for (auto const *part : *shape->toMultiPolygon()) {
      Polygon polygon;
      for (auto const *line : *part) {
        Ring ring;
        for (auto const &p : *line)
          ring.push_back(*Point::of({p.getX(), p.getY()}));
        ring.pop_back();
        polygon.push_back(std::move(ring));
      }
      county.area.push_back(std::move(polygon));
    }
    counties.push_back(std::move(county));
  }
  return counties;
}

TEST(Locate, AgreesWithGeosOnRealCounties) {
  auto const counties = real_counties();
  if (counties.empty()) GTEST_SKIP() << "WZA_TEST_COUNTIES names no file of districts";
  expect_agreement(counties, 10000);
}

TEST(Locate, EachVertexThatRealCountiesShareIsCountedOnceByTheLowestCode) {
  auto const counties = real_counties();
  if (counties.empty()) GTEST_SKIP() << "WZA_TEST_COUNTIES names no file of districts";
  std::map<Point, std::set<std::size_t>> owners;
  for (std::size_t i = 0; i < counties.size(); ++i) {
    for_each_edge(counties[i].area, [&](Point a, Point) { owners[a].insert(i); });
  }
  DistrictIndex const index(counties);
  std::array<int, 4> shared{};
  for (auto const &[p, of] : owners) {
    ++shared[std::min<std::size_t>(of.size(), 4) - 1];
    auto const found = index.locate(p);
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->on_border);
    std::string lowest = "~";
    for (auto const i : of)
      lowest = std::min(lowest, counties[i].district.code.value);
    auto const &code = index[*found].code.value;
    if (code != lowest) {
      // Then the border of a lower code passes here without a vertex.
      ASSERT_LT(code, lowest);
      auto const lower = std::find_if(counties.begin(), counties.end(), [&](auto const &county) {
        return county.district.code.value == code;
      });
      ASSERT_EQ(locate(lower->area, p), Side::border);
    }
    auto const others = index.others_within(p, 0, found);
    ASSERT_GE(others.size() + 1, of.size()) << "all that share it are named";
  }
  EXPECT_GT(shared[1], 0);
  EXPECT_GT(shared[2], 0) << "vertices of three counties";
}

TEST(Locate, CountsDependNeitherOnThreadsNorOnTheOrderOfPoints) {
  DrawnTowns const drawn;
  auto districts = real_counties();
  std::vector<Point> points;
  if (districts.empty()) {
    districts = drawn.towns;
    points = drawn.inner_vertices;
  }
  for (auto const &district : districts)
    for_each_edge(district.area, [&](Point a, Point) { points.push_back(a); });
  DistrictIndex const index(districts);
  auto const counted = [&](unsigned threads) {
    std::vector<std::vector<int>> counts(threads, std::vector<int>(index.districts().size()));
    {
      std::vector<std::jthread> crew;
      for (unsigned t = 0; t < threads; ++t) {
        crew.emplace_back([&, t] {
          for (std::size_t i = t; i < points.size(); i += threads)
            ++counts[t][index.locate(points[i])->district];
        });
      }
    }
    for (unsigned t = 1; t < threads; ++t) {
      std::transform(counts[0].begin(), counts[0].end(), counts[t].begin(), counts[0].begin(),
                     std::plus());
    }
    return counts[0];
  };
  auto const alone = counted(1);
  EXPECT_EQ(std::accumulate(alone.begin(), alone.end(), std::size_t{0}), points.size());
  std::shuffle(points.begin(), points.end(), std::mt19937(4));
  EXPECT_EQ(counted(3), alone);
}

TEST(Locate, EachPointOnASharedVertexOrEdgeIsCountedOnceByTheLowestCode) {
  DrawnTowns const drawn;
  std::vector<Point> on_border = drawn.inner_vertices;
  std::mt19937 random(3);
  while (on_border.size() < 2000) {
    auto const &[a, b] = drawn.inner_edges[random() % drawn.inner_edges.size()];
    // Lattice points of the edge, and where there are none, the position nearest to its line.
    auto const steps = std::max<std::int32_t>(1, std::gcd(b.lon - a.lon, b.lat - a.lat));
    double const t = steps > 1
                         ? static_cast<double>(random() % static_cast<unsigned>(steps)) / steps
                         : static_cast<double>(random() % 1000) / 1000;
    on_border.push_back({static_cast<std::int32_t>(std::llround(a.lon + t * (b.lon - a.lon))),
                         static_cast<std::int32_t>(std::llround(a.lat + t * (b.lat - a.lat)))});
  }
  auto shuffled = drawn.towns;
  std::shuffle(shuffled.begin(), shuffled.end(), random);
  DistrictIndex const index(drawn.towns);
  DistrictIndex const other(shuffled);
  for (auto p : on_border) {
    auto const found = index.locate(p);
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->on_border) << p.lon << ' ' << p.lat;
    EXPECT_FALSE(found->in_several);
    std::string lowest = "~";
    for (auto const &town : drawn.towns) {
      if (locate(town.area, p) != Side::outside)
        lowest = std::min(lowest, town.district.code.value);
    }
    EXPECT_EQ(index[*found].code.value, lowest);
    EXPECT_EQ(other.locate(p), found) << "the order of the areas must not matter";
  }
}

TEST(Locate, OneUnitOffTheBorderIsOffTheBorder) {
  DistrictArea west, east;
  west.district = {DistrictCode("990101"), "西", DistrictLevel::county, {}, {}, {}};
  east.district = {DistrictCode("990102"), "东", DistrictLevel::county, {}, {}, {}};
  west.area = {{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}}};
  east.area = {{{{100, 0}, {200, 0}, {200, 100}, {100, 100}}}};
  DistrictIndex const index({east, west});
  auto const code = [&](Point p) { return index[*index.locate(p)].code.value; };
  EXPECT_EQ(code({100, 50}), "990101");
  EXPECT_TRUE(index.locate({100, 50})->on_border);
  EXPECT_EQ(code({101, 50}), "990102");
  EXPECT_FALSE(index.locate({101, 50})->on_border);
  EXPECT_EQ(code({99, 50}), "990101");
  EXPECT_FALSE(index.locate({99, 50})->on_border);
  EXPECT_TRUE(index.locate({0, 0})->on_border) << "the outer border belongs to the district";
  EXPECT_FALSE(index.locate({-1, 0}));
  EXPECT_FALSE(index.locate({201, 50}));
}

TEST(Locate, TheNarrowestLevelAnswersAndOverlapsAreTold) {
  DistrictArea county, town, twin;
  county.district = {DistrictCode("990101"), "县", DistrictLevel::county, {}, {}, {}};
  county.area = {{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}}};
  town.district = {DistrictCode("990101100"), "镇", DistrictLevel::township, {}, {}, {}};
  town.area = {{{{0, 0}, {50, 0}, {50, 100}, {0, 100}}}};
  twin.district = {DistrictCode("990101101"), "乡", DistrictLevel::township, {}, {}, {}};
  twin.area = {{{{40, 0}, {60, 0}, {60, 100}, {40, 100}}}};
  DistrictIndex const index({county, town, twin});
  EXPECT_EQ(index[*index.locate({20, 50})].code.value, "990101100");
  EXPECT_EQ(index[*index.locate({90, 50})].code.value, "990101");
  auto const overlap = index.locate({45, 50});
  EXPECT_EQ(index[*overlap].code.value, "990101100");
  EXPECT_TRUE(overlap->in_several);
}

TEST(Locate, WithinItsAccuracyOfABorderTheOthersAreNamed) {
  DistrictArea west, east, south;
  west.district = {DistrictCode("990101"), "西", DistrictLevel::county, {}, {}, {}};
  east.district = {DistrictCode("990102"), "东", DistrictLevel::county, {}, {}, {}};
  south.district = {DistrictCode("990103"), "南", DistrictLevel::county, {}, {}, {}};
  // Squares of 0.01 degree, about 1,110 m, at the equator.
  west.area = {{{{0, 0}, {100000, 0}, {100000, 100000}, {0, 100000}}}};
  east.area = {{{{100000, 0}, {200000, 0}, {200000, 100000}, {100000, 100000}}}};
  south.area = {{{{0, -100000}, {200000, -100000}, {200000, 0}, {0, 0}}}};
  DistrictIndex const index({east, west, south});
  auto const others = [&](Point p, double accuracy) {
    std::string codes;
    for (auto i : index.others_within(p, accuracy, index.locate(p)))
      codes += index.districts()[i].code.value + ' ';
    return codes;
  };
  Point const at{99100, 50000};  // 10 m west of the border, 553 m north of the southern one
  EXPECT_EQ(others(at, 9.9), "");
  EXPECT_EQ(others(at, 10.1), "990102 ");
  EXPECT_EQ(others(at, 560), "990102 990103 ");
  EXPECT_EQ(others({100000, 50000}, 0), "990102 ");
  EXPECT_EQ(others({100000, 0}, 0), "990102 990103 ") << "all three meet here";
  Point const outside{50000, 100090};
  EXPECT_EQ(others(outside, 0.9), "");
  EXPECT_EQ(others(outside, 1.1), "990101 ") << "outside all, yet perhaps inside";
}

TEST(Locate, NoDistrictsHoldNothing) {
  EXPECT_FALSE(DistrictIndex({}).locate({0, 0}));
}

}  // namespace
}  // namespace wza::gis
