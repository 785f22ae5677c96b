// SPDX-License-Identifier: Apache-2.0
// Facilities and inspections from tables: what is kept, what is refused, and that doing it twice
// is doing it once.
#include "db/store/facilities.h"
#include "db/store/findings.h"
#include "db/store/inspections.h"
#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "gis/geo/geodesic.h"
#include "gis/geo/gpkg_blob.h"
#include "tests/gis/field/drawn_county.h"

#include <map>

namespace wza::gis {
namespace {

using ImportFacilities = DrawnCounty;

constexpr char const *kHead = "设施编号,名称,场所类型,新建或既有,经度,纬度\n";

TEST_F(ImportFacilities, GoodRowsAreKeptAndThePointInTheSeaIsRefusedWithItsRow) {
  auto const report = import_facilities(*m_tracker, demo("facilities.csv"), in(Frame::wgs84));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 200);
  auto const problem = only(*report);
  EXPECT_EQ(problem.code, ProblemCode::outside_districts);
  EXPECT_TRUE(problem.row);
  EXPECT_FALSE(problem.remedy.zh.empty());
  EXPECT_EQ(number("SELECT count(*) FROM v_facility WHERE length(district) = 9"), 200);
  auto const again = import_facilities(*m_tracker, demo("facilities.csv"), in(Frame::wgs84));
  EXPECT_EQ(again->unchanged, 200);
  EXPECT_EQ(again->stored + again->updated, 0);
}

TEST_F(ImportFacilities, ShiftedPairsAreConvertedAndKeptRaw) {
  auto const report = import_facilities(*m_tracker, demo("facilities_gcj02.csv"), in(Frame::gcj02));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 40);
  auto const facility = FacilityStore(*m_tracker).find(FacilityId("QX-0201"));
  ASSERT_TRUE(facility);
  EXPECT_EQ(facility->raw->datum, "gcj02");
  auto const point = std::get<Point>(*from_blob(facility->geom));
  auto const raw = *Point::of({facility->raw->lon, facility->raw->lat});
  EXPECT_GT(distance(point, raw), 100);
  EXPECT_LT(distance(point, raw), 800);
}

TEST_F(ImportFacilities, WithoutADatumNothingIsImported) {
  auto const report = import_facilities(*m_tracker, demo("facilities.csv"), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problem().code, ProblemCode::undeclared_datum);
  EXPECT_EQ(number("SELECT count(*) FROM facilities"), 0);
}

TEST_F(ImportFacilities, EachFaultNamesItsRowAndTheWayOut) {
  auto const good = ",car-park,既有,123.3259,29.1784\n";
  auto const table =
      csv(std::string(kHead) + "A,甲" + good + "A,乙" + good + ",丙" + good +
          "D,丁,月球,既有,123.3259,29.1784\n" + "E,戊,car-park,旧的,123.3259,29.1784\n" +
          "F,己,car-park,既有,东边,29.1784\n" + "G,庚,car-park,既有,29.1784,123.3259\n" +
          "H,辛,car-park,既有,,\n" + "I,壬,car-park,既有,121.0,25.5\n");
  auto const report = import_facilities(*m_tracker, table, in(Frame::wgs84));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  std::vector<std::pair<std::int64_t, ProblemCode>> found;
  for (auto const &problem : report->refused) {
    found.emplace_back(*problem.row, problem.code);
    EXPECT_FALSE(problem.reason.zh.empty());
    EXPECT_FALSE(problem.remedy.en.empty());
  }
  std::vector<std::pair<std::int64_t, ProblemCode>> const expected{
      {3, ProblemCode::duplicate},     {4, ProblemCode::missing_value},
      {5, ProblemCode::unknown_code},  {6, ProblemCode::bad_value},
      {7, ProblemCode::bad_number},    {8, ProblemCode::bad_value},
      {9, ProblemCode::missing_value}, {10, ProblemCode::outside_districts}};
  EXPECT_EQ(found, expected);
}

/// A feature of a facility in the county.
std::string feature(std::string const &id, std::string const &geometry,
                    std::string const &more = "") {
  return R"({"type":"Feature","properties":{"id":")" + id + R"(","name":"甲","type":"car-park")" +
         more + R"(},"geometry":)" + geometry + "}";
}
constexpr char const *kPoint = R"({"type":"Point","coordinates":[123.3259,29.1784]})";

