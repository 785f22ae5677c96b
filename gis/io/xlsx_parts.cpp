// SPDX-License-Identifier: Apache-2.0
#include "gis/io/xlsx_parts.h"

#include "db/base/clock.h"
#include "db/base/text.h"
#include "gis/io/vsi_file.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace wza::gis {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

/// A part of the archive from the first `from` on (from its beginning where that is empty), at most
/// kMostBytes of it.
std::string part_of(std::string const &path, std::string const &name, std::string_view from = {}) {
  VsiFile const file(VSIFOpenL(("/vsizip/{" + path + "}/" + name).c_str(), "rb"));
  std::string out;
  if (file == nullptr) return out;
  bool found = from.empty();
  while (out.size() < kMostBytes) {
    auto const before = out.size();
    out.resize(before + kChunk);
    auto const got = VSIFReadL(out.data() + before, 1, kChunk, file.get());
    out.resize(before + got);
    if (got == 0) break;
    if (found) continue;
    auto const at = out.find(from);
    found = at != std::string::npos;
    // A word may stand on the edge of two chunks.
    out.erase(0, found ? at : out.size() - std::min(out.size(), from.size()));
  }
  return found ? out : std::string();
}

/// The value of the attribute in the tag, as it is written.
std::string_view attribute(std::string_view tag, std::string_view name) {
  std::string const wanted = " " + std::string(name) + "=\"";
  auto const at = tag.find(wanted);
  if (at == std::string_view::npos) return {};
  tag.remove_prefix(at + wanted.size());
  return tag.substr(0, tag.find('"'));
}

/// The start tags of this name.
std::vector<std::string_view> tags(std::string_view xml, std::string_view name) {
  std::vector<std::string_view> out;
  std::string const opening = "<" + std::string(name) + " ";
  for (auto at = xml.find(opening); at != std::string_view::npos; at = xml.find(opening, at + 1))
    out.push_back(xml.substr(at, xml.find('>', at) - at));
  return out;
}

std::string sheet_path(std::string const &path, int sheet) {
  auto const workbook = part_of(path, "xl/workbook.xml");
  auto const sheets = tags(workbook, "sheet");
  if (static_cast<std::size_t>(sheet) >= sheets.size()) return {};
  auto const id = attribute(sheets[static_cast<std::size_t>(sheet)], "r:id");
  auto const relations = part_of(path, "xl/_rels/workbook.xml.rels");
  for (auto const relation : tags(relations, "Relationship")) {
    if (attribute(relation, "Id") != id || id.empty()) continue;
    auto const target = attribute(relation, "Target");
    return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
  }
  return {};
}

struct Place {
  std::int64_t row = 0, column = 0;
};

/// "B12", taken from the front of `reference`.
std::optional<Place> take_place(std::string_view &reference) {
  Place out;
  while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z' &&
         out.column < 20'000) {
    out.column = out.column * 26 + (reference.front() - 'A' + 1);
    reference.remove_prefix(1);
  }
  auto const *const end = reference.data() + reference.size();
  auto const [rest, error] = std::from_chars(reference.data(), end, out.row);
  if (error != std::errc() || out.column < 1 || out.row < 1) return std::nullopt;
  reference.remove_prefix(static_cast<std::size_t>(rest - reference.data()));
  return out;
}

/// A number format without what it prints as it stands: quoted, escaped and bracketed text.
std::string bare_format(std::string_view code) {
  std::string out;
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code.substr(i).starts_with("&quot;")) {
      quoted = !quoted;
      i += std::string_view("&quot;").size() - 1;
    } else if (code[i] == '\\' || code[i] == '_') {
      ++i;
    } else if (code[i] == '[' || code[i] == ']') {
      bracketed = code[i] == '[';
    } else if (!quoted && !bracketed) {
      out += code[i];
    }
  }
  return ascii_lower(out);
}

std::optional<CellFormats::Shown> shown_by(int id, std::map<int, std::string> const &codes) {
  using enum CellFormats::Shown;
  if (auto const own = codes.find(id); own != codes.end()) {
    if (own->second.find("general") != std::string::npos) return std::nullopt;
    if (own->second.find('%') != std::string::npos) return percent;
    bool const clock = own->second.find_first_of("hs") != std::string::npos;
    bool const has_day = own->second.find_first_of(clock ? "yd" : "ymd") != std::string::npos;
    return has_day ? std::optional(day) : std::nullopt;
  }
  if (id == 9 || id == 10) return percent;
  // 18.8.30: dates of all languages, and those of Chinese.
  bool const is_day = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
                      (id >= 50 && id <= 54) || id == 57 || id == 58;
  return is_day ? std::optional(day) : std::nullopt;
}

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

