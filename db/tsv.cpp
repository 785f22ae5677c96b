// SPDX-License-Identifier: Apache-2.0
#include "db/tsv.h"

#include "db/embedded.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace wza {
namespace {

Problem refused(std::string_view file, std::int64_t line, Text reason) {
  Problem p;
  p.code = ProblemCode::unreadable;
  p.where = std::string(file);
  if (line > 0) p.row = line;
  p.reason = std::move(reason);
  p.remedy = {"请改正该行；其余各列以制表符分隔，不加引号。",
              "Correct that line; columns are split by tabs, without quotes."};
  return p;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    std::size_t const tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::optional<Problem> check_header(std::string_view name, TsvTable const &table) {
  auto sorted = table.columns;
  std::sort(sorted.begin(), sorted.end());
  bool const twice = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  if (!sorted.empty() && !sorted.front().empty() && !twice) return std::nullopt;
  return refused(name, 0,
                 {"表头缺失，或者有空的、重复的列名。",
                  "The header line is missing, or a column has no name or that of another."});
}

}  // namespace

bool TsvTable::has(std::string_view column) const {
  return std::ranges::find(columns, column) != columns.end();
}

std::string_view TsvTable::at(Row const &row, std::string_view column) const {
  auto const found = std::ranges::find(columns, column);
  assert(found != columns.end());
  return row.fields[static_cast<std::size_t>(found - columns.begin())];
}

Result<TsvTable> parse_tsv(std::string_view name, std::string_view content) {
  TsvTable table;
  std::int64_t number = 0;
  while (!content.empty()) {
    ++number;
    std::size_t const end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#') || line.empty()) continue;
    if (!is_utf8(line)) {
      return refused(name, number, {"该行不是 UTF-8 编码。", "The line is not UTF-8."});
    }
    auto fields = fields_of(line);
    if (table.columns.empty()) {
      table.columns = std::move(fields);
      if (auto problem = check_header(name, table)) return *std::move(problem);
    } else if (fields.size() != table.columns.size()) {
      return refused(
          name, number,
          {fmt::format("该行有 {} 列，表头有 {} 列。", fields.size(), table.columns.size()),
           fmt::format("The line has {} columns, the header {}.", fields.size(),
                       table.columns.size())});
    } else {
      table.rows.push_back({number, std::move(fields)});
    }
  }
  if (auto problem = check_header(name, table)) return *std::move(problem);
  return table;
}

TsvTable reference_table(std::string_view file) {
  for (EmbeddedFile const &one : embedded_reference()) {
    if (one.name != file) continue;
    if (auto table = parse_tsv(one.name, one.content)) return *std::move(table);
  }
  throw std::logic_error("a reference table is missing or malformed: " + std::string(file));
}

}  // namespace wza
