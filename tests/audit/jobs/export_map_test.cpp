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
  std::string sheet(ExportLayer layer, std::string const &paper, Lang lang) {
    auto const written = export_map(*tracker, layer, file("d.html"), paper, lang);
    EXPECT_TRUE(written) << written.problem().in(Lang::en);
    return *bytes_of_file(file("d.html"));
  }

  TempTracker tracker;
  TempDir folder;
};

TEST_F(ExportMapTest, TheSheetHasMapLegendScaleSourceDateAndTheNumbers) {
  auto const html = sheet(ExportLayer::districts, "A3", Lang::zh);
  for (char const *part : {"size: A3 landscape", "<title id=\"map-title\">各地区有问题的设施比例",
                           "没有检查过", "10 km · 1:125\u202f000<", ">N</text>", "CGCS2000",
                           "虚构的边界 invented boundary (2025-01-01)", "制图日期：2026-11-22",
                           "云杉镇（虚构）", "&lt;b&gt;石桥&lt;/b&gt;镇"}) {
    EXPECT_NE(html.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("href="), std::string::npos) << "paper has no links";
}

TEST_F(ExportMapTest, EachLayerHasItsOwnSheetWithAWordForEachShape) {
  auto const facilities = sheet(ExportLayer::facilities, "A4", Lang::en);
  EXPECT_NE(facilities.find("未督导 Never inspected</text>"), std::string::npos);
  EXPECT_NE(facilities.find("scale 1:"), std::string::npos);
  auto const findings = sheet(ExportLayer::findings, "A4", Lang::zh);
  EXPECT_NE(findings.find("致命 Critical</text>"), std::string::npos);
  EXPECT_EQ(findings.find("没有位置"), std::string::npos) << "pages of web sites are none";
  EXPECT_NE(sheet(ExportLayer::inspections, "A4", Lang::zh).find("测量结果"), std::string::npos);
  auto const homes = sheet(ExportLayer::retrofits, "A4", Lang::zh);
  EXPECT_NE(homes.find("仅供内部使用"), std::string::npos);
  EXPECT_NE(homes.find("云杉镇（虚构）：已验收 2 户"), std::string::npos);
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

}  // namespace
}  // namespace wza::audit
