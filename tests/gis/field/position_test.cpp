// SPDX-License-Identifier: Apache-2.0
// Positions of rows: zones of planning maps, the operator's veto, undeclared datums, borders.
#include "gis/field/position.h"

#include "db/store/facilities.h"
#include "gis/districts/load.h"
#include "gis/field/import_facilities.h"
#include "gis/geo/frames.h"
#include "gis/geo/gauss_kruger.h"
#include "gis/geo/gpkg_blob.h"
#include "tests/gis/field/drawn_county.h"

#include <fmt/format.h>

namespace wza::gis {
namespace {

using Positions = DrawnCounty;

TEST_F(Positions, MetresOfAZoneAreReadInEitherOrderWithTheNumberOrTheMeridian) {
  auto const zone = to_gauss_kruger({123.3259, 29.1784}, 123);
  auto const row = [&](char const *id, double a, double b, char const *more) {
    return fmt::format("{},虚构,school,{:.3f},{:.3f},{}\n", id, a, b, more);
  };
  auto const report = import_facilities(*m_tracker,
                                        csv("编号,名称,场所类型,x,y,中央经线,坐标系\n" +
                                            row("A", 41e6 + zone.east, zone.north, ",国家2000") +
                                            row("B", zone.north, 41e6 + zone.east, ",CGCS2000") +
                                            row("C", zone.north, zone.east, "123,cgcs2000") +
                                            row("D", zone.east, zone.north, ",EPSG:4550") +
                                            row("E", zone.east, zone.north, ",cgcs2000")),
                                        {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 4);
  EXPECT_EQ(only(*report).row, 6) << "the zone of E is not known";
  for (auto const *id : {"A", "B", "C", "D"}) {
    auto const facility = FacilityStore(*m_tracker).find(FacilityId(id));
    ASSERT_TRUE(facility) << id;
    auto const point = std::get<Point>(*from_blob(facility->geom));
    EXPECT_NEAR(point.lon, 1233259000, 1) << id;
    EXPECT_NEAR(point.lat, 291784000, 1) << id;
    EXPECT_NEAR(facility->raw.lon, 41e6 + zone.east, 0.001) << "kept with its zone";
    EXPECT_EQ(facility->raw.datum, "cgcs2000");
  }
}

TEST_F(Positions, WhereConvertingBackIsForbiddenShiftedPairsAreRefused) {
  forbid_inverse_shift(true);
  auto const report = import_facilities(*m_tracker, demo("facilities_gcj02.csv"), in(Frame::gcj02));
  forbid_inverse_shift(false);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 0);
  ASSERT_FALSE(report->refused.empty());
  EXPECT_EQ(report->refused.front().code, ProblemCode::configuration);
  EXPECT_NE(report->refused.front().remedy.en.find("WZA_INVERSE_SHIFT"), std::string::npos);
}

TEST_F(Positions, AFacilityWithinItsAccuracyOfABorderIsNamedWithTheOthers) {
  std::string const head = "编号,名称,场所类型,经度,纬度,精度\n";
  auto const sure = import_facilities(
      *m_tracker, csv(head + "A,虚构,school,123.325853,29.178417,1\n"), in(Frame::wgs84));
  ASSERT_TRUE(sure);
  EXPECT_TRUE(sure->notes.empty());
  auto const unsure = import_facilities(
      *m_tracker, csv(head + "B,虚构,school,123.325853,29.178417,9000\n"), in(Frame::wgs84));
  ASSERT_TRUE(unsure);
  EXPECT_EQ(unsure->stored, 1) << "it is kept all the same";
  ASSERT_EQ(unsure->notes.size(), 1U);
  EXPECT_NE(unsure->notes[0].zh.find("2: "), std::string::npos) << unsure->notes[0].zh;
  EXPECT_NE(unsure->notes[0].zh.find(" / "), std::string::npos) << unsure->notes[0].zh;
}

TEST_F(Positions, AnUndeclaredDatumIsRefusedWithAProposalFromTheDistrictsThatRowsName) {
  DistrictIndex const index(*load_districts(*m_tracker));
  std::string text = "编号,名称,场所类型,经度,纬度,行政区划代码\n";
  int points = 0;
  for (double lon = 123.1; lon < 123.7; lon += 0.008) {
    for (double lat = 28.9; lat < 29.4; lat += 0.008) {
      auto const found = index.locate(*Point::of({lon, lat}));
      if (!found) continue;
      auto const shown = to_gcj02(Degrees<Frame::wgs84>{lon, lat});
      text += fmt::format("P{},虚构,school,{:.6f},{:.6f},{}\n", ++points, shown.lon, shown.lat,
                          index[*found].code.value);
    }
  }
  ASSERT_GT(points, 500);
  auto const report = import_facilities(*m_tracker, csv(text), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problem().code, ProblemCode::undeclared_datum);
  EXPECT_NE(report.problem().reason.zh.find("看来是 GCJ-02"), std::string::npos)
      << report.problem().reason.zh;
  EXPECT_EQ(number("SELECT count(*) FROM facilities"), 0) << "only a proposal";
}

TEST_F(Positions, BoundariesOfUndeclaredDatumAreRefusedWithAProposalFromTheirOutlines) {
  auto table = demo("districts.geojson");
  table.frame.reset();
  for (auto &row : table.rows) {
    for (auto &part : std::get<RawArea>(*row.geometry)) {
      for (auto &ring : part) {
        for (auto &at : ring) {
          auto const shown = to_bd09(Degrees<Frame::wgs84>{at.lon, at.lat});
          at = {shown.lon, shown.lat};
        }
      }
    }
  }
  auto const report = import_districts(*m_tracker, table, drawn());
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problem().code, ProblemCode::undeclared_datum);
  EXPECT_NE(report.problem().reason.zh.find("看来是 BD-09"), std::string::npos)
      << report.problem().reason.zh;
}

}  // namespace
}  // namespace wza::gis
