// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_map.h"

#include "db/base/file.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace wza::audit {
namespace {

struct ExportMapTest : testing::Test {
  ExportMapTest() { fill_sample(*tracker); }
  ~ExportMapTest() override { unsetenv("WZA_CHROMIUM"); }
  std::string file(std::string const &name) const { return (folder.path() / name).string(); }

  TempTracker tracker;
  TempDir folder;
};

TEST_F(ExportMapTest, TheSheetHasMapLegendScaleSourceDateAndTheNumbers) {
  ASSERT_TRUE(export_map(*tracker, ExportLayer::districts, file("d.html"), "A3", Lang::zh));
  auto const sheet = *bytes_of_file(file("d.html"));
  for (char const *part : {"size: A3 portrait", "<title id=\"map-title\">各地区有问题的设施比例",
                           "没有检查过", "10 km", "虚构的边界 invented boundary, 2025-01-01",
                           "制图日期：2026-11-22", "云杉镇（虚构）", "&lt;b&gt;石桥&lt;/b&gt;镇"}) {
    EXPECT_NE(sheet.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(sheet.find("<script"), std::string::npos);
  EXPECT_EQ(sheet.find("href="), std::string::npos) << "paper has no links";
}

TEST_F(ExportMapTest, WithoutChromiumPdfIsRefusedWithTheWayOut) {
  for (char const *program : {"/nonexistent/chromium", "/bin/false"}) {
    setenv("WZA_CHROMIUM", program, 1);
    auto const written =
        export_map(*tracker, ExportLayer::districts, file("d.pdf"), "A4", Lang::zh);
    ASSERT_FALSE(written) << program;
    EXPECT_NE(written.problem().remedy.en.find(".html"), std::string::npos);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  }
}

TEST_F(ExportMapTest, LayersWithoutASheetAreRefused) {
  auto const written = export_map(*tracker, ExportLayer::retrofits, file("r.pdf"), "A4", Lang::zh);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, ProblemCode::usage);
}

}  // namespace
}  // namespace wza::audit
