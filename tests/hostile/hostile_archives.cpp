// SPDX-License-Identifier: Apache-2.0
// U01 and U02: archives that unpack to far more than they are, or elsewhere. U09: spreadsheets,
// which are archives too.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_uploads.h"
#include "tests/support/xlsx_file.h"
#include "tests/support/zip_writer.h"

#include <array>

namespace wza::test {
namespace {

constexpr std::size_t kThousandMegabytes = 1000;  // times one
constexpr std::string_view kMain = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

std::string megabyte(std::string_view of) {
  return repeated((std::size_t{1} << 20) / of.size(), of);
}

std::string kmz_bomb(Bait const &) {
  ZipWriter zip;
  zip.add("doc.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>",
          megabyte("a"), kThousandMegabytes, "</name></Document></kml>");
  return zip.finish();
}
std::string kmz_of_many_placemarks(Bait const &) {
  ZipWriter zip;
  zip.add("doc.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>",
          megabyte("<Placemark><name>a</name><Point><coordinates>113,24</coordinates></Point>"
                   "</Placemark>\n"),
          kThousandMegabytes, "</Document></kml>");
  return zip.finish();
}
std::string kmz_in_kmz(Bait const &bait) {
  std::string inner = kmz_bomb(bait);
  for (int depth = 0; depth < 3; ++depth) {
    ZipWriter zip;
    zip.add("doc.kml", inner);
    zip.add("inner.kmz", inner);
    inner = zip.finish();
  }
  return inner;
}
std::string million_entries(Bait const &) {
  ZipWriter zip;
  zip.add("doc.kml", "<kml/>");
  return zip.finish(1'000'000);
}
std::string entries_elsewhere(Bait const &) {
  ZipWriter zip;
  for (std::string_view name : {"../../escaped.kml", "/tmp/wza-escaped.kml", "C:\\escaped.kml",
                                "CON", "\xE2\x80\xAElmk.cod", "doc.kml"})
    zip.add(name, "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document/></kml>");
  return zip.finish();
}

std::string ods_of_repeated_cells(Bait const &) {
  ZipWriter zip;
  zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  zip.add("content.xml",
          "<office:document-content "
          "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
          "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
          "<office:spreadsheet><table:table table:name=\"S\">"
          "<table:table-row table:number-rows-repeated=\"1048576\">"
          "<table:table-cell table:number-columns-repeated=\"16384\" "
          "office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>"
          "</table:table></office:spreadsheet></office:body></office:document-content>");
  return zip.finish();
}

std::string shared_strings_bomb(Bait const &) {
  auto const megabytes = megabyte("<si><t>aaaaaaaaaaaaaaaa</t></si>");
  return xlsx({.sheet_body = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
               .times = 1,
               .strings_head = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                               "main\">",
               .strings_body = megabytes,
               .strings_times = kThousandMegabytes});
}
std::string one_endless_string(Bait const &) {
  auto const megabytes = megabyte("a");
  return xlsx({.sheet_body = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
               .times = 1,
               .strings_head = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                               "main\"><si><t>",
               .strings_body = megabytes,
               .strings_times = kThousandMegabytes});
}
std::string archive_of_nothing(Bait const &) {
  ZipWriter zip;
  zip.add("a.bin", "", megabyte("a"), kThousandMegabytes, "");
  return zip.finish();
}
std::string endless_rows(Bait const &) {
  auto const megabytes = megabyte("<row><c><v>1</v></c><c><v>2</v></c></row>");
  return xlsx({.sheet_body = megabytes, .times = kThousandMegabytes});
}
std::string far_cell(Bait const &) {
  return xlsx({.sheet_body = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                             "<row r=\"99999999\"><c r=\"XFD99999999\"><v>1</v></c></row>",
               .times = 1});
}
std::string wide_rows(Bait const &) {
  auto const rows =
      numbered(2000, "<row r=\"@\"><c r=\"A@\"><v>1</v></c><c r=\"XFD@\"><v>1</v></c></row>");
  return xlsx({.sheet_body = rows, .times = 1});
}
std::string wrong_string_numbers(Bait const &) {
  return xlsx({.sheet_body = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>4000000000</v></c>"
                             "<c r=\"B1\" t=\"s\"><v>-1</v></c>"
                             "<c r=\"-5\" t=\"s\"><v>0</v></c></row>",
               .times = 1});
}
std::string million_merges(Bait const &) {
  static std::string const tail = "</sheetData><mergeCells>" +
                                  repeated(1'000'000, "<mergeCell ref=\"A1:XFD1048576\"/>") +
                                  "</mergeCells></worksheet>";
  auto const rows = numbered(1000, "<row r=\"@\"><c r=\"A@\"><v>1</v></c></row>");
  return xlsx({.sheet_body = rows, .times = 1, .sheet_tail = tail});
}
std::string formulas_and_links(Bait const &bait) {
  std::string const rows =
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>WEBSERVICE(\"" + bait.url +
      "/x\")</f><v>=cmd|' /C calc'!A0</v></c><c r=\"B1\" t=\"str\"><f>'[file://" + bait.file +
      "]S'!A1</f><v>code</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
  return xlsx({.sheet_body = rows, .times = 1});
}
std::string xlsx_with_entities(Bait const &bait) {
  std::string const head =
      "<!DOCTYPE sst [<!ENTITY f SYSTEM \"file://" + bait.file + "\"><!ENTITY u SYSTEM \"" +
      bait.url + "/x\">]><sst xmlns=" + std::string(kMain) + "><si><t>&f;&u;</t></si></sst>";
  return xlsx({.sheet_body = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                             "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>",
               .times = 1,
               .strings_head = head});
}

constexpr std::array kArchives{
    HostileUpload{"U01_kmz_bomb", "bomb.kmz", kmz_bomb},
    HostileUpload{"U01_kmz_of_many_placemarks", "many.kmz", kmz_of_many_placemarks},
    HostileUpload{"U01_kmz_in_kmz", "nested.kmz", kmz_in_kmz},
    HostileUpload{"U01_million_entries", "entries.kmz", million_entries},
    HostileUpload{"U01_ods_of_repeated_cells", "bomb.ods", ods_of_repeated_cells, "facilities"},
    HostileUpload{"U01_shared_strings", "strings.xlsx", shared_strings_bomb, "facilities"},
    HostileUpload{"U01_one_endless_string", "string.xlsx", one_endless_string, "households"},
    HostileUpload{"U01_endless_rows", "rows.xlsx", endless_rows, "inspections"},
    HostileUpload{.name = "U01_no_workbook",
                  .file = "bomb.xlsx",
                  .make = archive_of_nothing,
                  .kind = "facilities",
                  .told = "400 MB"},
    HostileUpload{"U02_entries_elsewhere", "slip.kmz", entries_elsewhere},
    HostileUpload{"U03_xlsx_with_entities", "xxe.xlsx", xlsx_with_entities, "facilities"},
    HostileUpload{"U09_far_cell", "far.xlsx", far_cell, "inspections"},
    HostileUpload{"U09_wide_rows", "wide.xlsx", wide_rows, "inspections"},
    HostileUpload{"U09_wrong_string_numbers", "numbers.xlsx", wrong_string_numbers, "facilities"},
    HostileUpload{"U09_million_merges", "merges.xlsx", million_merges, "facilities"},
    HostileUpload{"U09_formulas_and_links", "formulas.xlsx", formulas_and_links, "facilities"},
};

}  // namespace

std::span<HostileUpload const> hostile_archives() {
  return kArchives;
}

}  // namespace wza::test