TEST_F(ImportFacilities, ALineAmongPointsIsNoPoint) {
  auto const report = import_facilities(
      *m_tracker,
      geojson(feature("A", kPoint) + "," +
              feature("B", R"({"type":"LineString","coordinates":[[123.3,29.1],[123.4,29.1]]})")),
      in(Frame::wgs84));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  EXPECT_EQ(only(*report).code, ProblemCode::bad_geometry);
  EXPECT_EQ(only(*report).row, 2) << "people count from 1";
}

TEST_F(ImportFacilities, AGeoJsonWithoutADatumIsBelievedUnlessSomethingSpeaksAgainst) {
  auto const plain = import_facilities(*m_tracker, geojson(feature("A", kPoint)), {});
  ASSERT_TRUE(plain);
  EXPECT_NE(plain->notes.at(0).zh.find("RFC 7946"), std::string::npos);
  auto const amap = geojson(feature("A", kPoint, R"(,"高德编号":"1")"));
  auto const asked = import_facilities(*m_tracker, amap, {});
  EXPECT_TRUE(asked) << "known to stand there: the place outweighs a name";
  auto const fresh =
      import_facilities(*m_tracker, geojson(feature("B", kPoint, R"(,"高德编号":"1")")), {});
  ASSERT_FALSE(fresh);
  EXPECT_EQ(fresh.problem().code, ProblemCode::undeclared_datum);
  EXPECT_TRUE(import_facilities(*m_tracker, geojson(feature("B", kPoint, R"(,"高德编号":"1")")),
                                in(Frame::gcj02)));
  auto const crs =
      geojson(feature("C", kPoint, R"(,"高德编号":"1")"),
              R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)");
  EXPECT_TRUE(import_facilities(*m_tracker, crs, {})) << "the file says it itself";
}

TEST_F(ImportFacilities, WrongColumnsAreRefusedWithTheNamesThatAreMeant) {
  auto const report = import_facilities(*m_tracker, csv("甲,乙\n1,2\n"), in(Frame::wgs84));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problem().code, ProblemCode::missing_column);
  EXPECT_NE(report.problem().remedy.zh.find("设施编号"), std::string::npos);
}

TEST_F(ImportFacilities, ADatumColumnDecidesRowByRow) {
  auto const table =
      csv("id,name,type,lon,lat,坐标系\nA,甲,car-park,123.3259,29.1784,WGS-84\n"
          "B,乙,car-park,123.3259,29.1784,高德\nC,丙,car-park,123.3259,29.1784,月球\n");
  auto const report = import_facilities(*m_tracker, table, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 2);
  EXPECT_EQ(only(*report).code, ProblemCode::bad_value);
  auto const facilities = FacilityStore(*m_tracker).all();
  EXPECT_NE(facilities.at(0).geom, facilities.at(1).geom);
}

TEST_F(ImportFacilities, NewBoundariesMoveFacilitiesToTheirNewDistrict) {
  ASSERT_TRUE(import_facilities(*m_tracker, demo("facilities.csv"), in(Frame::wgs84)));
  auto table = demo("districts.geojson");
  std::swap(table.rows.at(1).geometry, table.rows.at(2).geometry);
  auto const report = import_districts(*m_tracker, table, drawn());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->updated, 2);
  EXPECT_GT(report->moved, 0);
}

class ImportInspections : public DrawnCounty {
 protected:
  ImportInspections() {
    EXPECT_TRUE(import_facilities(*m_tracker, demo("facilities.csv"), in(Frame::wgs84)));
    EXPECT_TRUE(import_facilities(*m_tracker, demo("facilities_gcj02.csv"), in(Frame::gcj02)));
  }
  InspectionReport take(std::string const &rows) {
    auto const report = import_inspections(
        *m_tracker,
        csv("设施编号,检查日期,检查类型,检查人,部件,指标编号,测量值,单位,现场条件\n" + rows), {});
    EXPECT_TRUE(report);
    return *report;
  }
  std::vector<Finding> findings(bool open) {
    FindingFilter filter;
    filter.only_open = open;
    return FindingStore(*m_tracker).list(filter, 0, 1000);
  }
};

