// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_layer.h"

#include "audit/jobs/about_layer.h"
#include "db/base/file.h"
#include "gis/io/read_layer.h"
#include "tests/support/gpkg_validator.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <map>

namespace wza::audit {
namespace {

struct ExportLayerTest : testing::Test {
  ExportLayerTest() { fill_sample(*tracker); }
  std::string file(std::string const &name) const { return (folder.path() / name).string(); }

  TempTracker tracker;
  TempDir folder;
};

TEST_F(ExportLayerTest, DistrictsBecomeTilesThatNameTheirBoundaries) {
  auto const written = export_layer(*tracker, ExportLayer::districts, file("d.mbtiles"));
  ASSERT_TRUE(written) << written.problem().in(Lang::en);
  EXPECT_EQ(*written, 3U);
  Database tiles = Database::open_read(file("d.mbtiles"));
  Statement row = tiles.prepare("SELECT value FROM metadata WHERE name = 'attribution'");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.get<std::string>(0), "虚构的边界 invented boundary (2025-01-01)");
}

TEST_F(ExportLayerTest, OtherLayersAreNoTiles) {
  auto const written = export_layer(*tracker, ExportLayer::retrofits, file("r.mbtiles"));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, ProblemCode::usage);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(ExportLayerTest, WithoutBoundariesTilesAreRefusedWithTheWayOut) {
  TempTracker empty;
  auto const written = export_layer(*empty, ExportLayer::districts, file("d.mbtiles"));
  ASSERT_FALSE(written);
  EXPECT_NE(written.problem().remedy.en.find("wza import districts"), std::string::npos);
}

constexpr std::array kLayers = {ExportLayer::findings,    ExportLayer::facilities,
                                ExportLayer::inspections, ExportLayer::retrofits,
                                ExportLayer::districts,   ExportLayer::progress};

TEST_F(ExportLayerTest, EveryGeoPackageIsValid) {
  for (auto const layer : kLayers) {
    auto const path = file(std::string(key(layer)) + ".gpkg");
    ASSERT_TRUE(export_layer(*tracker, layer, path)) << key(layer);
    EXPECT_EQ(test::gpkg_faults(path), std::vector<std::string>{}) << key(layer);
  }
}

TEST_F(ExportLayerTest, TheValidatorSeesWhatIsWrong) {
  auto const path = file("d.gpkg");
  ASSERT_TRUE(export_layer(*tracker, ExportLayer::districts, path));
  for (char const *harm :
       {"PRAGMA user_version = 1", "PRAGMA application_id = 1",
        "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 0",
        "UPDATE gpkg_contents SET max_x = 120 WHERE data_type = 'features'",
        "UPDATE gpkg_contents SET last_change = 'yesterday'",
        "DROP TRIGGER rtree_districts_geom_delete", "DELETE FROM rtree_districts_geom",
        "DELETE FROM gpkg_extensions", "DELETE FROM gpkg_geometry_columns",
        "ALTER TABLE districts ADD COLUMN more CLOB",
        "UPDATE layer_styles SET update_time = 'yesterday'",
        "UPDATE layer_styles SET useAsDefault = 0",
        "UPDATE layer_styles SET f_table_name = 'towns'",
        "UPDATE layer_styles SET f_table_catalog = 'main'",
        "UPDATE layer_styles SET styleQML = '<qml/>'",
        "UPDATE layer_styles SET styleQML = replace(styleQML, 'obstacleType=\"1\"', '')"}) {
    auto const copy = file("harmed.gpkg");
    std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
    {
      Database db = Database::open_write(copy);
      db.execute("PRAGMA foreign_keys = OFF");
      db.execute(harm);
    }
    EXPECT_FALSE(test::gpkg_faults(copy).empty()) << harm;
  }
}

TEST_F(ExportLayerTest, MapsCarryTheirStyleForQgis) {
  for (auto const layer : {ExportLayer::findings, ExportLayer::facilities, ExportLayer::districts,
                           ExportLayer::progress}) {
    auto const path = file(std::string(key(layer)) + ".gpkg");
    ASSERT_TRUE(export_layer(*tracker, layer, path));
    Database db = Database::open_read(path);
    Statement row = db.prepare(
        "SELECT s.f_table_name, s.useAsDefault, s.styleQML, s.f_geometry_column, c.data_type FROM "
        "layer_styles s JOIN gpkg_contents c ON c.table_name = 'layer_styles'");
    ASSERT_TRUE(row.step()) << key(layer);
    EXPECT_EQ(row.text(0), key(layer));
    EXPECT_EQ(row.get<int>(1), 1);
    EXPECT_NE(row.text(2).find("<renderer-v2 type=\""), std::string::npos);
    EXPECT_EQ(row.text(3), "geom");
    EXPECT_EQ(row.text(4), "attributes");
    if (layer == ExportLayer::progress) {
      EXPECT_NE(row.text(2).find("graduatedSymbol"), std::string::npos);
      EXPECT_NE(row.text(2).find("attr=\"rate\""), std::string::npos);
    }
  }
}

TEST_F(ExportLayerTest, CountsOfPlansNameTheirBoundaries) {
  auto const rows = read_layer_rows(*tracker, ExportLayer::progress);
  ASSERT_EQ(rows.columns.back().name, "boundaries");
  ASSERT_FALSE(rows.rows.empty());
  EXPECT_EQ(rows.rows[0].cells.back(), boundary_sources(*tracker));
  auto const view = tracker->db().prepare("SELECT * FROM v_progress");
  EXPECT_EQ(static_cast<int>(rows.columns.size()), view.columns() + 1) << "the view stays as it is";
}

TEST_F(ExportLayerTest, ColumnsHaveTheirTypeEvenWithoutAValue) {
  auto const path = file("r.gpkg");
  ASSERT_TRUE(export_layer(*tracker, ExportLayer::retrofits, path));
  Database db = Database::open_read(path);
  auto const type = [&](char const *column) {
    Statement row = db.prepare("SELECT type FROM pragma_table_info('retrofits') WHERE name = ?1");
    row.bind(std::string(column));
    return row.step() ? row.get<std::string>(0) : "";
  };
  EXPECT_EQ(type("paid_yuan"), "REAL") << "the sample has none";
  EXPECT_EQ(type("accepted_on"), "DATE");
  EXPECT_EQ(type("updated_at"), "DATETIME");
}

TEST_F(ExportLayerTest, TheSameTrackerAndTimeGiveTheSameBytes) {
  for (char const *ending : {".gpkg", ".xlsx", ".csv", ".geojson"}) {
    auto const one = file(std::string("1") + ending), two = file(std::string("2") + ending);
    ASSERT_TRUE(export_layer(*tracker, ExportLayer::facilities, one));
    ASSERT_TRUE(export_layer(*tracker, ExportLayer::facilities, two));
    EXPECT_EQ(bytes_of_file(one), bytes_of_file(two)) << ending;
  }
}

TEST_F(ExportLayerTest, AWorkbookExplainsEachOfItsColumnsInBothLanguages) {
  for (auto const layer : kLayers) {
    auto const path = file(std::string(key(layer)) + ".xlsx");
    ASSERT_TRUE(export_layer(*tracker, layer, path));
    gis::ReadOptions options;
    options.layer = "说明 Notes";
    auto const notes = gis::read_layer(path, options);
    ASSERT_TRUE(notes) << notes.problem().in(Lang::en);
    std::map<std::string, std::pair<std::string, std::string>> told;
    for (auto const &row : notes->rows)
      told[row.cells.at(0)] = {row.cells.at(1), row.cells.at(2)};
    for (auto const &column : read_layer_rows(*tracker, layer).columns) {
      auto const &[zh, en] = told[column.name == "fid" ? "row" : column.name];
      EXPECT_FALSE(zh.empty()) << key(layer) << ": " << column.name;
      EXPECT_FALSE(en.empty()) << key(layer) << ": " << column.name;
    }
    EXPECT_EQ(told["导出时间 Made"].first, "2026-11-22T06:00:00.000Z");
    EXPECT_EQ(told["边界来源和日期 Boundaries, source and date"].first,
              "虚构的边界 invented boundary (2025-01-01)");
  }
}

}  // namespace
}  // namespace wza::audit
