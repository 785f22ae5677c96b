// SPDX-License-Identifier: Apache-2.0
// The form goes out as an XLSForm and comes back as a table of submissions.
#include "gis/field/submissions.h"

#include "db/seed.h"
#include "db/store/inspections.h"
#include "gis/field/import_inspections.h"
#include "gis/field/xlsform.h"
#include "gis/io/read_layer.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace wza::gis {
namespace {

struct Submissions : testing::Test {
  Submissions() { fill_sample(*tracker); }
  Table sheet(std::string const &name) {
    auto const form = form_of(*tracker, PlaceTypeCode("library"));
    std::string const path = (dir.path() / "form.xlsx").string();
    std::ofstream(path, std::ios::binary) << xlsform_bytes(*form, {});
    auto table = read_layer(path, {name});
    EXPECT_TRUE(table) << table.problem().in(Lang::en);
    return *std::move(table);
  }
  TempTracker tracker;
  TempDir dir;
};

TEST_F(Submissions, TheFormNamesEachQuestionOnceAndEndsEveryGroup) {
  std::set<std::string> names;
  int depth = 0;
  bool ramp = false;
  for (Row const &row : sheet("survey").rows) {
    depth += row.cells[0] == "begin_group" ? 1 : row.cells[0] == "end_group" ? -1 : 0;
    ASSERT_GE(depth, 0);
    if (row.cells[1].empty()) continue;
    EXPECT_TRUE(names.insert(row.cells[1]).second) << row.cells[1];
    EXPECT_EQ(row.cells[1].find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                             "0123456789-_."),
              std::string::npos);
    ramp =
        ramp || (row.cells[1] == "ramp-width" && row.cells[2].find("1.20 m") != std::string::npos);
  }
  EXPECT_EQ(depth, 0);
  EXPECT_TRUE(ramp);
}

TEST_F(Submissions, EveryListOfChoicesIsThere) {
  std::set<std::string> lists;
  for (Row const &row : sheet("choices").rows)
    lists.insert(row.cells[0]);
  for (Row const &row : sheet("survey").rows) {
    if (!row.cells[0].starts_with("select_one ")) continue;
    EXPECT_TRUE(lists.contains(row.cells[0].substr(11))) << row.cells[0];
  }
}

/// A table of one submission, its headers as KoBo or ODK write them.
Table submission(std::map<std::string, std::string> const &cells) {
  Table table;
  table.source = "submissions.csv";
  Row row;
  row.number = 2;
  for (auto const &[header, cell] : cells) {
    table.columns.push_back({header, CellKind::text});
    row.cells.push_back(cell);
  }
  table.rows.push_back(std::move(row));
  return table;
}

TEST_F(Submissions, ComeBackAsMeasurements) {
  for (char const *separator : {"/", "-"}) {
    std::string const ramp = std::string("wheelchair-ramp") + separator;
    auto const rows = measurements_of(
        *tracker, submission({{"facility", "F-002"},
                              {"inspected_on", "2026-10-01"},
                              {"kind", "routine"},
                              {"access", "allowed"},
                              {"_uuid", "7c1c"},
                              {ramp + "wheelchair-ramp.component", "坡道 2"},
                              {ramp + "wheelchair-ramp.rise_per_run", "300 mm"},
                              {ramp + "wheelchair-ramp.photo", "1.jpg"},
                              {ramp + "ramp-slope", "1:9"},
                              {ramp + "ramp-width", "1.3 m"},
                              {ramp + "ramp-edge-protection", "no"},
                              {ramp + "ramp-edge-protection.extent", "2 m"},
                              {ramp + "wheelchair-ramp.location", "东门"},
                              {"weather", "晴"},
                              {std::string("door") + separator + "threshold-height", "40 mm"}}));
    ASSERT_TRUE(rows) << separator;
    ASSERT_EQ(rows->rows.size(), 4U) << separator;
    auto const report = import_inspections(*tracker, *rows, {});
    ASSERT_TRUE(report) << report.problem().in(Lang::en);
    EXPECT_TRUE(report->refused.empty()) << report->refused[0].in(Lang::en);
  }
  auto const visits = InspectionStore(*tracker).of_facility(FacilityId("F-002"));
  ASSERT_FALSE(visits.empty());
  std::map<std::string, Measurement> measured;
  for (Measurement const &m : visits.back().measurements)
    measured[m.criterion.value] = m;
  EXPECT_EQ(measured.at("ramp-width").outcome, Outcome::passed);
  EXPECT_EQ(measured.at("ramp-width").component, "坡道 2");
  EXPECT_EQ(measured.at("ramp-slope").context, "rise_per_run=300 mm");
  EXPECT_EQ(measured.at("ramp-edge-protection").extent, "2 m");
  EXPECT_EQ(measured.at("ramp-edge-protection").location, "东门");
  EXPECT_EQ(visits.back().weather, "晴");
  EXPECT_EQ(measured.at("threshold-height").outcome, Outcome::failed);
  EXPECT_NE(measured.at("threshold-height").component, "坡道 2");
}

