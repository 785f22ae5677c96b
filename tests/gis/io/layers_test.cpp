// SPDX-License-Identifier: Apache-2.0
// Reading and writing tables and map files, with the faults that offices' files have.
#include "gis/io/csv.h"
#include "gis/io/read_layer.h"
#include "gis/io/write_layer.h"
#include "gis/io/zip_writer.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

namespace wza::gis {
namespace {

class Files : public testing::Test {
 protected:
  std::string file(std::string const &name, std::string const &content = {}) {
    auto const path = (m_dir.path() / name).string();
    if (!content.empty()) std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  TempDir m_dir;
};

using ReadLayer = Files;
using WriteLayer = Files;

Table sample() {
  Table table;
  table.layer = "设施";
  table.columns = {{"id", CellKind::text},
                   {"name", CellKind::text},
                   {"n", CellKind::integer},
                   {"x", CellKind::real}};
  table.rows = {{2, {"007", "坡道, \"东\"", "3", "1.5"}, RawPoint{113.5000001, 23.8}, "", false},
                {3, {"008", "盲道", "", ""}, RawPoint{113.6, 23.9}, "", false}};
  return table;
}

/// A workbook of one row whose cells are in the styles 0 to 4: general, 0.00%, a day in Chinese,
/// a percentage of our own, text that quotes a percent sign.
std::string workbook_with_formats() {
  constexpr auto kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  constexpr auto kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  constexpr auto kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";
  ZipWriter zip;
  constexpr auto kType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  zip.add(
      "[Content_Types].xml",
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types "
                  "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                  "Extension=\"rels\" "
                  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                  "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
                  "PartName=\"/xl/workbook.xml\" ContentType=\"{0}.sheet.main+xml\"/><Override "
                  "PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{0}.worksheet+xml\"/>"
                  "<Override PartName=\"/xl/styles.xml\" ContentType=\"{0}.styles+xml\"/></Types>",
                  kType));
  zip.add("_rels/.rels", fmt::format("<Relationships xmlns=\"{}\"><Relationship Id=\"rId1\" "
                                     "Type=\"{}/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                     "</Relationships>",
                                     kPackage, kRelations));
  zip.add("xl/workbook.xml",
          fmt::format("<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets><sheet name=\"S\" "
                      "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                      kMain, kRelations));
  zip.add("xl/_rels/workbook.xml.rels",
          fmt::format("<Relationships xmlns=\"{0}\"><Relationship Id=\"rId1\" "
                      "Type=\"{1}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship "
                      "Id=\"rId2\" Type=\"{1}/styles\" Target=\"styles.xml\"/></Relationships>",
                      kPackage, kRelations));
  zip.add("xl/styles.xml",
          fmt::format("<styleSheet xmlns=\"{}\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" "
                      "formatCode=\"m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"165\" "
                      "formatCode=\"0.0%;[Red]-0.0%\"/><numFmt numFmtId=\"166\" "
                      "formatCode=\"0.0&quot;%&quot;\"/></numFmts><cellXfs count=\"5\"><xf "
                      "numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf "
                      "numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>",
                      kMain));
  std::string head, cells;
  constexpr std::array numbers{"0.125", "0.125", "46030", "0.0833", "12.5"};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto const column = static_cast<char>('A' + i);
    head += fmt::format("<c r=\"{0}1\" t=\"inlineStr\"><is><t>列{0}</t></is></c>", column);
    cells += fmt::format("<c r=\"{}2\" s=\"{}\"><v>{}</v></c>", column, i, numbers.at(i));
  }
  zip.add("xl/worksheets/sheet1.xml",
          fmt::format("<worksheet xmlns=\"{}\"><sheetData><row r=\"1\">{}</row><row "
                      "r=\"2\">{}</row></sheetData></worksheet>",
                      kMain, head, cells));
  return zip.finish();
}

TEST_F(ReadLayer, CellsOfAWorkbookAreReadAsItShowsThem) {
  auto const table = read_layer(file("a.xlsx", workbook_with_formats()));
  ASSERT_TRUE(table) << table.problem().in(Lang::en);
  ASSERT_EQ(table->rows.size(), 1U);
  EXPECT_EQ(table->rows[0].cells,
            (std::vector<std::string>{"0.125", "12.5%", "2026-01-08", "8.33%", "12.5"}));
}

TEST_F(ReadLayer, CsvRowNumbersAreThoseOfASpreadsheet) {
  auto const table =
      read_layer(file("a.csv", "编号,名称\r\n\r\n1,\"两\n行\"\r\n2,\"说\"\"好\"\"\"\r\n"));
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].number, 3);
  EXPECT_EQ(table->rows[0].cells[1], "两\n行");
  EXPECT_EQ(table->rows[1].number, 4);
  EXPECT_EQ(table->rows[1].cells[1], "说\"好\"");
}

TEST_F(ReadLayer, CsvOfChineseExcelIsReadInEveryCharset) {
  std::string const gb = "\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6\n1,\xC6\xC2\xB5\xC0\n";
  std::string const utf16(
      "\xFF\xFE\x16\x7F\xF7\x53\x09\x00\x0D\x54\xF0\x79\x0A\x00\x31\x00\x09\x00\x61\x57\x53\x90\x0A"
      "\x00",
      24);
  for (auto const &path : {file("gb.csv", gb), file("bom.csv", "\xEF\xBB\xBF编号,名称\n1,坡道\n"),
                           file("u16.csv", utf16), file("semi.csv", "编号;名称\n1;坡道\n")}) {
    auto const table = read_layer(path);
    ASSERT_TRUE(table) << path;
    EXPECT_EQ(table->columns[0].name, "编号") << path;
    EXPECT_EQ(table->rows.at(0).cells[1], "坡道") << path;
  }
}

TEST_F(ReadLayer, AMissingFileSaysSo) {
  auto const table = read_layer(file("none.xlsx"));
  ASSERT_FALSE(table);
  EXPECT_EQ(table.problem().code, ProblemCode::not_found);
  EXPECT_FALSE(table.problem().remedy.zh.empty());
}

TEST_F(ReadLayer, WhatIsNoTableIsRefusedWithTheWayOut) {
  for (auto const &path : {file("word.xlsx", "this is not a spreadsheet"),
                           file("picture.jpg", std::string("\xFF\xD8\xFF\xE0 pic")),
                           file("binary.csv", std::string("\x00\x01\xFF\xFE\x80", 5))}) {
    auto const table = read_layer(path);
    ASSERT_FALSE(table) << path;
    EXPECT_EQ(table.problem().code, ProblemCode::unreadable) << path;
    EXPECT_NE(table.problem().remedy.en.find("save it"), std::string::npos) << path;
  }
}

TEST_F(ReadLayer, FilesWithoutRowsAreRefused) {
  std::ofstream(m_dir.path() / "zero.csv").flush();
  EXPECT_EQ(read_layer((m_dir.path() / "zero.csv").string()).problem().code,
            ProblemCode::unreadable);
  EXPECT_EQ(read_layer(file("head.csv", "a,b\n")).problem().code, ProblemCode::missing_value);
  EXPECT_EQ(read_layer(m_dir.path().string()).problem().code, ProblemCode::unreadable);
}

TEST_F(ReadLayer, AnOpenQuoteNamesItsRow) {
  auto const table = read_layer(file("q.csv", "a,b\n1,2\n3,\"4\n5,6\n"));
  ASSERT_FALSE(table);
  EXPECT_EQ(table.problem().row, 3);
}

TEST_F(ReadLayer, BrokenRingsAreRepairedAndCounted) {
  auto const table = read_layer(file("bow.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"990101"},"geometry":{"type":"Polygon",
     "coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}},
    {"type":"Feature","properties":{"code":"990102"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}]})"));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->frame, Frame::wgs84);
  EXPECT_TRUE(table->rows[0].repaired);
  EXPECT_NE(table->rows[0].geometry_fault.find("Self-intersection"), std::string::npos);
  EXPECT_EQ(std::get<RawArea>(*table->rows[0].geometry).size(), 2U);
  EXPECT_FALSE(table->rows[1].geometry);
  EXPECT_EQ(table->rows[1].geometry_fault, "LINESTRING");
}

TEST_F(WriteLayer, EveryFormatComesBack) {
  for (auto const *name : {"o.csv", "o.xlsx", "o.gpkg", "o.geojson"}) {
    auto const path = file(name);
    ASSERT_TRUE(write_layer(sample(), path, LayerAbout())) << name;
    auto const back = read_layer(path);
    ASSERT_TRUE(back) << name;
    ASSERT_EQ(back->rows.size(), 2U) << name;
    EXPECT_EQ(back->rows[0].cells[0], "007") << name;
    EXPECT_EQ(back->rows[0].cells[1], "坡道, \"东\"") << name;
    EXPECT_EQ(back->rows[1].cells[2], "") << name;
    bool const spreadsheet = std::string(name) != "o.gpkg" && std::string(name) != "o.geojson";
    if (spreadsheet) {
      EXPECT_EQ(back->rows[0].number, 2) << name;
      EXPECT_EQ(back->columns.at(4).name, "lon") << name;
      EXPECT_EQ(back->rows[0].cells[4].substr(0, 11), "113.5000001") << name;
    } else {
      EXPECT_NEAR(std::get<RawPoint>(*back->rows[0].geometry).lon, 113.5000001, 1e-9) << name;
    }
  }
}

TEST_F(WriteLayer, ATextOfCsvIsNoFormulaAndANumberStaysOne) {
  auto table = sample();
  table.columns[1].name = "=name";
  table.rows[0].cells = {"=HYPERLINK(\"http://x.invalid\")", "@甲", "-3", "-1.5"};
  ASSERT_TRUE(write_layer(table, file("o.csv"), LayerAbout()));
  std::ifstream in(file("o.csv"), std::ios::binary);
  std::string const text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text.substr(0, text.find('\n', text.find('\n') + 1)),
            "\xEF\xBB\xBFid,'=name,n,x,lon,lat\r\n"
            "\"'=HYPERLINK(\"\"http://x.invalid\"\")\",'@甲,-3,-1.5,113.5000001,23.8000000\r");
}

TEST_F(WriteLayer, AnUnknownEndingIsRefusedAndNothingIsWritten) {
  auto const written = write_layer(sample(), file("o.doc"), LayerAbout());
  ASSERT_FALSE(written);
  EXPECT_EQ(written.problem().code, ProblemCode::usage);
  EXPECT_TRUE(std::filesystem::is_empty(m_dir.path()));
}

TEST_F(WriteLayer, AFolderThatIsNotThereEndsInAnErrorAndNoDraft) {
  EXPECT_THROW((void)write_layer(sample(), (m_dir.path() / "no" / "o.csv").string(), LayerAbout()),
               Error);
  EXPECT_TRUE(std::filesystem::is_empty(m_dir.path()));
}

}  // namespace
}  // namespace wza::gis