TEST_F(ImportInspections, TheCountysTwoYearsAreJudgedAndTheBadNumberIsRefused) {
  auto const report = import_inspections(*m_tracker, demo("inspections.csv"), {});
  ASSERT_TRUE(report);
  auto const problem = only(*report);
  EXPECT_EQ(problem.code, ProblemCode::bad_number);
  EXPECT_EQ(problem.row, 42);
  EXPECT_GT(report->passed, 100);
  EXPECT_GT(report->failed, 100);
  EXPECT_GT(report->cant_tell, 50);
  EXPECT_GT(report->findings_new, 100);
  EXPECT_GT(report->findings_mended, 10) << "the second year's re-check mends some";
  auto const open = findings(true).size();
  auto const again = import_inspections(*m_tracker, demo("inspections.csv"), {});
  EXPECT_EQ(again->stored + again->updated, 0);
  EXPECT_EQ(again->findings_new + again->findings_mended + again->findings_reopened, 0);
  EXPECT_EQ(findings(true).size(), open);
}

TEST_F(ImportInspections, AFailureIsAFindingWithPlaceClauseValueThresholdAndMargin) {
  take("QX-0001,2024-05-06,,一组,坡道,ramp-width,1.05,m,\n");
  auto const found = findings(true);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].subject, "QX-0001");
  EXPECT_EQ(found[0].standard, "GB 55019-2021");
  EXPECT_EQ(found[0].clause, "2.3.2");
  EXPECT_EQ(found[0].component, "坡道");
  auto const places = FindingStore(*m_tracker).occurrences(found[0].id);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_DOUBLE_EQ(*places[0].what.value, 1.05);
  EXPECT_EQ(places[0].what.threshold, "1.20");
  EXPECT_NEAR(*places[0].what.margin, 0.15, 1e-9);
}

TEST_F(ImportInspections, WhatFieldFormsSayBesideTheValueIsKept) {
  auto const table =
      csv("设施编号,督导时间,督导人员,天气/地面,部件,位置说明,指标编号,测量值,涉及长度或数量\n"
          "QX-0001,2024-05-06 14:30,一组,小雨,盲道,北门外,tactile-safe-direction,无,121 米\n"
          "QX-0001,2024-05-06 14:30,一组,小雨,盲道 2,,tactile-unobstructed,3 处,\n"
          "QX-0001,2024-05-06 14:30,一组,小雨,盲道 2,,tactile-warning-at-turns,不适用,\n"
          "QX-0001,2024-05-06 14:30,一组,小雨,盲道 2,,tactile-warning-at-hazard,未检查,\n"
          "QX-0001,2024-05-06 14:30,一组,小雨,盲道 3,,tactile-safe-direction,无,121\n");
  auto const report = import_inspections(*m_tracker, table, {});
  ASSERT_TRUE(report) << report.problem().in(Lang::en);
  EXPECT_EQ(only(*report).row, 6) << "121 of what?";
  auto const visit = InspectionStore(*m_tracker).of_facility(FacilityId("QX-0001")).at(0);
  EXPECT_EQ(visit.time, "14:30");
  EXPECT_EQ(visit.weather, "小雨");
  std::map<std::string, Measurement> measured;
  for (auto const &m : visit.measurements)
    measured[m.criterion.value] = m;
  EXPECT_EQ(measured.at("tactile-safe-direction").location, "北门外");
  EXPECT_EQ(measured.at("tactile-warning-at-turns").outcome, Outcome::inapplicable);
  EXPECT_EQ(measured.at("tactile-warning-at-hazard").outcome, Outcome::cant_tell);
  std::map<std::string, Occurrence> found;
  for (auto const &finding : findings(true))
    found[finding.rule.value] = FindingStore(*m_tracker).occurrences(finding.id).at(0).what;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.at("tactile-safe-direction").extent, 121);
  EXPECT_EQ(found.at("tactile-safe-direction").extent_unit, "m");
  EXPECT_EQ(found.at("tactile-unobstructed").extent, 3) << "what must not be there was counted";
  auto const again = import_inspections(*m_tracker, table, {});
  EXPECT_EQ(again->stored + again->updated, 0);
}

