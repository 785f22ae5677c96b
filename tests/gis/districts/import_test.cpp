// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/import.h"

#include "db/store/districts.h"
#include "gis/districts/count.h"
#include "gis/districts/load.h"
#include "gis/geo/frames.h"
#include "tests/gis/field/drawn_county.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

namespace wza::gis {
namespace {

using ImportDistricts = DrawnCounty;
using LocateFile = DrawnCounty;

Table square(std::string code, std::string name, double at) {
  Table table;
  table.source = "drawn.gpkg";
  table.columns = {{"adcode", CellKind::text}, {"名称", CellKind::text}};
  Row row;
  row.number = 1;
  row.cells = {std::move(code), std::move(name)};
  row.geometry = RawArea{{{{at, at}, {at + 1, at}, {at + 1, at + 1}, {at, at + 1}}}};
  table.rows.push_back(std::move(row));
  table.frame = Frame::wgs84;
  return table;
}

TEST_F(ImportDistricts, TheTreeStandsAndASecondImportChangesNothing) {
  EXPECT_EQ(number("SELECT count(*) FROM districts WHERE geom IS NOT NULL"), 11);
  EXPECT_EQ(number("SELECT count(*) FROM district_closure WHERE ancestor = '990101'"), 11);
  auto const again = import_districts(*m_tracker, demo("districts.geojson"), drawn());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->unchanged, 11);
  EXPECT_EQ(again->stored + again->updated, 0);
}

TEST_F(ImportDistricts, OutlinesThatAreShiftedAreNoWgs84WhateverTheFormatSays) {
  auto table = demo("districts.geojson");
  EXPECT_TRUE(table.frame_by_format);
  for (auto &row : table.rows) {
    if (!row.geometry) continue;
    for (auto &polygon : std::get<RawArea>(*row.geometry)) {
      for (auto &ring : polygon) {
        for (auto &p : ring) {
          auto const shifted = to_gcj02(Degrees<Frame::wgs84>{p.lon, p.lat});
          p = {shifted.lon, shifted.lat};
        }
      }
    }
  }
  auto const refused = import_districts(*m_tracker, table, drawn());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().code, ProblemCode::undeclared_datum);
  EXPECT_NE(refused.problem().reason.zh.find("看来是 GCJ-02"), std::string::npos)
      << refused.problem().reason.zh;
  auto options = drawn();
  options.datum = Frame::gcj02;
  EXPECT_TRUE(import_districts(*m_tracker, table, options));
}

TEST_F(ImportDistricts, SourceAndDateMustBeSaid) {
  for (auto member : {&DistrictOptions::boundary_source, &DistrictOptions::boundary_date}) {
    auto options = drawn();
    options.*member = " ";
    auto const refused = import_districts(*m_tracker, demo("districts.geojson"), options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, ProblemCode::usage);
  }
}

TEST_F(ImportDistricts, WrongColumnsListThoseThatAreThereAndCanBeChosen) {
  auto table = square("990102", "测试县（虚构）", 5);
  table.columns[0].name = "甲";
  auto const refused = import_districts(*m_tracker, table, drawn());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().code, ProblemCode::missing_column);
  EXPECT_NE(refused.problem().reason.zh.find("甲"), std::string::npos);
  auto options = drawn();
  options.columns["code"] = "甲";
  auto const chosen = import_districts(*m_tracker, table, options);
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->stored, 1);
}

TEST_F(ImportDistricts, RowsThatCannotBeUsedAreRefusedOneByOne) {
  auto table = square("990102", "测试县（虚构）", 5);
  for (int i = 0; i < 3; ++i)
    table.rows.push_back(table.rows.front());
  table.rows[1].number = 2;  // the same code again
  table.rows[2].number = 3;
  table.rows[2].cells[0] = "广东";
  table.rows[3].number = 4;
  table.rows[3].cells[0] = "990103";
  table.rows[3].geometry.reset();
  auto const report = import_districts(*m_tracker, table, drawn());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  ASSERT_EQ(report->refused.size(), 3U);
  EXPECT_EQ(report->refused[0].code, ProblemCode::duplicate);
  EXPECT_EQ(report->refused[1].code, ProblemCode::bad_value);
  EXPECT_EQ(report->refused[2].code, ProblemCode::bad_geometry);
  EXPECT_EQ(report->refused[2].row, 4);
}

