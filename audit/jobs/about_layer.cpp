// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/about_layer.h"

#include "db/embedded.h"
#include "db/model/outcome.h"
#include "db/model/retrofit.h"
#include "db/tsv.h"
#include "gis/map/qml.h"

#include <fmt/format.h>

#include <array>
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

template <class E, std::size_t N>
std::vector<gis::QmlCategory> categories(
    std::array<std::pair<char const *, char const *>, N> looks) {
  std::vector<gis::QmlCategory> out;
  for (auto const &name : Names<E>::kAll) {
    auto const &[colour, shape] = looks[out.size() % N];
    out.push_back({std::string(name.key), fmt::format("{} {}", name.zh, name.en), colour, shape});
  }
  return out;
}

std::vector<gis::LayerAbout::Style> styles_of(ExportLayer layer) {
  using Looks = std::pair<char const *, char const *>;
  using gis::Drawn;
  switch (layer) {
    case ExportLayer::findings:
      return {{"严重程度 severity", "按严重程度 by severity",
               gis::categorized_qml("severity", Drawn::points,
                                    categories<Severity>(std::array{
                                        Looks{"#67001f", "star"}, Looks{"#d6604d", "triangle"},
                                        Looks{"#f4a582", "square"}, Looks{"#fddbc7", "circle"}}))}};
    case ExportLayer::inspections:
      return {{"结果 outcome", "按结果 by outcome",
               gis::categorized_qml("outcome", Drawn::points,
                                    categories<Outcome>(std::array{
                                        Looks{"#2166ac", "circle"}, Looks{"#b2182b", "triangle"},
                                        Looks{"#f7f7f7", "diamond"}, Looks{"#d9d9d9", "square"},
                                        Looks{"#969696", "cross"}}))}};
    case ExportLayer::retrofits:
      return {{"状态 state", "按状态 by state",
               gis::categorized_qml("state", Drawn::points,
                                    categories<RetrofitState>(std::array{
                                        Looks{"#f7fbff", "circle"}, Looks{"#deebf7", "circle"},
                                        Looks{"#c6dbef", "square"}, Looks{"#6baed6", "square"},
                                        Looks{"#2171b5", "triangle"}, Looks{"#08306b", "star"},
                                        Looks{"#fdae61", "diamond"}, Looks{"#d9d9d9", "cross"},
                                        Looks{"#969696", "cross"}}))}};
    case ExportLayer::facilities:
      return {{"未整改问题 open findings", "有无未整改问题 whether findings are open",
               gis::categorized_qml("CASE WHEN \"open_findings\" > 0 THEN 'some' "
                                    "WHEN \"last_inspected\" IS NULL THEN 'never' ELSE 'none' END",
                                    Drawn::points,
                                    {{"some", "有未整改问题 findings open", "#b2182b", "triangle"},
                                     {"none", "无未整改问题 none open", "#2166ac", "circle"},
                                     {"never", "未督导 never inspected", "#f7f7f7", "diamond"}})}};
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
  Statement row = tracker.db().prepare(
      "SELECT DISTINCT boundary_source, boundary_date FROM v_district "
      "WHERE geom IS NOT NULL ORDER BY 1, 2");
  std::string out;
  while (row.step()) {
    if (!out.empty()) out += "; ";
    out.append(row.text(0));
    if (!row.text(1).empty()) out.append(", ").append(row.text(1));
  }
  return out;
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
    if (facts.at(*row, "kind") == "day") column.kind = gis::CellKind::day;
    if (facts.at(*row, "kind") == "time") column.kind = gis::CellKind::time;
    about.columns.push_back(
        {column.name, {std::string(facts.at(*row, "zh")), std::string(facts.at(*row, "en"))}});
  }
  about.styles = styles_of(layer);
  return about;
}

}  // namespace wza::audit
