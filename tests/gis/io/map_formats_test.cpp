// SPDX-License-Identifier: Apache-2.0
// Map files as other programs write them: zipped shapefiles, MapInfo, GML.
#include "gis/io/read_layer.h"
#include "tests/support/temp_tracker.h"
#include "tests/support/zip_writer.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <fstream>

namespace wza::gis {
namespace {

std::string little(std::uint32_t value) {
  std::string out;
  for (unsigned shift = 0; shift < 32; shift += 8)
    out += static_cast<char>((value >> shift) & 0xFFU);
  return out;
}
std::string big(std::uint32_t value) {
  auto const bytes = little(value);
  return {bytes.rbegin(), bytes.rend()};
}
std::string number(double value) {
  std::string out(sizeof value, '\0');
  std::memcpy(out.data(), &value, sizeof value);
  return out;
}

// ESRI Shapefile Technical Description, 1998: one point.
std::string shape_header(std::uint32_t bytes) {
  std::string const box = number(123.4) + number(29.05) + number(123.4) + number(29.05);
  return big(9994) + std::string(20, '\0') + big(bytes / 2) + little(1000) + little(1) + box +
         std::string(32, '\0');
}
std::string shp() {
  return shape_header(128) + big(1) + big(10) + little(1) + number(123.4) + number(29.05);
}
std::string shx() {
  return shape_header(108) + big(50) + big(10);
}
std::string dbf(std::string const &code) {
  return "\x03\x7C\x01\x01" + little(1) + std::string("\x41\0\x07\0", 4) + std::string(20, '\0') +
         "code" + std::string(7, '\0') + "C" + std::string(4, '\0') + "\x06" +
         std::string(15, '\0') + "\r " + code;
}
void add_shape(test::ZipWriter &zip, std::string const &name, std::string const &code) {
  zip.add(name + ".shp", shp());
  zip.add(name + ".shx", shx());
  zip.add(name + ".dbf", dbf(code));
}

struct MapFormats : testing::Test {
  std::string file(std::string const &name, std::string const &content) {
    auto const path = (dir.path() / name).string();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  static void expect_one_point(std::string const &path) {
    auto const table = read_layer(path);
    ASSERT_TRUE(table) << path << table.problem().in(Lang::en);
    ASSERT_EQ(table->rows.size(), 1U) << path;
    ASSERT_TRUE(table->rows[0].geometry) << path;
    EXPECT_NEAR(std::get<RawPoint>(*table->rows[0].geometry).lon, 123.4, 1e-6) << path;
    bool found = false;
    for (auto const &cell : table->rows[0].cells)
      found = found || cell == "990101";
    EXPECT_TRUE(found) << path;
  }
  TempDir dir;
};

TEST_F(MapFormats, APointComesOutOfEach) {
  test::ZipWriter zip;
  add_shape(zip, "folder/town", "990101");
  expect_one_point(file("a.zip", zip.finish()));
  file("a.mid", "\"990101\"\n");
  expect_one_point(
      file("a.mif",
           "Version 300\nCharset \"Neutral\"\nDelimiter \",\"\nCoordSys Earth "
           "Projection 1, 104\nColumns 1\n  code Char(6)\nData\n\nPoint 123.4 29.05\n"));
  expect_one_point(
      file("a.gml",
           "<?xml version=\"1.0\"?><gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">"
           "<gml:featureMember><town><code>990101</code><where><gml:Point srsName=\"EPSG:4490\">"
           "<gml:coordinates>123.4,29.05</gml:coordinates></gml:Point></where></town>"
           "</gml:featureMember></gml:FeatureCollection>"));
}

TEST_F(MapFormats, OfSeveralShapesInAnArchiveOneIsChosenByName) {
  test::ZipWriter zip;
  add_shape(zip, "b", "990102");
  add_shape(zip, "a", "990101");
  add_shape(zip, "../c", "990103");
  add_shape(zip, "__MACOSX/d", "990104");
  auto const path = file("a.zip", zip.finish());
  auto const first = read_layer(path);
  ASSERT_TRUE(first) << first.problem().in(Lang::en);
  EXPECT_EQ(first->rows.at(0).cells.at(0), "990101");
  EXPECT_EQ(first->other_layers, std::vector<std::string>{"b"});
  ReadOptions options;
  options.layer = "b";
  auto const second = read_layer(path, options);
  ASSERT_TRUE(second) << second.problem().in(Lang::en);
  EXPECT_EQ(second->rows.at(0).cells.at(0), "990102");
  options.layer = "c";
  auto const outside = read_layer(path, options);
  ASSERT_FALSE(outside);
  EXPECT_EQ(outside.problem().code, ProblemCode::not_found);
}

TEST_F(MapFormats, AnArchiveWithoutAShapeSaysSo) {
  test::ZipWriter zip;
  zip.add("a.csv", "code,name\n1,a\n");
  auto const table = read_layer(file("a.zip", zip.finish()));
  ASSERT_FALSE(table);
  EXPECT_NE(table.problem().reason.en.find("no shapefile"), std::string::npos);
}

}  // namespace
}  // namespace wza::gis
