// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/count.h"

#include "gis/field/position.h"
#include "gis/io/csv.h"
#include "gis/io/read_layer.h"

namespace wza::gis {
namespace {

/// Takes one row after another.
class Counter {
 public:
  Counter(DistrictIndex const &index, std::function<void(LocatedRow const &)> const &each)
      : m_index(index), m_each(each) {
    m_summary.counts.resize(index.districts().size());
  }

  void take(Table const &table, Columns const &columns, Row const &row,
            std::optional<Frame> datum) {
    auto const position = position_of(table, columns, row, datum);
    if (!position) return refuse(position.problem());
    if (!*position) return refuse(columns.missing(row, "lon"));
    ++m_summary.points;
    LocatedRow found{row.number, (*position)->raw, m_index.locate((*position)->point)};
    if (found.located) {
      ++m_summary.counts[found.located->district];
      if (found.located->on_border) ++m_summary.on_border;
      if (found.located->in_several) ++m_summary.in_several;
    } else {
      // Half of a national table may lie outside: words are made only for those that are shown.
      if (m_summary.refused.size() < LocateSummary::kMostRefused) {
        refuse(district_of(m_index, columns, row, (*position)->point).problem());
      } else {
        ++m_summary.refused_count;
      }
    }
    if (m_each) m_each(found);
  }
  LocateSummary summary() { return std::move(m_summary); }

 private:
  void refuse(Problem problem) {
    if (m_summary.refused.size() < LocateSummary::kMostRefused)
      m_summary.refused.push_back(std::move(problem));
    ++m_summary.refused_count;
  }
  DistrictIndex const &m_index;
  std::function<void(LocatedRow const &)> const &m_each;
  LocateSummary m_summary;
};

Result<Columns> point_columns(Table const &table, ImportOptions const &options) {
  auto columns = Columns::of(table, position_fields(), options.columns);
  if (!columns) return columns.problem();
  bool const mapped = !table.rows.empty() && table.rows.front().geometry.has_value();
  if (!mapped) {
    if (auto const there = columns->require({"lon", "lat"}); !there) return there.problem();
  }
  if (auto const declared = check_datum(table, *columns, options.datum); !declared)
    return declared.problem();
  return columns;
}

}  // namespace

Result<LocateSummary> locate_file(std::string const &path, DistrictIndex const &index,
                                  ImportOptions const &options,
                                  std::function<void(LocatedRow const &)> const &each) {
  Counter counter(index, each);
  if (!is_csv(path)) {
    auto const table = read_layer(path);
    if (!table) return table.problem();
    auto const columns = point_columns(*table, options);
    if (!columns) return columns.problem();
    for (auto const &row : table->rows)
      counter.take(*table, *columns, row, options.datum);
    return counter.summary();
  }
  if (auto const checked = check_file(path); !checked) return checked.problem();
  Table head;
  head.source = path;
  std::optional<Result<Columns>> columns;
  Row row;
  auto const read =
      read_csv(path, [&](std::int64_t number, std::span<std::string_view const> cells) {
        if (!columns) {
          for (auto cell : cells)
            head.columns.push_back({std::string(cell), CellKind::text});
          columns = point_columns(head, options);
          return;
        }
        if (!*columns) return;
        row.number = number;
        row.cells.assign(cells.begin(), cells.end());
        counter.take(head, **columns, row, options.datum);
      });
  if (!read) return read.problem();
  if (columns && !*columns) return columns->problem();
  return counter.summary();
}

}  // namespace wza::gis
