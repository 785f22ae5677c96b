// SPDX-License-Identifier: Apache-2.0
// U07, U08, U10 and U11: geometries and text without measure, and pictures and documents that are
// no tables.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_uploads.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace wza::test {
namespace {

std::string feature(std::string const &geometry) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
         R"({"code":"990101","name":"a"},"geometry":)" +
         geometry + "}]}";
}
std::string polygon(std::string const &ring) {
  return feature(R"({"type":"Polygon","coordinates":[[)" + ring + "]]}");
}
std::string coordinate(double x, double y) {
  char text[64];
  std::snprintf(text, sizeof text, "[%.7f,%.7f]", x, y);
  return text;
}
/// Points on a circle, each `step` further.
std::string round_trip(int points, int step) {
  std::string out;
  for (int i = 0; i <= points; ++i) {
    auto const at = static_cast<double>(static_cast<long long>(i % points) * step % points);
    double const angle = at / points * 6.283185307179586;
    if (i > 0) out += ',';
    out += coordinate(113.5 + std::cos(angle), 23.9 + std::sin(angle));
  }
  return out;
}

std::string deep_json(Bait const &) {
  return R"({"type":"FeatureCollection","features":)" + repeated(1'000'000, "[");
}
std::string deep_properties(Bait const &) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":)" +
         repeated(1'000'000, "[") + repeated(1'000'000, "]") + R"(},"geometry":null}]})";
}
std::string deep_collections(Bait const &) {
  return feature(repeated(100'000, R"({"type":"GeometryCollection","geometries":[)") +
                 repeated(100'000, "]}"));
}
std::string million_vertices(Bait const &) {
  return polygon(round_trip(3'000'000, 1));
}
std::string star(Bait const &) {
  return polygon(round_trip(20'001, 10'000));
}
std::string many_holes(Bait const &) {
  std::string rings = R"({"type":"Polygon","coordinates":[[)" + round_trip(100, 1) + "]";
  for (int i = 0; i < 100'000; ++i) {
    double const x = 113 + i * 1e-5;
    rings += ",[" + coordinate(x, 23.9) + "," + coordinate(x + 2e-5, 23.9) + "," +
             coordinate(x, 23.90001) + "," + coordinate(x, 23.9) + "]";
  }
  return feature(rings + "]}");
}
std::string no_numbers(Bait const &) {
  return polygon("[NaN,NaN],[Infinity,1],[1e308,1e308],[-1e400,0],[NaN,NaN]");
}
std::string no_place_on_earth(Bait const &) {
  return polygon("[1e308,1e308],[1e308,-1e308],[-1e308,-1e308],[1e308,1e308]");
}
std::string many_columns_json(Bait const &) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{)" +
         numbered(200'000, R"("c#":1,)") + R"("code":"990101"},"geometry":null}]})";
}
std::string shape_of_lies(Bait const &) {
  // A header that claims polygons of 2 GB.
  std::string bytes(100, '\0');
  bytes.replace(0, 4, std::string("\0\0\x27\x0A", 4));
  bytes.replace(24, 4, "\x7F\xFF\xFF\xFF");
  bytes.replace(28, 4, std::string("\xE8\x03\0\0", 4));
  bytes[32] = 5;
  return bytes + std::string("\0\0\0\1\x7F\xFF\xFF\xFF\5\0\0\0", 12) + std::string(32, '\1') +
         "\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x7F";
}

std::string formula_cells(Bait const &) {
  return "编号,名称,类型,经度,纬度\r\n=1+1,\"=cmd|' /C calc'!A0\",school,113.5,23.9\r\n"
         "＝A,@SUM(A1),school,+1,-1\r\n\"\t=1\",\"\r=1\",school,113.5,23.9\r\n";
}
std::string one_line(Bait const &) {
  return "code,name\n" + repeated(100'000'000, "a") + ",b\n";
}
std::string only_commas(Bait const &) {
  return "code,name\na" + repeated(60'000'000, ",") + "\n";
}
std::string short_lines(Bait const &) {
  return "code,name\n" + repeated(30'000'000, "a\n");
}
std::string million_headers(Bait const &) {
  return numbered(1'000'000, "c#,") + "\n1,2\n";
}
std::string open_quote(Bait const &) {
  return "code,name\n1,\"" + repeated(50'000'000, "a\n");
}
std::string zeros(Bait const &) {
  return "code,name\n1," + std::string(1'000'000, '\0') + "\n";
}
std::string mixed_charsets(Bait const &) {
  return "code,name\n1,\xE7\xBC\x96\n2,\xB1\xE0\n3,\xFF\xFE\n";
}

/// The first bytes of a PNG of 65,535 × 65,535 pixels.
std::string picture(Bait const &) {
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xFF\xFF\0\0\xFF\xFF\x08\6\0\0\0", 29) +
         std::string(1000, '\0');
}
/// A JPEG whose EXIF directories point at themselves and claim 65,535 entries.
std::string exif_loop(Bait const &) {
  std::string const tiff("II*\0\x08\0\0\0\xFF\xFF\x25\x88\4\0\1\0\0\0\x08\0\0\0\x08\0\0\0", 26);
  std::string const exif = std::string("Exif\0\0", 6) + tiff + std::string(500, '\xFF');
  std::string bytes = "\xFF\xD8\xFF\xE1";
  bytes += static_cast<char>((exif.size() + 2) >> 8);
  bytes += static_cast<char>((exif.size() + 2) & 0xff);
  return bytes + exif + "\xFF\xD9";
}
std::string picture_and_script(Bait const &bait) {
  return "GIF89a/*" + std::string(20, '\0') + "*/=1;fetch('" + bait.url + "');";
}
std::string svg(Bait const &bait) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + bait.url +
         "/x.png\"/><script>fetch('" + bait.url + "')</script></svg>";
}
std::string pdf(Bait const &bait) {
  return "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/URI/URI(" + bait.url +
         ")>>>>endobj\nxref\n0 2147483647\ntrailer<</Root 1 0 R/Size 2147483647>>\n%%EOF";
}

constexpr std::array kContents{
    HostileUpload{"U07_deep_json", "deep.geojson", deep_json},
    HostileUpload{"U07_deep_properties", "properties.geojson", deep_properties},
    HostileUpload{"U07_deep_collections", "collections.geojson", deep_collections},
    HostileUpload{.name = "U07_million_vertices",
                  .file = "vertices.geojson",
                  .make = million_vertices,
                  .told = "too many vertices"},
    HostileUpload{"U07_star", "star.geojson", star},
    HostileUpload{"U07_many_holes", "holes.geojson", many_holes},
    HostileUpload{"U07_no_numbers", "nan.geojson", no_numbers},
    HostileUpload{"U07_no_place_on_earth", "far.geojson", no_place_on_earth},
    HostileUpload{"U07_many_columns", "columns.geojson", many_columns_json, "facilities"},
    HostileUpload{"U07_shape_of_lies", "lies.shp", shape_of_lies},
    HostileUpload{"U08_formula_cells", "formulas.csv", formula_cells, "facilities"},
    HostileUpload{"U08_one_line", "line.csv", one_line, "facilities"},
    HostileUpload{"U08_only_commas", "commas.csv", only_commas, "facilities"},
    HostileUpload{"U08_short_lines", "short.csv", short_lines, "inspections"},
    HostileUpload{"U08_million_headers", "headers.csv", million_headers, "facilities"},
    HostileUpload{"U08_open_quote", "quote.csv", open_quote, "households"},
    HostileUpload{"U08_zeros", "zeros.csv", zeros, "households"},
    HostileUpload{"U08_mixed_charsets", "mixed.csv", mixed_charsets, "facilities"},
    HostileUpload{"U10_picture", "picture.png", picture, "facilities"},
    HostileUpload{"U10_picture_named_geojson", "picture.geojson", picture},
    HostileUpload{"U10_picture_named_xlsx", "picture.xlsx", picture, "inspections"},
    HostileUpload{"U10_exif_loop", "photo.jpg", exif_loop, "facilities"},
    HostileUpload{"U10_exif_loop_named_kml", "photo.kml", exif_loop},
    HostileUpload{"U10_exif_loop_named_gpkg", "photo.gpkg", exif_loop},
    HostileUpload{"U10_picture_and_script", "script.csv", picture_and_script, "facilities"},
    HostileUpload{"U10_svg_named_kml", "svg.kml", svg},
    HostileUpload{"U11_pdf", "document.pdf", pdf, "facilities"},
    HostileUpload{"U11_pdf_named_geojson", "pdf.geojson", pdf},
    HostileUpload{"U11_pdf_named_ods", "pdf.ods", pdf, "facilities"},
};

}  // namespace

std::span<HostileUpload const> hostile_contents() {
  return kContents;
}

}  // namespace wza::test
