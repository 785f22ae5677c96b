// SPDX-License-Identifier: Apache-2.0
// Workbooks of our own writing, read back through GDAL's driver and looked at part by part.
#include "gis/io/xlsx.h"

#include "gis/io/formula_guard.h"
#include "gis/io/gdal.h"
#include "gis/io/read_layer.h"
#include "tests/support/temp_tracker.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <regex>

namespace wza::gis {
namespace {

/// A table, written and opened again.
class Xlsx : public testing::Test {
 protected:
  Xlsx() { init_gdal(); }

  void row(std::vector<std::string> cells) {
    Row &row = m_rows.emplace_back();
    row.number = static_cast<std::int64_t>(m_rows.size()) + 1;
    row.cells = std::move(cells);
  }
  Sheet sheet(std::string name = "问题") const { return {std::move(name), m_columns, m_rows}; }

  void write(std::vector<Sheet> const &sheets) {
    write_xlsx(sheets, "督导 <&>", *UtcTime::parse("2026-11-22T06:00:00Z"), m_path);
  }
  /// A part of the archive, which must be well-formed XML.
  std::string part(std::string const &name) const {
    auto const path = "/vsizip/" + m_path + "/" + name;
    std::unique_ptr<VSILFILE, decltype(&VSIFCloseL)> const file(VSIFOpenL(path.c_str(), "rb"),
                                                                VSIFCloseL);
    std::string text;
    if (!file) return text;
    char buffer[4096];
    for (std::size_t n = 0; (n = VSIFReadL(buffer, 1, sizeof buffer, file.get())) > 0;)
      text.append(buffer, n);
    CPLXMLTreeCloser const tree(CPLParseXMLString(text.c_str()));
    EXPECT_NE(tree.get(), nullptr) << name << " is no XML";
    return text;
  }
  std::unique_ptr<GDALDataset> open() const {
    CPLConfigOptionSetter const headers("OGR_XLSX_HEADERS", "FORCE", false);
    return std::unique_ptr<GDALDataset>(GDALDataset::Open(m_path.c_str(), GDAL_OF_VECTOR));
  }

