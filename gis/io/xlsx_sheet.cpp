// SPDX-License-Identifier: Apache-2.0
#include "gis/io/xlsx_sheet.h"

#include "db/base/clock.h"
#include "db/base/markup.h"
#include "db/base/text.h"
#include "gis/io/formula_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace wza::gis::xlsx {
namespace {

constexpr std::size_t kLongestText = 32767;  // UTF-16 units in a cell
constexpr std::string_view kCut = "…（截断 cut）";
constexpr std::size_t kCutUnits = 8;
constexpr std::size_t kNarrowest = 8, kWidest = 60;  // column widths in digits of the font
constexpr std::size_t kMeasuredRows = 2000;
constexpr std::size_t kExactDigits = 15;  // a spreadsheet computes in double

/// UTF-16 units of one UTF-8 sequence.
constexpr std::size_t units_of(std::size_t length) {
  return length == 4 ? 2 : 1;
}

/// `text` as it is, or its beginning and a mark where it is too long for a cell.
std::string fitting(std::string_view text) {
  std::string const whole = well_formed(text);
  std::size_t units = 0, cut = 0;
  for (std::size_t at = 0; at < whole.size();) {
    auto const length = utf8_sequence_length(std::string_view(whole).substr(at));
    units += units_of(length);
    at += length;
    if (units + kCutUnits + 1 <= kLongestText) cut = at;
  }
  return units <= kLongestText ? whole : whole.substr(0, cut).append(kCut);
}

/// Whether a reader would take `text` at its start for an escape: _xHHHH_.
bool looks_escaped(std::string_view text) {
  auto const hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, hex);
}

/// How wide the widest line of a text stands: Chinese characters two, all others one.
std::size_t width_of(std::string_view text) {
  std::size_t widest = 0, width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const length = std::max<std::size_t>(1, utf8_sequence_length(text.substr(at)));
    width = text[at] == '\n' ? 0 : width + (length >= 3 ? 2 : 1);
    widest = std::max(widest, width);
    at += length;
  }
  return widest;
}

std::optional<std::string> number_of(CellKind kind, std::string_view cell) {
  if (kind == CellKind::text) return std::nullopt;
  if (kind == CellKind::day) {
    auto const day = LocalDate::parse(cell);
    if (!day || day->iso() != cell) return std::nullopt;
    using namespace std::chrono;
    auto const serial = (sys_days(day->value) - sys_days(year(1899) / 12 / 30)).count();
    if (serial <= 60) return std::nullopt;  // Excel takes 1900 for a leap year
    return fmt::format("{}", serial);
  }
  if (kind == CellKind::time) {
    auto const time = UtcTime::parse(cell);
    if (!time) return std::nullopt;
    using namespace std::chrono;
    std::chrono::duration<double, days::period> const since =
        time->value - sys_days(year(1899) / 12 / 30);
    if (since.count() < 61) return std::nullopt;
    return fmt::format("{:.9f}", since.count());
  }
  double value = 0;
  auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
    return std::nullopt;
  auto const digits =
      std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (kind == CellKind::integer &&
      (digits > static_cast<std::ptrdiff_t>(kExactDigits) || (digits > 1 && cell.front() == '0'))) {
    return std::nullopt;
  }
  return fmt::format("{}", value);
}

Style style_of(CellKind kind) {
  return kind == CellKind::day ? Style::day : kind == CellKind::time ? Style::time : Style::general;
}

struct Layout {
  std::size_t width = kNarrowest;
  bool wrapped = false;
};

Layout layout_of(Sheet const &sheet, std::size_t column, std::size_t first, std::size_t last) {
  constexpr std::size_t kFilterArrow = 3;
  std::size_t width = width_of(sheet.columns[column].name) + kFilterArrow;
  bool breaks = false;
  if (sheet.columns[column].kind == CellKind::time) width = std::max<std::size_t>(width, 20);
  for (std::size_t row = first; row < std::min(last, first + kMeasuredRows); ++row) {
    auto const &cells = sheet.rows[row].cells;
    if (column >= cells.size()) continue;
    if (sheet.columns[column].kind == CellKind::time) continue;
    width = std::max(width, width_of(cells[column]) + 1);
    breaks = breaks || cells[column].find('\n') != std::string::npos;
  }
  return {std::clamp(width, kNarrowest, kWidest), breaks || width > kWidest};
}

/// How many lines a text takes in a wrapped cell of that width.
std::size_t lines_of(std::string_view text, std::size_t width) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    auto const wide = width_of(text.substr(at, end - at));
    lines += std::max<std::size_t>(1, (wide + width - 1) / width);
    at = end + 1;
  }
  return lines;
}

