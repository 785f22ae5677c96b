// SPDX-License-Identifier: Apache-2.0
#include "audit/import/mapping.h"

#include "gis/io/read_layer.h"
#include "gis/io/write_layer.h"

#include <fmt/format.h>

namespace wza::audit {
namespace {

constexpr std::string_view kField = "字段", kHeader = "列名", kMeaning = "含义";

std::vector<gis::FieldWords> mapping_fields() {
  return {{"field", {kField, "field"}, {kField, "field"}},
          {"header", {kHeader, "header"}, {kHeader, "header", "列"}}};
}

}  // namespace

Result<gis::Synonyms> read_mapping(std::string const &path) {
  auto const table = gis::read_layer(path);
  if (!table) return table.problem();
  auto const columns = gis::Columns::of(*table, mapping_fields(), {});
  if (!columns) return columns.problem();
  if (auto const there = columns->require({"field", "header"}); !there) return there.problem();
  gis::Synonyms out;
  for (gis::Row const &row : table->rows) {
    auto const field = columns->cell(row, "field"), header = columns->cell(row, "header");
    if (!field.empty() && !header.empty()) out.emplace(field, header);
  }
  return out;
}

void save_mapping(std::string const &path, std::span<gis::ColumnMatch const> columns,
                  gis::Synonyms const &synonyms, UtcTime made) {
  gis::Table table;
  for (std::string_view name : {kField, kHeader, kMeaning})
    table.columns.push_back({std::string(name), gis::CellKind::text});
  auto const add = [&](std::string const &field, std::string const &header, Text const &label) {
    gis::Row row;
    row.cells = {field, header, fmt::format("{} / {}", label.zh, label.en)};
    table.rows.push_back(std::move(row));
  };
  for (gis::ColumnMatch const &match : columns) {
    auto const [first, last] = synonyms.equal_range(match.field);
    bool found = match.header.empty() && first != last;
    for (auto known = first; known != last; ++known) {
      add(match.field, known->second, match.label);
      found = found || known->second == match.header;
    }
    if (!found) add(match.field, match.header, match.label);
  }
  gis::LayerAbout about;
  about.made = made;
  if (auto const written = gis::write_layer(table, path, about); !written)
    throw Error(written.problem().reason, ExitCode::usage);
}

}  // namespace wza::audit
