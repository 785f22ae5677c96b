// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_layer.h"

#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <filesystem>

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
  EXPECT_EQ(row.get<std::string>(0), "虚构的边界 invented boundary, 2025-01-01");
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

}  // namespace
}  // namespace wza::audit