TEST_F(ImportInspections, WhoHasToMendByWhenAndHowGraveItIsBecomeTheFindings) {
  std::string const head =
      "设施编号,检查日期,部件,指标编号,测量值,单位,责任单位,整改期限,问题等级\n";
  auto const import = [&](std::string const &rows) {
    return *import_inspections(*m_tracker, csv(head + rows), {});
  };
  std::string const first =
      "QX-0001,2024-05-06,坡道,ramp-width,1.05,m,虚构城管局,2024-06-30,M\n"
      "QX-0001,2024-05-06,大门,threshold-height,40,mm,,,\n"
      "QX-0001,2024-05-06,东门,threshold-height,40,mm,,2024-05-05,\n"
      "QX-0001,2024-05-06,西门,threshold-height,40,mm,,,很糟\n"
      "QX-0001,2024-05-06,南门,threshold-height,40,mm,测试甲 13800005550,,\n";
  auto const report = import(first);
  std::vector<std::pair<std::optional<std::int64_t>, std::string>> refused;
  for (auto const &problem : report.refused)
    refused.emplace_back(problem.row, problem.field);
  EXPECT_EQ(refused, (std::vector<std::pair<std::optional<std::int64_t>, std::string>>{
                         {4, "整改期限"}, {5, "问题等级"}, {6, "责任单位"}}));
  EXPECT_EQ(report.refused[2].in(Lang::zh).find("5550"), std::string::npos);
  auto const ramp = [&] {
    for (auto const &finding : findings(false))
      if (finding.rule.value == "ramp-width") return finding;
    return Finding{};
  };
  EXPECT_EQ(ramp().unit, "虚构城管局");
  EXPECT_EQ(ramp().due, LocalDate::parse("2024-06-30"));
  EXPECT_EQ(ramp().severity, Severity::serious);
  EXPECT_EQ(import(first).stored + import(first).updated, 0) << "the same again";
  import("QX-0001,2024-07-06,坡道,ramp-width,1.10,m,,,\n");
  EXPECT_EQ(ramp().due, LocalDate::parse("2024-06-30")) << "an empty cell erases nothing";
  import("QX-0001,2024-08-06,坡道,ramp-width,1.30,m,,,\n");
  import("QX-0001,2024-09-06,坡道,ramp-width,1.05,m,,,C\n");
  EXPECT_EQ(ramp().unit, "虚构城管局");
  EXPECT_EQ(ramp().due, std::nullopt) << "a new case has its own deadline";
  EXPECT_EQ(ramp().severity, Severity::moderate);
}

TEST_F(ImportInspections, ALaterMeasurementThatPassesMendsAndOneThatWasNotTakenDoesNot) {
  take(
      "QX-0001,2024-05-06,,一组,坡道,ramp-width,1.05,m,\nQX-0001,2024-05-06,,一组,大门,threshold-"
      "height,40,mm,\n");
  EXPECT_EQ(findings(true).size(), 2U);
  auto const later = take(
      "QX-0001,2024-09-06,复查,一组,坡道,ramp-width,1.25,m,\nQX-0001,2024-09-06,复查,一组,大门,"
      "threshold-height,,mm,\n");
  EXPECT_EQ(later.findings_mended, 1);
  auto const open = findings(true);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].rule.value, "threshold-height");
}

TEST_F(ImportInspections, FactsOfTheSameComponentDecideConditions) {
  // 1:10 is too steep, unless the site is constrained and the rise small: then 1:10 is the limit.
  auto const steep = take("QX-0001,2024-05-06,,一组,坡道,ramp-slope,1:10,,site_constrained=no\n");
  EXPECT_EQ(steep.failed, 1);
  auto const unknown = take("QX-0002,2024-05-06,,一组,坡道,ramp-slope,1:10,,rise_per_run=100 mm\n");
  EXPECT_EQ(unknown.cant_tell, 1);
  auto const excused = take(
      "QX-0003,2024-05-06,,一组,坡道,ramp-slope,1:10,,rise_per_run=100 mm；site_constrained=是\n");
  EXPECT_EQ(excused.inapplicable, 1);
}

