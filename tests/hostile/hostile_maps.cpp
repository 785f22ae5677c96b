// SPDX-License-Identifier: Apache-2.0
// U01 to U07 for map files of other programs: zipped shapefiles, MapInfo, GML; and mapping files,
// which name columns.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_uploads.h"
#include "tests/support/zip_writer.h"

#include <array>

namespace wza::test {
namespace {

std::string megabyte(char of) {
  return std::string(std::size_t{1} << 20, of);
}
std::string little_endian(unsigned value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, value >>= 8U)
    out += static_cast<char>(value & 0xFFU);
  return out;
}

/// The header of a .shp or .shx of points; `bytes` is what it claims to be long.
std::string shape_header(unsigned bytes) {
  std::string out(100, '\0');
  out.replace(0, 4, std::string("\0\0\x27\x0A", 4));
  for (int i = 0; i < 4; ++i)
    out[static_cast<std::size_t>(24 + i)] =
        static_cast<char>((bytes / 2 >> static_cast<unsigned>(8 * (3 - i))) & 0xFFU);
  out.replace(28, 4, std::string("\xE8\x03\0\0", 4));
  out[32] = 1;
  return out;
}
std::string dbf_header(unsigned rows) {
  return "\x03\x7C\x01\x01" + little_endian(rows, 4) + little_endian(65, 2) +
         little_endian(255, 2) + std::string(20, '\0') + "code" + std::string(7, '\0') + "C" +
         std::string(4, '\0') + "\xFE" + std::string(15, '\0') + "\r";
}

std::string shape_bomb(Bait const &) {
  ZipWriter zip;
  unsigned const bytes = 1'000U << 20U;
  zip.add("a.shp", shape_header(bytes), megabyte('\0'), 1000);
  zip.add("a.shx", shape_header(bytes), megabyte('\0'), 1000);
  zip.add("a.dbf", dbf_header(4'000'000), megabyte(' '), 1000);
  return zip.finish();
}
std::string table_bomb(Bait const &) {
  ZipWriter zip;
  zip.add("a.shp", shape_header(100));
  zip.add("a.shx", shape_header(100));
  zip.add("a.dbf", dbf_header(4'000'000), megabyte('9'), 1000);
  return zip.finish();
}
std::string zip_in_zip(Bait const &bait) {
  std::string inner = shape_bomb(bait);
  for (int depth = 0; depth < 4; ++depth) {
    ZipWriter zip;
    zip.add("inner.zip", inner);
    zip.add("inner.shp", inner);
    inner = zip.finish();
  }
  return inner;
}
std::string million_shapes(Bait const &) {
  ZipWriter zip;
  zip.add("a.shp", shape_header(100));
  return zip.finish(1'000'000);
}
std::string shapes_elsewhere(Bait const &bait) {
  ZipWriter zip;
  for (std::string const &name :
       {std::string("../../escaped.shp"), std::string("/tmp/escaped.shp"),
        "../../../../../.." + bait.file + ".shp", std::string("C:\\escaped.shp"),
        std::string("CON.shp"), std::string("\xE2\x80\xAEphs.a.shp"),
        "/vsicurl/" + bait.url + "/x.shp", std::string("a/../../b.shp"), std::string(60'000, 'a')})
    zip.add(name, shape_header(100));
  return zip.finish();
}
std::string claims_of_a_zip(Bait const &) {
  ZipWriter zip;
  zip.add("a.shp", shape_header(100));
  std::string bytes = zip.finish();
  // Where the directory is said to stand, and how large: all ones.
  bytes.replace(bytes.size() - 10, 8, std::string(8, '\xFF'));
  return bytes;
}

std::string tab_of_others(Bait const &bait) {
  return "!table\n!version 300\n!charset WindowsSimpChinese\n\nDefinition Table\n"
         "  Type NATIVE Charset \"WindowsSimpChinese\"\n  Fields 1\n    Table Char (254) ;\n"
         "begin_metadata\n\"\\IsSeamless\" = \"TRUE\"\n\"\\Map\" = \"" +
         bait.file + "\"\n\"\\Web\" = \"/vsicurl/" + bait.url + "/x.tab\"\nend_metadata\n";
}
std::string tab_view(Bait const &bait) {
  return "!table\n!version 100\nOpen Table \"" + bait.file + "\" Hide\nOpen Table \"/vsicurl/" +
         bait.url + "/x\" Hide\n\nCreate View a As\nSelect a.x,b.y\nFrom a,b\nWhere a.x=b.x\n";
}
std::string mif_of_billions(Bait const &) {
  return "Version 300\nCharset \"WindowsSimpChinese\"\nDelimiter \",\"\nColumns 1\n  code "
         "Char(254)\nData\n\nRegion 2147483647\n  2147483647\n1 2\n" +
         repeated(1'000'000, "Pline Multiple 2147483647\n  2147483647\n1 2\n");
}
std::string mif_of_columns(Bait const &) {
  return "Version 300\nDelimiter \",\"\nColumns 2000000\n" +
         numbered(2'000'000, "  c# Char(254)\n") + "Data\n\nPoint 113.5 23.9\n";
}

constexpr std::string_view kGml = "xmlns:gml=\"http://www.opengis.net/gml\" ";
std::string gml(std::string const &attributes, std::string const &members) {
  return "<?xml version=\"1.0\"?><gml:FeatureCollection " + std::string(kGml) + attributes + ">" +
         members + "</gml:FeatureCollection>";
}
std::string gml_schema_elsewhere(Bait const &bait) {
  return gml("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x " +
                 bait.url + "/x.xsd y file://" + bait.file + "\"",
             "<gml:featureMember><a gml:id=\"a\"><code>990101</code></a></gml:featureMember>");
}
std::string gml_links(Bait const &bait) {
  std::string const link = " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"";
  return gml({}, "<gml:featureMember><a><code" + link + bait.url + "/x#a\"/><name" + link +
                     "file://" + bait.file + "#a\"/></a></gml:featureMember>");
}
std::string deep_gml(Bait const &) {
  return gml({}, "<gml:featureMember><a><g>" + repeated(300'000, "<gml:MultiGeometry>"));
}
std::string gml_of_many_properties(Bait const &) {
  return gml(
      {}, "<gml:featureMember><a>" + numbered(200'000, "<c#>1</c#>") + "</a></gml:featureMember>");
}

std::string vrt_mapping(Bait const &bait) {
  return "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>" + bait.file +
         "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
}
std::string endless_mapping(Bait const &) {
  return "字段,列名\n" + repeated(3'000'000, "id,x\n");
}
std::string formula_mapping(Bait const &bait) {
  return "字段,列名\nid,\"=HYPERLINK(\"\"" + bait.url + "\"\")\"\nname,\"\x1B[2J\"\n";
}

constexpr std::array kMaps{
    HostileUpload{"U01_shape_bomb", "bomb.zip", shape_bomb},
    HostileUpload{"U01_table_bomb", "table.zip", table_bomb},
    HostileUpload{"U01_zip_in_zip", "nested.zip", zip_in_zip},
    HostileUpload{"U01_million_shapes", "shapes.zip", million_shapes},
    HostileUpload{"U01_claims_of_a_zip", "claims.zip", claims_of_a_zip},
    HostileUpload{"U02_shapes_elsewhere", "slip.zip", shapes_elsewhere},
    HostileUpload{"U03_gml_schema_elsewhere", "schema.gml", gml_schema_elsewhere},
    HostileUpload{"U03_gml_links", "links.gml", gml_links},
    HostileUpload{"U03_deep_gml", "deep.gml", deep_gml},
    HostileUpload{"U05_tab_of_others", "seamless.tab", tab_of_others},
    HostileUpload{"U05_tab_view", "view.tab", tab_view},
    HostileUpload{"U07_mif_of_billions", "billions.mif", mif_of_billions},
    HostileUpload{"U07_mif_of_columns", "columns.mif", mif_of_columns, "facilities"},
    HostileUpload{"U07_gml_of_many_properties", "many.gml", gml_of_many_properties, "facilities"},
    HostileUpload{"U04_vrt_mapping", "m.csv", vrt_mapping, "facilities", nullptr, "--mapping"},
    HostileUpload{"U08_endless_mapping", "m.csv", endless_mapping, "facilities", nullptr,
                  "--mapping"},
    HostileUpload{"U08_formula_mapping", "m.csv", formula_mapping, "facilities", nullptr,
                  "--mapping"},
};

}  // namespace

std::span<HostileUpload const> hostile_maps() {
  return kMaps;
}

}  // namespace wza::test
