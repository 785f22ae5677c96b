// SPDX-License-Identifier: Apache-2.0
// The promised views of the tracker, read as plain tables for exports. Nothing personal stands in
// any of them.
#pragma once

#include "db/base/enum_names.h"
#include "db/store/tracker.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

enum class ExportLayer : std::uint8_t {
  findings,
  facilities,
  inspections,
  retrofits,
  districts,
  progress,
};
template <>
struct Names<ExportLayer> {
  static constexpr std::array kAll{
      Name{ExportLayer::findings, "findings", "问题", "Findings"},
      Name{ExportLayer::facilities, "facilities", "设施", "Facilities"},
      Name{ExportLayer::inspections, "inspections", "督导记录", "Inspections"},
      Name{ExportLayer::retrofits, "retrofits", "家庭改造", "Retrofits"},
      Name{ExportLayer::districts, "districts", "行政区划", "Districts"},
      Name{ExportLayer::progress, "progress", "规划进度", "Progress"},
  };
};
static_assert(covers(ExportLayer::progress));

/// A view as it stands now. NULL is nothing, never an empty text or 0.
struct LayerRows {
  struct Column {
    std::string name;
    enum class Kind : std::uint8_t { text, integer, real } kind{};  ///< of its first value
  };
  struct Row {
    std::vector<std::optional<std::string>> cells;  ///< beside `columns`
    std::vector<std::byte> geom;                    ///< GeoPackage blob; empty where there is none
  };
  std::vector<Column> columns;  ///< without the geometry
  std::vector<Row> rows;        ///< ordered by the view's first column
};

LayerRows read_layer_rows(Tracker &tracker, ExportLayer layer);

}  // namespace wza