TEST_F(ImportDistricts, ALayerInGcj02IsConvertedAndALayerWithoutDatumRefused) {
  auto table = square("990102", "测试县（虚构）", 30);
  auto &ring = std::get<RawArea>(*table.rows[0].geometry)[0][0];
  for (auto &p : ring)
    p.lon += 80;
  table.frame.reset();
  EXPECT_EQ(import_districts(*m_tracker, table, drawn()).problem().code,
            ProblemCode::undeclared_datum);
  auto options = drawn();
  options.datum = Frame::gcj02;
  auto const rows = read_districts(table, {}, Frame::gcj02);
  ASSERT_TRUE(rows);
  auto const corner = rows->entries.at(0).area.area[0][0][0].degrees();
  EXPECT_GT(std::abs(corner.lon - 110), 0.0005) << "some hundred metres";
  EXPECT_TRUE(import_districts(*m_tracker, table, options));
}

TEST_F(ImportDistricts, ADryRunWritesNothing) {
  auto options = drawn();
  options.dry_run = true;
  auto const report = import_districts(*m_tracker, square("990102", "测试县（虚构）", 5), options);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  EXPECT_FALSE(DistrictStore(*m_tracker).find(DistrictCode("990102")));
}

TEST_F(LocateFile, CountsPerDistrictAndTellsWhatItRefused) {
  DistrictIndex const index(*load_districts(*m_tracker));
  auto const path = (m_tracker.dir().path() / "points.csv").string();
  std::ifstream demo(WZA_TEST_DATA "/demo/facilities.csv", std::ios::binary);
  std::ofstream(path, std::ios::binary)
      << demo.rdbuf() << "QX-X,无坐标（虚构）,school,既有,,北,29\r\n";
  LocateOptions options;
  options.datum = Frame::wgs84;
  auto const summary = locate_file(path, index, options);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->points, 201);
  EXPECT_EQ(summary->outside, 1);
  EXPECT_EQ(summary->refused_count, 1);
  EXPECT_EQ(summary->refused.at(0).code, ProblemCode::bad_number);
  EXPECT_EQ(summary->refused.at(0).row, 203);
  std::int64_t sum = 0;
  for (auto n : summary->counts)
    sum += n;
  EXPECT_EQ(sum, 200);
}

TEST_F(LocateFile, AnUndeclaredDatumIsRefusedBeforeAnythingIsCounted) {
  DistrictIndex const index(*load_districts(*m_tracker));
  auto const summary = locate_file(WZA_TEST_DATA "/demo/facilities.csv", index, {});
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.problem().code, ProblemCode::undeclared_datum);
  EXPECT_NE(summary.problem().remedy.zh.find("--datum"), std::string::npos);
}

TEST_F(LocateFile, AnUndeclaredDatumMayBeTakenForTheOneThatTheCallerNames) {
  DistrictIndex const index(*load_districts(*m_tracker));
  LocateOptions options;
  options.undeclared = Frame::wgs84;
  auto const summary = locate_file(WZA_TEST_DATA "/demo/facilities.csv", index, options);
  ASSERT_TRUE(summary);
  EXPECT_TRUE(summary->undeclared);
  options.datum = Frame::wgs84;
  auto const declared = locate_file(WZA_TEST_DATA "/demo/facilities.csv", index, options);
  EXPECT_FALSE(declared->undeclared);
  EXPECT_EQ(declared->counts, summary->counts);
}

TEST_F(LocateFile, TheQuickWayThroughACsvFileCountsAsTheLongOne) {
  // The same points as numbers of seven places, of more, and as text that is no plain decimal.
  auto const path = (m_tracker.dir().path() / "points.csv").string();
  DistrictIndex const index(*load_districts(*m_tracker));
  for (auto const frame : {Frame::wgs84, Frame::gcj02}) {
    LocateOptions options;
    options.datum = frame;
    std::vector<std::vector<std::int64_t>> counts;
    for (auto const *row : {"{:.7f},{:.7f}\n", "{:.12f},{:.12f}\n", "\"{:.7f}\",　{:.7f}\n"}) {
      std::ofstream file(path, std::ios::binary);
      file << "lon,lat\n";
      for (int i = 0; i < 3000; ++i)
        file << fmt::format(fmt::runtime(row), 123.2 + 0.0001371 * i, 29.0 + 0.00007 * i);
      file.close();
      auto const summary = locate_file(path, index, options);
      ASSERT_TRUE(summary);
      EXPECT_EQ(summary->points, 3000);
      counts.push_back(summary->counts);
    }
    EXPECT_EQ(counts[0], counts[1]);
    EXPECT_EQ(counts[0], counts[2]);
  }
}

}  // namespace
}  // namespace wza::gis
