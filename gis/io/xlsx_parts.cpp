// SPDX-License-Identifier: Apache-2.0
#include "gis/io/xlsx_parts.h"

#include <cpl_vsi.h>

#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace wza::gis {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

struct CloseFile {
  void operator()(VSILFILE *file) const { VSIFCloseL(file); }
};

/// A part of the archive from the first `from` on (from its beginning where that is empty), at most
/// kMostBytes of it.
std::string part_of(std::string const &path, std::string const &name, std::string_view from = {}) {
  std::unique_ptr<VSILFILE, CloseFile> const file(
      VSIFOpenL(("/vsizip/{" + path + "}/" + name).c_str(), "rb"));
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

}  // namespace

bool counts_days_from_1904(std::string const &path) {
  auto const workbook = part_of(path, "xl/workbook.xml");
  for (auto const properties : tags(workbook, "workbookPr")) {
    auto const value = attribute(properties, "date1904");
    if (value == "1" || value == "true") return true;
  }
  return false;
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
