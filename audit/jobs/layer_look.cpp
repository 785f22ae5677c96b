// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/layer_look.h"

#include "db/model/outcome.h"
#include "db/model/retrofit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wza::audit {
namespace {

/// How one value of an enumeration is drawn; of those that share a place, the one with the greatest
/// `over` is seen.
struct Look {
  char const *colour, *shape;
  int over = 0;
};

template <class E, std::size_t N>
std::vector<gis::QmlCategory> categories(std::array<Look, N> const &looks) {
  static_assert(N == Names<E>::kAll.size());
  std::vector<gis::QmlCategory> out;
  for (auto const &name : Names<E>::kAll) {
    auto const &look = looks[out.size()];
    out.push_back({std::string(name.key), fmt::format("{} {}", name.zh, name.en), look.colour,
                   look.shape, look.over});
  }
  return out;
}

}  // namespace

LayerLook look_of(ExportLayer layer) {
  switch (layer) {
    case ExportLayer::findings:
      return {"severity", categories<Severity>(std::array{
                              Look{"#67001f", "star", 3}, Look{"#d6604d", "triangle", 2},
                              Look{"#f4a582", "square", 1}, Look{"#fddbc7", "circle", 0}})};
    case ExportLayer::inspections:
      return {"outcome", categories<Outcome>(std::array{
                             Look{"#2166ac", "circle", 2}, Look{"#b2182b", "triangle", 4},
                             Look{"#f7f7f7", "diamond", 3}, Look{"#d9d9d9", "square", 1},
                             Look{"#969696", "cross", 0}})};
    case ExportLayer::retrofits:
      return {"state",
              categories<RetrofitState>(std::array{
                  Look{"#f7fbff", "circle"}, Look{"#deebf7", "circle"}, Look{"#c6dbef", "square"},
                  Look{"#6baed6", "square"}, Look{"#2171b5", "triangle"}, Look{"#08306b", "star"},
                  Look{"#fdae61", "diamond"}, Look{"#d9d9d9", "cross"}, Look{"#969696", "cross"}})};
    case ExportLayer::facilities:
      return {
          "CASE WHEN \"open_findings\" > 0 THEN 'some' "
          "WHEN \"last_inspected\" IS NULL THEN 'never' ELSE 'none' END",
          {{"some", "有未整改问题 Findings open", "#b2182b", "triangle", 2},
           {"none", "无未整改问题 None open", "#2166ac", "circle", 1},
           {"never", "未督导 Never inspected", "#f7f7f7", "diamond", 0}}};
    case ExportLayer::districts:
    case ExportLayer::progress:
      break;
  }
  return {};
}

std::string cell_of(LayerRows const &rows, LayerRows::Row const &row, std::string_view column) {
  auto const at = std::ranges::find(rows.columns, column, &LayerRows::Column::name);
  if (at == rows.columns.end()) return {};
  return row.cells[static_cast<std::size_t>(at - rows.columns.begin())].value_or(std::string());
}

std::string category_of(ExportLayer layer, LayerRows const &rows, LayerRows::Row const &row) {
  if (layer != ExportLayer::facilities) return cell_of(rows, row, look_of(layer).column);
  auto const open = cell_of(rows, row, "open_findings");
  if (!open.empty() && open != "0") return "some";
  return cell_of(rows, row, "last_inspected").empty() ? "never" : "none";
}

}  // namespace wza::audit