TEST_F(Submissions, WhoMendsAndByWhenGoesOutAndComesBack) {
  std::map<std::string, std::string> asked;
  for (Row const &row : sheet("survey").rows)
    asked[row.cells[1]] = row.cells[0];
  EXPECT_EQ(asked["responsible"], "text");
  EXPECT_EQ(asked["due"], "date");
  EXPECT_EQ(asked["door.due"], "date");
  EXPECT_EQ(asked["door.severity"], "select_one severity");
  auto const rows = measurements_of(*tracker, submission({{"facility", "F-002"},
                                                          {"inspected_on", "2026-10-02"},
                                                          {"responsible", "物业公司"},
                                                          {"due", "2026-12-01"},
                                                          {"door-threshold-height", "40 mm"},
                                                          {"door-door.responsible", "文化馆"},
                                                          {"door-door.severity", "critical"},
                                                          {"wheelchair-ramp-ramp-width", "1 m"}}));
  ASSERT_TRUE(rows);
  auto const report = import_inspections(*tracker, *rows, {});
  ASSERT_TRUE(report) << report.problem().in(Lang::en);
  EXPECT_TRUE(report->refused.empty()) << report->refused[0].in(Lang::en);
  auto const visit = InspectionStore(*tracker).of_facility(FacilityId("F-002")).back();
  std::map<std::string, Assignment> assigned;
  for (Measurement const &m : visit.measurements) {
    assigned[m.criterion.value] = m.assigned;
    EXPECT_FALSE(m.context) << "who mends is no condition of the place: " << *m.context;
  }
  auto const due = LocalDate::parse("2026-12-01");
  EXPECT_EQ(assigned["threshold-height"], (Assignment{"文化馆", due, Severity::critical}));
  EXPECT_EQ(assigned["ramp-width"], (Assignment{"物业公司", due, std::nullopt}));
}

TEST_F(Submissions, AVisitAtWhichNobodyWasLetInIsAVisit) {
  auto const rows = measurements_of(*tracker, submission({{"facility", "F-002"},
                                                          {"inspected_on", "2026-10-02"},
                                                          {"access", "refused"},
                                                          {"_uuid", "7c1c"},
                                                          {"door/threshold-height", ""},
                                                          {"door/door-closer-time", ""}}));
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->read.size(), 5U) << "all but _uuid";
  auto const report = import_inspections(*tracker, *rows, {});
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->refused.empty());
  EXPECT_EQ(report->stored, 1);
  auto const visit = InspectionStore(*tracker).of_facility(FacilityId("F-002")).back();
  EXPECT_EQ(visit.access, AccessState::refused);
  EXPECT_TRUE(visit.measurements.empty());
  EXPECT_EQ(import_inspections(*tracker, *rows, {})->unchanged, 1);
}

TEST_F(Submissions, AVisitWithoutAnyAnswerIsAskedForOne) {
  auto const rows = measurements_of(*tracker, submission({{"facility", "F-002"},
                                                          {"inspected_on", "2026-10-02"},
                                                          {"access", "allowed"},
                                                          {"door/threshold-height", ""},
                                                          {"door/door-closer-time", ""}}));
  auto const report = import_inspections(*tracker, *rows, {});
  ASSERT_EQ(report->refused.size(), 1U);
  EXPECT_EQ(report->refused[0].code, ProblemCode::missing_value);
}

TEST_F(Submissions, ASlopeInGeoJsonIsNoTimeOfDay) {
  auto const path = (dir.path() / "kobo.geojson").string();
  std::ofstream(path, std::ios::binary)
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":)"
         R"({"facility":"F-002","inspected_on":"2026-10-03","start":"2026-10-03T09:30:00+08:00",)"
         R"("wheelchair-ramp/ramp-slope":"1:10","wheelchair-ramp/ramp-width":"很宽"}}]})";
  auto const table = read_layer(path);
  ASSERT_TRUE(table);
  auto const rows = measurements_of(*tracker, *table);
  ASSERT_TRUE(rows);
  auto const report = import_inspections(*tracker, *rows, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  ASSERT_EQ(report->refused.size(), 1U);
  EXPECT_EQ(report->refused[0].field, "wheelchair-ramp/ramp-width");
  EXPECT_EQ(report->refused[0].row, 1);
  auto const visit = InspectionStore(*tracker).of_facility(FacilityId("F-002")).back();
  EXPECT_EQ(visit.measurements.at(0).value, "1:10");
  EXPECT_EQ(visit.time, "09:30");
}

TEST_F(Submissions, YesToWhatShouldNotBeThereIsAFailureAsTheFormAsks) {
  std::string asked, constraint;
  for (Row const &row : sheet("survey").rows) {
    if (row.cells[1] == "no-revolving-door") asked = row.cells[0] + " " + row.cells[2];
    if (row.cells[1] == "ramp-width") constraint = row.cells[8];
  }
  EXPECT_FALSE(constraint.empty()) << "a width without its unit is stopped on the phone";
  EXPECT_TRUE(asked.starts_with("select_one there_is ")) << asked;
  EXPECT_NE(asked.find("有无"), std::string::npos) << asked;
  auto const rows = measurements_of(*tracker, submission({{"facility", "F-002"},
                                                          {"inspected_on", "2026-10-02"},
                                                          {"door/no-revolving-door", "yes"},
                                                          {"door/threshold-height", "10 mm"}}));
  ASSERT_TRUE(rows);
  auto const report = import_inspections(*tracker, *rows, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->failed, 1);
  EXPECT_EQ(report->passed, 1);
}

TEST_F(Submissions, ATableOfMeasurementsIsNone) {
  EXPECT_FALSE(
      measurements_of(*tracker, submission({{"设施编号", "F-002"}, {"指标编号", "ramp-slope"}})));
}

}  // namespace
}  // namespace wza::gis
