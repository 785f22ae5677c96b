// SPDX-License-Identifier: Apache-2.0
#include "gis/io/xlsx.h"

#include "db/base/text.h"
#include "gis/io/whole_file.h"
#include "gis/io/xlsx_sheet.h"
#include "gis/io/zip_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace wza::gis {
namespace {

using xlsx::escaped;

constexpr std::size_t kMostRows = 1048575;  // below the header
constexpr std::size_t kLongestName = 31;    // UTF-16 units
constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The order of cellXfs is that of xlsx::Style. 49 is "@", text; 164 and 165 are ours.
constexpr std::string_view kStyles = R"(<numFmts count="2">
<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/>
</numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/><family val="2"/></font>
<font><b/><sz val="11"/><name val="等线"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF5"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
<border><left/><right/><top/><bottom style="thin"><color rgb="FF333333"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="8">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>)";

/// A name that Excel takes and that no sheet before has.
std::string fit_name(std::string_view wanted, std::set<std::string> &taken) {
  std::string whole = well_formed(wanted);
  for (char &c : whole) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos ||
        static_cast<unsigned char>(c) < 0x20) {
      c = '-';
    }
  }
  if (!whole.empty() && whole.front() == '\'') whole.front() = '-';
  if (whole.empty()) whole = "Sheet";
  if (ascii_lower(whole) == "history") whole += '-';  // Excel keeps that name for itself
  for (int number = 1;; ++number) {
    std::string const tail = number == 1 ? "" : fmt::format(" ({})", number);
    std::string name;
    std::size_t units = tail.size();
    for (std::string_view rest = whole; !rest.empty();) {
      auto const length = utf8_sequence_length(rest);
      units += length == 4 ? 2 : 1;
      if (units > kLongestName) break;
      name += rest.substr(0, length);
      rest.remove_prefix(length);
    }
    while (name.ends_with('\''))
      name.pop_back();
    name += tail;
    if (taken.insert(ascii_lower(name)).second) return name;
  }
}

/// A part of a sheet that is a sheet of the file.
struct Leaf {
  Sheet const *sheet;
  std::string name;
  std::size_t first, last;
};

std::vector<Leaf> leaves_of(std::vector<Sheet> const &sheets) {
  std::vector<Leaf> leaves;
  std::set<std::string> taken;
  for (auto const &sheet : sheets) {
    std::size_t first = 0;
    do {
      std::size_t const last = std::min(sheet.rows.size(), first + kMostRows);
      leaves.push_back({&sheet, fit_name(sheet.name, taken), first, last});
      first = last;
    } while (first < sheet.rows.size());
  }
  return leaves;
}

std::string quoted_name(std::string_view sheet_name) {
  std::string out = "'";
  for (char const c : sheet_name)
    out.append(c == '\'' ? 2 : 1, c);
  return escaped(out + "'");
}

std::string workbook_xml(std::vector<Leaf> const &leaves) {
  std::string sheets, names;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    auto const &leaf = leaves[i];
    sheets += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", escaped(leaf.name),
                          i + 1, i + 1);
    if (leaf.sheet->columns.empty()) continue;
    auto const name = quoted_name(leaf.name);
    names += fmt::format(
        R"(<definedName name="_xlnm._FilterDatabase" localSheetId="{}" hidden="1">{}!$A$1:${}${}</definedName>)",
        i, name, xlsx::column_letters(leaf.sheet->columns.size() - 1), leaf.last - leaf.first + 1);
    names += fmt::format(
        R"(<definedName name="_xlnm.Print_Titles" localSheetId="{}">{}!$1:$1</definedName>)", i,
        name);
  }
  if (!names.empty()) names = fmt::format("<definedNames>{}</definedNames>", names);
  return fmt::format(
      R"({}<workbook xmlns="{}" xmlns:r="{}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>{}</sheets>{}</workbook>)",
      kXml, kMain, kOffice, sheets, names);
}

std::string relations_xml(std::size_t sheets) {
  std::string out;
  auto const add = [&](std::size_t id, std::string_view kind, std::string const &target) {
    out += fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", id, kOffice, kind,
                       target);
  };
  for (std::size_t i = 1; i <= sheets; ++i)
    add(i, "worksheet", fmt::format("worksheets/sheet{}.xml", i));
  add(sheets + 1, "styles", "styles.xml");
  add(sheets + 2, "sharedStrings", "sharedStrings.xml");
  return fmt::format(R"({}<Relationships xmlns="{}">{}</Relationships>)", kXml, kRelations, out);
}

std::string content_types_xml(std::size_t sheets) {
  std::string out;
  auto const add = [&](std::string const &part, std::string_view type) {
    out += fmt::format(
        R"(<Override PartName="/{}" ContentType="application/vnd.openxmlformats-{}+xml"/>)", part,
        type);
  };
  add("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
  for (std::size_t i = 1; i <= sheets; ++i) {
    add(fmt::format("xl/worksheets/sheet{}.xml", i), "officedocument.spreadsheetml.worksheet");
  }
  add("xl/styles.xml", "officedocument.spreadsheetml.styles");
  add("xl/sharedStrings.xml", "officedocument.spreadsheetml.sharedStrings");
  add("docProps/core.xml", "package.core-properties");
  return fmt::format(
      R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}</Types>)",
      kXml, out);
}

std::string root_relations_xml() {
  return fmt::format(
      R"({}<Relationships xmlns="{}"><Relationship Id="rId1" Type="{}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)",
      kXml, kRelations, kOffice, kRelations);
}

std::string core_xml(std::string const &title, UtcTime made) {
  auto const time = made.iso().substr(0, 19) + "Z";
  return fmt::format(
      R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>wza</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created></cp:coreProperties>)",
      kXml, escaped(well_formed(title)), time);
}

}  // namespace

std::string xlsx_bytes(std::vector<Sheet> const &sheets, std::string const &title, UtcTime made) {
  auto const leaves = leaves_of(sheets);
  ZipWriter zip;
  zip.add("[Content_Types].xml", content_types_xml(leaves.size()));
  zip.add("_rels/.rels", root_relations_xml());
  zip.add("docProps/core.xml", core_xml(title, made));
  zip.add("xl/workbook.xml", workbook_xml(leaves));
  zip.add("xl/_rels/workbook.xml.rels", relations_xml(leaves.size()));
  zip.add("xl/styles.xml",
          fmt::format(R"({}<styleSheet xmlns="{}">{}</styleSheet>)", kXml, kMain, kStyles));
  xlsx::SharedStrings strings;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    write_sheet(zip, fmt::format("xl/worksheets/sheet{}.xml", i + 1), *leaves[i].sheet,
                leaves[i].first, leaves[i].last, strings);
  }
  strings.write(zip);
  return zip.finish();
}

void write_xlsx(std::vector<Sheet> const &sheets, std::string const &title, UtcTime made,
                std::string const &path) {
  write_whole(path, xlsx_bytes(sheets, title, made));
}

}  // namespace wza::gis