/// What each cell style shows its numbers as, by the number that cells call it by.
std::vector<std::optional<CellFormats::Shown>> shown_by_styles(std::string const &path) {
  auto const styles = part_of(path, "xl/styles.xml");
  std::map<int, std::string> codes;
  for (auto const tag : tags(styles, "numFmt")) {
    if (auto const id = number_in(attribute(tag, "numFmtId")))
      codes.emplace(*id, bare_format(attribute(tag, "formatCode")));
  }
  auto const first = std::min(styles.find("<cellXfs"), styles.size());
  auto const last = std::min(styles.find("</cellXfs"), styles.size());
  std::vector<std::optional<CellFormats::Shown>> out;
  if (first > last) return out;
  for (auto const tag : tags(std::string_view(styles).substr(first, last - first), "xf"))
    out.push_back(shown_by(number_in(attribute(tag, "numFmtId")).value_or(0), codes));
  return out;
}

/// Gives each start tag of a cell in the part to `take`.
template <class Take>
void for_each_cell(std::string const &path, std::string const &name, Take const &take) {
  VsiFile const file(VSIFOpenL(("/vsizip/{" + path + "}/" + name).c_str(), "rb"));
  std::string text;
  while (file != nullptr) {
    auto const before = text.size();
    text.resize(before + kChunk);
    auto const got = VSIFReadL(text.data() + before, 1, kChunk, file.get());
    text.resize(before + got);
    std::size_t done = 0;
    for (auto at = text.find("<c "); at != std::string::npos; at = text.find("<c ", done)) {
      auto const end = text.find('>', at);
      if (end == std::string::npos) break;
      take(std::string_view(text).substr(at, end - at));
      done = end;
    }
    // A tag may stand on the edge of two chunks.
    auto const rest = std::max(done, text.find_last_of('<') + 1);
    text.erase(0, rest == 0 ? text.size() : rest - 1);
    if (got == 0 || text.size() > kChunk) return;
  }
}

constexpr int kColumnBits = 15;

std::uint64_t place_key(std::int64_t row, std::int64_t column) {
  return (static_cast<std::uint64_t>(row) << kColumnBits) | static_cast<std::uint64_t>(column);
}

}  // namespace

bool counts_days_from_1904(std::string const &path) {
  auto const workbook = part_of(path, "xl/workbook.xml");
  for (auto const properties : tags(workbook, "workbookPr")) {
    auto const value = attribute(properties, "date1904");
    if (value == "1" || value == "true") return true;
  }
  return false;
}

void CellFormats::add(std::int64_t row, std::int64_t column, Shown shown) {
  auto const cell = (place_key(row, column) << 1U) | static_cast<std::uint64_t>(shown);
  // Rows come in order by the standard; one that does not is not looked for.
  if (m_cells.empty() || m_cells.back() < cell) m_cells.push_back(cell);
}

std::optional<CellFormats::Shown> CellFormats::at(std::int64_t row, std::int64_t column) const {
  auto const wanted = place_key(row, column) << 1U;
  auto const found = std::lower_bound(m_cells.begin(), m_cells.end(), wanted);
  if (found == m_cells.end() || (*found & ~std::uint64_t{1}) != wanted) return std::nullopt;
  return static_cast<Shown>(*found & 1U);
}

CellFormats read_cell_formats(std::string const &path, int sheet) {
  CellFormats out;
  auto const styles = shown_by_styles(path);
  auto const name = sheet_path(path, sheet);
  bool const some = std::any_of(styles.begin(), styles.end(), [](auto s) { return s.has_value(); });
  if (name.empty() || !some) return out;
  for_each_cell(path, name, [&](std::string_view tag) {
    auto const style = number_in(attribute(tag, "s"));
    if (!style || *style < 0 || static_cast<std::size_t>(*style) >= styles.size()) return;
    auto const shown = styles[static_cast<std::size_t>(*style)];
    if (!shown) return;
    auto reference = attribute(tag, "r");
    if (auto const place = take_place(reference)) out.add(place->row, place->column, *shown);
  });
  return out;
}

std::string as_shown(std::string cell, CellFormats::Shown shown) {
  double value = 0;
  auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return cell;
  if (shown == CellFormats::Shown::percent) return fmt::format("{:.12g}%", value * 100);
  constexpr double kLast = 100'000;  // 2173
  if (value < 1 || value > kLast) return cell;
  std::chrono::sys_days const before_all{std::chrono::year{1899} / 12 / 30};
  auto const whole = static_cast<int>(value);
  auto const text = LocalDate{before_all + std::chrono::days(whole)}.iso();
  auto const seconds = static_cast<int>(std::lround((value - whole) * 86'400));
  if (seconds == 0 || seconds >= 86'400) return text;
  return fmt::format("{} {:02}:{:02}:{:02}", text, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void read_merged_cells(std::string const &path, int sheet, TableSink &sink) {
  auto const name = sheet_path(path, sheet);
  if (name.empty()) return;
  auto const end_of_sheet = part_of(path, name, "<mergeCells");
  for (auto const tag : tags(end_of_sheet, "mergeCell")) {
    auto reference = attribute(tag, "ref");
    auto const first = take_place(reference);
    if (!first || !reference.starts_with(':')) continue;
    reference.remove_prefix(1);
    if (auto const last = take_place(reference))
      sink.merged({first->row, last->row, first->column, last->column});
  }
}

}  // namespace wza::gis