/// The start of a row; as high as its wrapped cells, which not every program works out by itself.
std::string row_tag(std::size_t number, std::vector<std::string> const &cells,
                    std::vector<Layout> const &layouts) {
  constexpr std::size_t kLine = 15, kHighest = 409;  // points; Excel has no higher rows
  std::size_t lines = 1;
  for (std::size_t c = 0; c < std::min(cells.size(), layouts.size()); ++c)
    if (layouts[c].wrapped) lines = std::max(lines, lines_of(cells[c], layouts[c].width));
  if (lines == 1) return fmt::format(R"(<row r="{}">)", number);
  return fmt::format(R"(<row r="{}" ht="{}" customHeight="1">)", number,
                     std::min(lines * kLine, kHighest));
}

void open_sheet(ZipWriter &zip, Sheet const &sheet, std::vector<Layout> const &layouts) {
  zip.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
      "<sheetViews><sheetView workbookViewId=\"0\">"
      "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
      "<sheetFormatPr defaultRowHeight=\"15\"/>");
  if (!layouts.empty()) zip.write("<cols>");
  for (std::size_t c = 0; c < layouts.size(); ++c) {
    Style const style = sheet.columns[c].kind != CellKind::text ? style_of(sheet.columns[c].kind)
                        : layouts[c].wrapped                    ? Style::wrapped
                                                                : Style::text;
    zip.write(fmt::format(R"(<col min="{0}" max="{0}" width="{1}.7" style="{2}" customWidth="1"/>)",
                          c + 1, layouts[c].width, static_cast<int>(style)));
  }
  if (!layouts.empty()) zip.write("</cols>");
  zip.write("<sheetData>");
}

}  // namespace

std::size_t SharedStrings::index_of(std::string_view text) {
  ++m_uses;
  auto const [at, is_new] = m_index.emplace(text, m_texts.size());
  if (is_new) m_texts.push_back(text);
  return at->second;
}

void SharedStrings::write(ZipWriter &zip) const {
  zip.begin("xl/sharedStrings.xml");
  zip.write(
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst "
                  "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                  "count=\"{}\" uniqueCount=\"{}\">",
                  m_uses, m_texts.size()));
  for (auto const text : m_texts)
    zip.write(fmt::format(R"(<si><t xml:space="preserve">{}</t></si>)", escaped(fitting(text))));
  zip.write("</sst>");
  zip.end();
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (std::string_view const reference = reference_of(c); !reference.empty()) {
      out += reference;
    } else if (c == '_' && looks_escaped(text.substr(i))) {
      out += "_x005F_";
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') {
      out += fmt::format("_x{:04X}_", static_cast<unsigned char>(c));
    } else if (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF") {
      out += "\xEF\xBF\xBD";  // U+FFFE and U+FFFF are no XML
      i += 2;
    } else {
      out += c;
    }
  }
  return out;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

void write_sheet(ZipWriter &zip, std::string const &part, Sheet const &sheet, std::size_t first,
                 std::size_t last, SharedStrings &strings) {
  std::vector<Layout> layouts;
  std::vector<std::string> letters;
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    layouts.push_back(layout_of(sheet, c, first, last));
    letters.push_back(column_letters(c));
  }
  zip.begin(part);
  open_sheet(zip, sheet, layouts);
  std::string line = "<row r=\"1\">";
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    line += fmt::format(R"(<c r="{}1" s="{}" t="s"><v>{}</v></c>)", letters[c],
                        static_cast<int>(Style::header), strings.index_of(sheet.columns[c].name));
  }
  zip.write(line + "</row>");
  for (std::size_t row = first; row < last; ++row) {
    std::size_t const number = row - first + 2;
    auto const &cells = sheet.rows[row].cells;
    line = row_tag(number, cells, layouts);
    for (std::size_t c = 0; c < std::min(cells.size(), sheet.columns.size()); ++c) {
      if (cells[c].empty()) continue;
      auto const kind = sheet.columns[c].kind;
      if (auto const value = number_of(kind, cells[c])) {
        line += fmt::format(R"(<c r="{}{}" s="{}"><v>{}</v></c>)", letters[c], number,
                            static_cast<int>(style_of(kind)), *value);
        continue;
      }
      bool const quoted = looks_like_formula(cells[c]);
      Style const style = layouts[c].wrapped ? (quoted ? Style::quoted_wrapped : Style::wrapped)
                                             : (quoted ? Style::quoted : Style::text);
      line += fmt::format(R"(<c r="{}{}" s="{}" t="s"><v>{}</v></c>)", letters[c], number,
                          static_cast<int>(style), strings.index_of(cells[c]));
    }
    zip.write(line + "</row>");
  }
  zip.write("</sheetData>");
  if (!letters.empty())
    zip.write(fmt::format(R"(<autoFilter ref="A1:{}{}"/>)", letters.back(), last - first + 1));
  zip.write(
      R"(<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>)"
      R"(<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>)"
      "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
      "</worksheet>");
  zip.end();
}

}  // namespace wza::gis::xlsx
