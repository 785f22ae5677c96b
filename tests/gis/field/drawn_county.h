// SPDX-License-Identifier: Apache-2.0
// A tracker with the reference data and the districts of the fictional county, for tests of
// imports.
#pragma once

#include "db/seed.h"
#include "gis/districts/import.h"
#include "gis/io/read_layer.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace wza::gis {

class DrawnCounty : public testing::Test {
 protected:
  DrawnCounty() {
    EXPECT_TRUE(seed(*m_tracker));
    auto const districts = import_districts(*m_tracker, demo("districts.geojson"), drawn());
    EXPECT_TRUE(districts) << districts.problem().in(Lang::en);
  }

  static DistrictOptions drawn() {
    DistrictOptions options;
    options.boundary_source = "虚构，自绘";
    options.boundary_date = "2024-01";
    return options;
  }
  static Table demo(std::string const &file) {
    auto table = read_layer(WZA_TEST_DATA "/demo/" + file);
    EXPECT_TRUE(table) << table.problem().in(Lang::en);
    return *table;
  }
  /// A table as it would be read from a CSV file with this text.
  Table csv(std::string const &text) {
    auto const path = (m_tracker.dir().path() / "table.csv").string();
    std::ofstream(path, std::ios::binary) << text;
    auto table = read_layer(path);
    EXPECT_TRUE(table) << table.problem().in(Lang::en);
    return *table;
  }
  /// A table as it would be read from a GeoJSON file of these features.
  Table geojson(std::string const &features, std::string const &members = "") {
    auto const path = (m_tracker.dir().path() / "layer.geojson").string();
    std::ofstream(path, std::ios::binary)
        << R"({"type":"FeatureCollection",)" << members << R"("features":[)" << features << "]}";
    auto table = read_layer(path);
    EXPECT_TRUE(table) << table.problem().in(Lang::en);
    return *table;
  }
  static ImportOptions in(Frame frame) {
    ImportOptions options;
    options.datum = frame;
    return options;
  }
  int number(std::string_view sql) {
    auto row = m_tracker->db().prepare(sql);
    EXPECT_TRUE(row.step());
    return row.get<int>(0);
  }
  /// The one Problem of a report that has exactly one.
  static Problem only(ImportReport const &report) {
    EXPECT_EQ(report.refused.size(), 1U);
    return report.refused.empty() ? Problem{} : report.refused.front();
  }

  TempTracker m_tracker;
};

}  // namespace wza::gis
