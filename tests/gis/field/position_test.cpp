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
    EXPECT_NEAR(facility->raw->lon, 41e6 + zone.east, 0.001) << "kept with its zone";
    EXPECT_EQ(facility->raw->datum, "cgcs2000");
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
  auto const others = FacilityStore(*m_tracker).find(FacilityId("B"))->others;
  EXPECT_FALSE(others.empty());
  EXPECT_EQ(std::count(others.begin(), others.end(), DistrictCode("990101100")), 0) << "its own";
  EXPECT_EQ(number("SELECT count(*) FROM v_facility WHERE other_districts LIKE '% %'"), 1);
}

TEST_F(Positions, WithoutCoordinatesThePlaceIsAsExactAsItsAddressOrCode) {
  std::string const head = "编号,名称,场所类型,经度,纬度,地址,行政区划\n";
  std::string const rows =
      "A,虚构,school,,,清溪县城关镇虚构大道1号,\n"
      "B,虚构,school,,,清溪县虚构大道1号,\n"
      "C,虚构,school,,,虚构大道1号,990101101\n"
      "D,虚构,school,,,清溪县石桥镇,990101101\n"  // the code holds
      "E,虚构,school,,,虚构大道1号,\n"            // nowhere
      "F,虚构,school,,,,990199\n"                 // no such district
      "G,虚构,school,,,,\n"
      "H,虚构,school,,,,清溪县白沙乡\n";
  auto const report = import_facilities(*m_tracker, csv(head + rows), {});
  ASSERT_TRUE(report) << report.problem().in(Lang::en);
  EXPECT_EQ(report->stored, 5);
  std::vector<ProblemCode> codes;
  for (auto const &problem : report->refused)
    codes.push_back(problem.code);
  EXPECT_EQ(codes, (std::vector{ProblemCode::outside_districts, ProblemCode::unknown_code,
                                ProblemCode::missing_value}));
  FacilityStore store(*m_tracker);
  auto const told = [&](char const *id) {
    auto const facility = store.find(FacilityId(id));
    EXPECT_FALSE(facility->raw) << "a point that nobody gave must not be drawn";
    EXPECT_TRUE(facility->geom.empty());
    return facility->district.value + ' ' + std::string(key(facility->precision));
  };
  EXPECT_EQ(told("A"), "990101100 town");
  EXPECT_EQ(told("B"), "990101 county");
  EXPECT_EQ(told("C"), "990101101 town");
  EXPECT_EQ(told("D"), "990101101 town");
  EXPECT_EQ(told("H"), "990101200 town");
  EXPECT_EQ(number("SELECT count(*) FROM v_facility WHERE precision <> 'gps' AND geom IS NULL"), 5);
  auto const again = import_facilities(*m_tracker, csv(head + rows), {});
  EXPECT_EQ(again->unchanged, 5);
  // A position that comes later makes it exact.
  auto const later = import_facilities(
      *m_tracker, csv(head + "A,虚构,school,123.325853,29.178417,,\n"), in(Frame::wgs84));
  EXPECT_EQ(later->updated, 1);
  EXPECT_EQ(store.find(FacilityId("A"))->precision, PlacePrecision::gps);
  EXPECT_TRUE(import_districts(*m_tracker, demo("districts.geojson"), drawn()));
}

TEST_F(Positions, ATownWithoutABoundaryIsKnownByItsNameWithinTheCounty) {
  DistrictOptions options = drawn();
  auto const names = import_districts(
      *m_tracker, csv("code,name\n990101100001,虚构社区居委会\n990101301,新设镇\n"), options);
  ASSERT_TRUE(names) << names.problem().in(Lang::en);
  EXPECT_EQ(names->stored, 2);
  EXPECT_EQ(number("SELECT count(*) FROM districts WHERE boundary_source IS NULL AND code IN "
                   "('990101100001', '990101301')"),
            2);
  auto const report = import_facilities(
      *m_tracker,
      csv("编号,名称,场所类型,经度,纬度,地址\n"
          "A,虚构,school,123.325853,29.178417,清溪县城关镇虚构社区3号\n"  // lies in 城关镇
          "B,虚构,school,123.325853,29.178417,清溪县云岭镇1号\n"          // does not lie there
          "C,虚构,school,,,清溪县新设镇\n"),
      in(Frame::wgs84));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 3);
  FacilityStore store(*m_tracker);
  EXPECT_EQ(store.find(FacilityId("A"))->district.value, "990101100001");
  EXPECT_EQ(store.find(FacilityId("A"))->precision, PlacePrecision::gps);
  EXPECT_EQ(store.find(FacilityId("B"))->district.value, "990101100");
  EXPECT_EQ(store.find(FacilityId("C"))->district.value, "990101301");
  bool told = false;
  for (auto const &note : report->notes)
    told |= note.zh.find("已按坐标归属：第 3 行") != std::string::npos;
  EXPECT_TRUE(told);
}

TEST_F(Positions, TheSameFacilitiesInTheTrackerTellTheDatumOfATable) {
  ASSERT_TRUE(import_facilities(*m_tracker, demo("facilities.csv"), in(Frame::wgs84)));
  std::string text = "编号,名称,场所类型,经度,纬度,坐标来源\n";
  for (auto const &facility : FacilityStore(*m_tracker).all()) {
    if (facility.id.value > "QX-0005") break;
    auto const shown = to_bd09(Degrees<Frame::wgs84>{facility.raw->lon, facility.raw->lat});
    text += fmt::format("{},虚构,school,{:.6f},{:.6f},百度地图\n", facility.id.value, shown.lon,
                        shown.lat);
  }
  auto const report = import_facilities(*m_tracker, csv(text), {});
  ASSERT_FALSE(report);
  auto const &said = report.problem().reason;
  EXPECT_NE(said.zh.find("5 对已知位置"), std::string::npos) << said.zh;
  EXPECT_NE(said.zh.find("看来是 BD-09"), std::string::npos) << said.zh;
  EXPECT_NE(said.en.find("5 rows name a source that gives BD-09"), std::string::npos) << said.en;
  auto const camera = import_facilities(*m_tracker,
                                        csv("编号,名称,场所类型,经度,纬度,照片经度,照片纬度\nN,"
                                            "虚构,school,123.33,29.18,123.33,29.18\n"),
                                        {});
  ASSERT_FALSE(camera);
  EXPECT_NE(camera.problem().reason.zh.find("看来是 CGCS2000"), std::string::npos)
      << camera.problem().reason.zh;
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
