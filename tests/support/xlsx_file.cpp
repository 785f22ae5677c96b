// SPDX-License-Identifier: Apache-2.0
#include "tests/support/xlsx_file.h"

#include "tests/support/zip_writer.h"

namespace wza::test {
namespace {

constexpr std::string_view kMain = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

}  // namespace

std::string xlsx(Workbook const &workbook) {
  std::string const office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string const package = "http://schemas.openxmlformats.org/package/2006/";
  std::string const relations =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  ZipWriter zip;
  zip.add("[Content_Types].xml",
          "<Types xmlns=\"" + package +
              "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
              office +
              "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" "
              "ContentType=\"" +
              office + "worksheet+xml\"/></Types>");
  zip.add("_rels/.rels", "<Relationships xmlns=\"" + package +
                             "relationships\"><Relationship Id=\"r1\" Type=\"" + relations +
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  zip.add("xl/workbook.xml", "<workbook xmlns=" + std::string(kMain) + " xmlns:r=\"" + relations +
                                 "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                                 "</workbook>");
  zip.add("xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\"" +
              relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
  zip.add("xl/worksheets/sheet1.xml", workbook.sheet_head, workbook.sheet_body, workbook.times,
          workbook.sheet_tail);
  if (!workbook.strings_head.empty())
    zip.add("xl/sharedStrings.xml", workbook.strings_head, workbook.strings_body,
            workbook.strings_times);
  return zip.finish();
}

}  // namespace wza::test
