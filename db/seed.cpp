// SPDX-License-Identifier: Apache-2.0
#include "db/seed.h"

#include "db/base/digest.h"
#include "db/sqlite/transaction.h"
#include "db/store/reference.h"

#include <fmt/format.h>

#include <algorithm>

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

Result<Seeded> seed(Tracker &tracker, std::span<EmbeddedFile const> files) {
  Seeded done;
  ReferenceStore store(tracker);
  Transaction transaction(tracker.db());
  store.defer_foreign_keys();
  for (EmbeddedFile const &file : files) {
    std::string const digest = sha256(file.content);
    if (store.loaded_digest(file.name) == digest) continue;
    auto table = parse_tsv(file.name, file.content);
    if (!table) return std::move(table).problem();
    if (auto loaded = store.load(file.name, *table); !loaded) return std::move(loaded).problem();
    store.note_loaded(file.name, digest);
    done.loaded.emplace_back(file.name);
  }
  if (auto whole = store.check_foreign_keys(); !whole) return std::move(whole).problem();
  transaction.commit();
  return done;
}

}  // namespace wza