  TempDir m_dir;
  std::string m_path = (m_dir.path() / "o.xlsx").string();
  std::vector<Column> m_columns{{"编号", CellKind::text},
                                {"数量", CellKind::integer},
                                {"坡度", CellKind::real},
                                {"日期", CellKind::day},
                                {"时间", CellKind::time}};
  std::vector<Row> m_rows;
};

TEST_F(Xlsx, GdalReadsEachKindAsWhatItIs) {
  row({"007", "12", "8.25", "2026-10-01", "2026-11-22T06:07:50.250Z"});
  row({"008", "", "", "", ""});
  write({sheet()});
  auto const back = open();
  ASSERT_TRUE(back);
  auto *layer = back->GetLayerByName("问题");
  ASSERT_TRUE(layer);
  auto const *definition = layer->GetLayerDefn();
  EXPECT_EQ(definition->GetFieldDefn(0)->GetType(), OFTString);
  EXPECT_EQ(definition->GetFieldDefn(1)->GetType(), OFTInteger);
  EXPECT_EQ(definition->GetFieldDefn(2)->GetType(), OFTReal);
  EXPECT_EQ(definition->GetFieldDefn(3)->GetType(), OFTDate);
  EXPECT_EQ(definition->GetFieldDefn(4)->GetType(), OFTDateTime);
  std::unique_ptr<OGRFeature> const first(layer->GetNextFeature());
  EXPECT_STREQ(first->GetFieldAsString(0), "007");
  EXPECT_EQ(first->GetFieldAsInteger(1), 12);
  EXPECT_EQ(first->GetFieldAsDouble(2), 8.25);
  EXPECT_STREQ(first->GetFieldAsString(3), "2026/10/01");
  EXPECT_STREQ(first->GetFieldAsString(4), "2026/11/22 06:07:50.250");
  std::unique_ptr<OGRFeature> const second(layer->GetNextFeature());
  EXPECT_FALSE(second->IsFieldSetAndNotNull(1)) << "nothing is no number";
}

TEST_F(Xlsx, ATextIsNeverAFormula) {
  for (char const *cell : {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1"})
    row({cell});
  write({sheet()});
  auto const xml = part("xl/worksheets/sheet1.xml");
  EXPECT_EQ(xml.find("<f"), std::string::npos) << "no formula element";
  EXPECT_NE(xml.find(R"(<c r="A2" s="4" t="s">)"), std::string::npos);
  EXPECT_NE(part("xl/styles.xml").find("quotePrefix=\"1\""), std::string::npos);
  auto const table = read_layer(m_path);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.at(0).cells.at(0), "=1+1");
  EXPECT_EQ(table->rows.at(3).cells.at(0), "@SUM(A1)");
}

TEST_F(Xlsx, WhatIsNoNumberInAColumnOfNumbersStaysText) {
  row({"", "二十", "1:12", "2026年", "yesterday"});
  row({"", "00123", "nan", "1900-01-01", "2026-11-22"});
  row({"", "441821199001011234", "1e999", "2026-1-1", ""});
  write({sheet()});
  auto const xml = part("xl/worksheets/sheet1.xml");
  auto const cell = std::regex(R"(<c r="[A-E][2-4]"[^>]*>)");
  for (std::sregex_iterator at(xml.begin(), xml.end(), cell), end; at != end; ++at)
    EXPECT_NE(at->str().find("t=\"s\""), std::string::npos) << at->str();
  EXPECT_EQ(read_layer(m_path)->rows.at(2).cells.at(1), "441821199001011234");
}

TEST_F(Xlsx, TheHeaderIsFrozenBoldAndFiltered) {
  row({"1"});
  row({"2"});
  write({sheet()});
  auto const xml = part("xl/worksheets/sheet1.xml");
  EXPECT_NE(
      xml.find(R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)"),
      std::string::npos);
  EXPECT_NE(xml.find(R"(<c r="A1" s="1" t="s">)"), std::string::npos);
  EXPECT_NE(xml.find(R"(<autoFilter ref="A1:E3"/>)"), std::string::npos);
  auto const workbook = part("xl/workbook.xml");
  EXPECT_NE(workbook.find("'问题'!$A$1:$E$3"), std::string::npos);
  EXPECT_NE(workbook.find("'问题'!$1:$1"), std::string::npos) << "the header on each printed page";
}

TEST_F(Xlsx, ColumnsFitChineseTextAndLongTextIsWrapped) {
  row({"无障碍坡道坡度过陡需要整改"});  // 13 characters of two
  m_columns[1].kind = CellKind::text;
  m_rows[0].cells.push_back("");
  for (int i = 0; i < 50; ++i)
    m_rows[0].cells[1] += "整改";
  write({sheet()});
  auto const xml = part("xl/worksheets/sheet1.xml");
  EXPECT_NE(xml.find(R"(<col min="1" max="1" width="27.7" style="2")"), std::string::npos);
  EXPECT_NE(xml.find(R"(<col min="2" max="2" width="60.7" style="3")"), std::string::npos);
  EXPECT_NE(xml.find(R"(<c r="B2" s="3" t="s">)"), std::string::npos) << "wrapped";
  EXPECT_NE(xml.find(R"(<row r="2" ht="60" customHeight="1">)"), std::string::npos) << "4 lines";
}

TEST_F(Xlsx, HostileBytesBecomeNoBrokenFile) {
  row(
      {"a\x01"
       "b<&>\"\r\n末 "});
  row({"\xFF\xFE 坏"});
  row({"_x0041_"});
  row({"\xEF\xBF\xBF|"});
  write({sheet()});
  auto const xml = part("xl/sharedStrings.xml");
  EXPECT_NE(xml.find("a_x0001_b&lt;&amp;&gt;&quot;_x000D_\n末 <"), std::string::npos) << xml;
  EXPECT_NE(xml.find("_x005F_x0041_"), std::string::npos);
  EXPECT_NE(xml.find("\xEF\xBF\xBD\xEF\xBF\xBD 坏"), std::string::npos);
  EXPECT_TRUE(open());
}

TEST_F(Xlsx, ATextTooLongForACellSaysThatItWasCut) {
  std::string longest, beyond;
  for (int i = 0; i < 32767; ++i)
    longest += "坡";
  beyond = longest + "道";
  row({longest});
  row({beyond});
  write({sheet()});
  auto const table = read_layer(m_path);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0].cells[0], longest);
  EXPECT_TRUE(table->rows[1].cells[0].ends_with("坡…（截断 cut）"));
  EXPECT_LE(table->rows[1].cells[0].size(), 32767U * 3);
}

TEST_F(Xlsx, SheetNamesAreMadeFitAndDistinct) {
  row({"1"});
  write({sheet("a/b:c"), sheet("A/B:C"), sheet(""), sheet("'甲'"),
         sheet("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五"),
         sheet("history")});
  auto const back = open();
  ASSERT_TRUE(back);
  std::vector<std::string> names;
  for (auto *layer : back->GetLayers())
    names.emplace_back(layer->GetName());
  EXPECT_EQ(names,
            (std::vector<std::string>{
                "a-b-c", "A-B-C (2)", "Sheet", "-甲",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "history-"}));
}

TEST_F(Xlsx, MoreRowsThanASheetHoldsGoOnInAnother) {
  m_columns.resize(1);
  m_rows.resize(1048576);
  m_rows.back().cells = {"最后"};
  write({sheet()});
  auto const back = open();
  ASSERT_TRUE(back);
  EXPECT_NE(part("xl/workbook.xml").find("问题 (2)"), std::string::npos);
  auto *layer = back->GetLayerByName("问题 (2)");
  ASSERT_TRUE(layer);
  std::unique_ptr<OGRFeature> const only(layer->GetNextFeature());
  EXPECT_STREQ(only->GetFieldAsString(0), "最后");
}

TEST_F(Xlsx, TheSameSheetsGiveTheSameBytes) {
  row({"1", "2"});
  auto const made = *UtcTime::parse("2026-11-22T06:00:00Z");
  auto const bytes = xlsx_bytes({sheet()}, "题", made);
  EXPECT_EQ(bytes, xlsx_bytes({sheet()}, "题", made));
  EXPECT_NE(bytes, xlsx_bytes({sheet()}, "题", *UtcTime::parse("2026-11-22T06:00:01Z")));
  m_columns.clear();
  m_rows.clear();
  write({sheet()});
  EXPECT_TRUE(open()) << "a sheet without columns is one too";
}

TEST(FormulaGuard, OnlyWhatWouldBeComputedIsTouched) {
  for (char const *cell : {"=1", "+86 138", "-a", "@x", "\tx", "\rx", "＝1", "－1"})
    EXPECT_EQ(guarded(cell), std::string("'") + cell);
  for (char const *cell : {"", "坡道", "-5", "-8.25", "1=2", "'=1"})
    EXPECT_EQ(guarded(cell), cell);
}

}  // namespace
}  // namespace wza::gis
