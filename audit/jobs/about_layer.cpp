// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/about_layer.h"

#include "audit/jobs/layer_look.h"
#include "db/embedded.h"
#include "db/store/districts.h"
#include "db/tsv.h"
#include "gis/map/qml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cassert>
#include <utility>

namespace wza {
std::span<EmbeddedFile const> embedded_layer_columns();
}

namespace wza::audit {
namespace {

TsvTable const &columns_table() {
  static TsvTable const table = [] {
    auto parsed = parse_tsv("layer_columns.tsv", embedded_layer_columns().front().content);
    assert(parsed);
    return *std::move(parsed);
  }();
  return table;
}

TsvTable::Row const *row_of(ExportLayer layer, std::string_view column) {
  auto const &table = columns_table();
  for (auto const &row : table.rows) {
    auto const of = table.at(row, "layer");
    if (table.at(row, "column") == column && (of == "*" || of == key(layer))) return &row;
  }
  return nullptr;
}

/// Where the values of a column do not tell: there may be none, and days are texts in the tracker.
gis::CellKind kind_of(std::string_view word) {
  if (word == "day") return gis::CellKind::day;
  if (word == "time") return gis::CellKind::time;
  if (word == "integer") return gis::CellKind::integer;
  assert(word == "real");
  return gis::CellKind::real;
}

std::vector<gis::LayerAbout::Style> styles_of(ExportLayer layer) {
  auto const look = look_of(layer);
  auto const by_category = [&] {
    return gis::categorized_qml(look.column, gis::Drawn::points, look.categories);
  };
  switch (layer) {
    case ExportLayer::findings:
      return {{"严重程度 severity", "按严重程度 by severity", by_category()}};
    case ExportLayer::inspections:
      return {{"结果 outcome", "按结果 by outcome", by_category()}};
    case ExportLayer::facilities:
      return {
          {"未整改问题 open findings", "有无未整改问题 whether findings are open", by_category()}};
    case ExportLayer::retrofits:
      return {{"户数 homes", "同一地点的户数，单独一户按状态 homes of a place, a lone one by state",
               gis::clustered_qml(look.column, look.categories)}};
    case ExportLayer::districts:
      return {{"界线 outlines", "界线和名称 outlines and names", gis::outlined_qml("name")}};
    case ExportLayer::progress:
      return {{"完成比例 rate", "按完成比例 by the share done",
               gis::graduated_qml("rate", {{0, 0.25, "0–24 %", "#ffffff"},
                                           {0.25, 0.5, "25–49 %", "#deebf7"},
                                           {0.5, 0.75, "50–74 %", "#9ecae1"},
                                           {0.75, 1, "75–99 %", "#6baed6"},
                                           {1, 1000, "≥ 100 %", "#4292c6"}})}};
  }
  return {};
}

}  // namespace

std::string boundary_sources(Tracker &tracker) {
  return fmt::format("{}", fmt::join(DistrictStore(tracker).boundary_sources(), "; "));
}

gis::LayerAbout about_layer(Tracker &tracker, ExportLayer layer, gis::Table &table) {
  gis::LayerAbout about;
  about.made = tracker.clock().now();
  about.title = label(layer).str();
  auto const same = [](std::string const &text) { return Text{text, text}; };
  auto const boundaries = boundary_sources(tracker);
  about.facts = {
      {{"内容", "What"}, about.title},
      {{"跟踪库", "Tracker"}, same(tracker.path().filename().string())},
      {{"导出时间", "Made"}, same(about.made.iso())},
      {{"行数", "Rows"}, same(fmt::format("{}", table.rows.size()))},
      {{"筛选", "Filter"}, {"无，全部行", "none, all rows"}},
      {{"边界来源和日期", "Boundaries, source and date"},
       boundaries.empty() ? Text{"没有边界", "no boundaries"} : same(boundaries)},
      {{"坐标系", "Reference system"}, {"CGCS2000（EPSG:4490）", "CGCS2000 (EPSG:4490)"}},
      {{"软件", "Program"}, same(fmt::format("wza {}", tool_version()))},
  };
  for (auto &column : table.columns) {
    auto const *row = row_of(layer, column.name);
    if (row == nullptr) continue;
    auto const &facts = columns_table();
    if (auto const kind = facts.at(*row, "kind"); !kind.empty()) column.kind = kind_of(kind);
    about.columns.push_back(
        {column.name, {std::string(facts.at(*row, "zh")), std::string(facts.at(*row, "en"))}});
  }
  about.styles = styles_of(layer);
  return about;
}

}  // namespace wza::audit