TEST_F(ImportInspections, ThePlaceMeasuredTwiceOnAVisitKeepsTheLaterRow) {
  auto const report = import_inspections(
      *m_tracker,
      csv("设施编号,检查日期,部件,指标编号,测量值,单位\nQX-0001,2025-03-01,坡道,ramp-slope,12,%\n"
          "QX-0001,2025-03-01,人行道,route-clear-width,2,m\n"
          "QX-0001,45717,坡道,ramp-slope,5,%\n"),
      {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  EXPECT_EQ(report->passed, 2);
  EXPECT_EQ(report->failed, 0);
}

TEST_F(ImportInspections, TheUnitInTheHeaderHolds) {
  auto const report = import_inspections(*m_tracker,
                                         csv("设施编号,检查日期,部件,指标编号,测量值（mm）,单位\n"
                                             "QX-0001,2025-03-01,坡道,ramp-width,1100,\n"
                                             "QX-0001,2025-03-01,坡道,ramp-slope,1:14,\n"
                                             "QX-0001,2025-03-01,坡道,ramp-landing-length,1.6,m\n"),
                                         {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->failed, 1) << "1100 mm of 1.20 m";
  EXPECT_EQ(report->passed, 1);
  EXPECT_EQ(only(*report).row, 4) << "metres or millimetres?";
  auto const visit = InspectionStore(*m_tracker).of_facility(FacilityId("QX-0001")).at(0);
  for (auto const &m : visit.measurements)
    EXPECT_EQ(m.unit.value_or(""), m.criterion.value == "ramp-width" ? "mm" : "") << "kept";
}

TEST_F(ImportInspections, AFactWithoutItsUnitIsAskedFor) {
  auto const report = take(
      "QX-0001,2024-05-06,,一组,坡道,ramp-slope,1:11,,rise_per_run=140;site_constrained=yes\n");
  auto const problem = only(report);
  EXPECT_NE(problem.reason.zh.find("单位"), std::string::npos) << problem.reason.zh;
  EXPECT_NE(problem.remedy.zh.find("rise_per_run=140 mm"), std::string::npos) << problem.remedy.zh;
  EXPECT_EQ(
      take("QX-0001,2024-05-06,,一组,坡道,ramp-slope,1:11,,rise_per_run=-1 m\n").refused.size(),
      1U);
}

TEST_F(ImportInspections, TwoThingsWithoutANameAreNotTakenForOne) {
  auto const report = take(
      "QX-0001,2024-05-06,,一组,,threshold-height,40,mm,\n"
      "QX-0001,2024-05-06,,一组,,threshold-height,10,mm,\n");
  EXPECT_EQ(report.failed, 1);
  EXPECT_EQ(only(report).row, 3);
}

TEST_F(ImportInspections, ADayThatHasNotComeIsRefused) {
  auto const report = take(
      "QX-0001,2026-11-22,,一组,坡道,ramp-width,1.25,m,\n"
      "QX-0001,2026-11-23,,一组,坡道,ramp-width,1.25,m,\n");
  EXPECT_EQ(report.passed, 1);
  EXPECT_EQ(only(report).code, ProblemCode::bad_date);
}

TEST_F(ImportInspections, EachFaultNamesItsRow) {
  auto const report = take(
      "QX-9999,2024-05-06,,,坡道,ramp-width,1,m,\nQX-0001,昨天,,,坡道,ramp-width,1,m,\n"
      "QX-0001,2024-05-06,,,坡道,no-such,1,m,\nQX-0001,2024-05-06,,,坡道,ramp-width,1,N,\n"
      "QX-0001,2024-05-06,散步,,坡道,ramp-width,1,m,\nQX-0001,2024-05-06,,,坡道,ramp-width,1,m,"
      "moon=full\n");
  std::vector<ProblemCode> codes;
  for (auto const &problem : report.refused)
    codes.push_back(problem.code);
  EXPECT_EQ(codes, (std::vector{ProblemCode::unknown_code, ProblemCode::bad_date,
                                ProblemCode::unknown_code, ProblemCode::bad_value,
                                ProblemCode::bad_value, ProblemCode::bad_value}));
  EXPECT_EQ(report.refused[3].row, 5);
}

}  // namespace
}  // namespace wza::gis
