// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/count.h"

#include "gis/field/declared_place.h"
#include "gis/field/position.h"
#include "gis/geo/frames.h"
#include "gis/io/csv.h"
#include "gis/io/csv_pairs.h"
#include "gis/io/read_layer.h"

namespace wza::gis {
namespace {

using Each = std::function<void(LocatedRow const &)>;

/// Counts one point after another.
class Counter {
 public:
  Counter(DistrictIndex const &index, AddressBook const *addresses, Each const &each)
      : m_index(index), m_addresses(addresses), m_each(each) {
    m_summary.counts.resize(index.districts().size());
  }

  void take(Table const &table, Columns const &columns, Row const &row,
            std::optional<Frame> datum) {
    flush();
    auto const position = position_of(table, columns, row, datum);
    if (!position) return refuse(position.problem());
    if (!*position) return take_address(columns, row);
    auto const point = (*position)->point;
    take(row.number, point, (*position)->accuracy, m_index.locate(point));
  }

  /// A point that needs no more than this; taken with others, at flush() at the latest.
  void take_soon(std::int64_t row, Point point) {
    m_rows.push_back(row);
    m_points.push_back(point);
    if (m_points.size() == kTogether) flush();
  }

  void refuse(Problem problem) {
    if (m_summary.refused.size() < LocateSummary::kMostRefused)
      m_summary.refused.push_back(std::move(problem));
    ++m_summary.refused_count;
  }

  LocateSummary summary(bool undeclared) {
    flush();
    m_summary.undeclared = undeclared;
    return std::move(m_summary);
  }

 private:
  static constexpr std::size_t kTogether = 64;

  void flush() {
    m_index.locate_all(m_points, [this](std::size_t i, std::optional<Located> const &located) {
      take(m_rows[i], m_points[i], std::nullopt, located);
    });
    m_rows.clear();
    m_points.clear();
  }

  void take_address(Columns const &columns, Row const &row) {
    auto const address = columns.cell(row, "address");
    if (m_addresses == nullptr || address.empty()) return refuse(columns.missing(row, "lon"));
    auto found = m_addresses->find(address);
    if (!found) return refuse(unplaced(*m_addresses, columns, row));
    ++m_summary.by_address;
    LocatedRow out{row.number, std::nullopt, std::nullopt, std::move(found), {}};
    auto place = m_index.find(out.address->code);
    for (auto const &above : ancestors_of(out.address->code)) {
      if (!place) place = m_index.find(above);
    }
    if (place) {
      out.located = Located{*place, false, false};
      ++m_summary.counts[*place];
    }
    if (m_each) m_each(out);
  }

  void take(std::int64_t row, Point point, std::optional<double> accuracy,
            std::optional<Located> const &located) {
    ++m_summary.points;
    if (located) {
      ++m_summary.counts[located->district];
      if (located->on_border) ++m_summary.on_border;
      if (located->in_several) ++m_summary.in_several;
    } else {
      ++m_summary.outside;
    }
    if (!m_each) return;
    LocatedRow found{row, located, accuracy, std::nullopt, {}};
    if (accuracy || (located && (located->on_border || located->in_several)))
      found.others = m_index.others_within(point, accuracy.value_or(0), located);
    if (!found.others.empty()) ++m_summary.near_border;
    m_each(found);
  }

  DistrictIndex const &m_index;
  AddressBook const *m_addresses;
  Each const &m_each;
  LocateSummary m_summary;
  std::vector<std::int64_t> m_rows;
  std::vector<Point> m_points;  // beside m_rows
};

/// How to read the points of a table.
struct Reading {
  Columns columns;
  std::optional<Frame> datum;  ///< of rows that do not tell theirs
  bool undeclared = false;
};

Result<Reading> reading_of(Table const &table, LocateOptions const &options) {
  auto fields = position_fields();
  fields.push_back({"address",
                    {"地址", "address"},
                    {"地址", "住址", "家庭住址", "详细地址", "现住址", "address"}});
  auto columns = Columns::of(table, std::move(fields), options.columns);
  if (!columns) return columns.problem();
  bool const mapped = !table.rows.empty() && table.rows.front().geometry.has_value();
  if (!mapped && !(options.addresses != nullptr && columns->has("address"))) {
    if (auto const there = columns->require({"lon", "lat"}); !there) return there.problem();
  }
  Reading out{*std::move(columns), options.datum};
  if (auto const declared = check_datum(table, out.columns, options.datum); !declared) {
    if (!options.undeclared) return declared.problem();
    out.datum = options.undeclared;
    out.undeclared = true;
  }
  return out;
}

Table table_of(std::string const &path, std::vector<std::string> header) {
  Table table;
  table.source = path;
  for (auto &name : header)
    table.columns.push_back({std::move(name), CellKind::text});
  return table;
}

/// The position that plain numbers tell; nothing where position_of() has to look at the row.
std::optional<Point> quick_point(std::optional<UnitPair> const &units, Frame frame) {
  constexpr std::int32_t kMostLon = 1800000000,
                         kMostLat = 700000000;  // above, a pair may be swapped
  if (!units || std::abs(units->first) > kMostLon || std::abs(units->second) > kMostLat)
    return std::nullopt;
  if (frame == Frame::wgs84 || frame == Frame::cgcs2000) return Point{units->first, units->second};
  Position<Frame::cgcs2000> const as_read{units->first, units->second};
  auto const [lon, lat] = as_read.degrees();
  return Point::of(to_cgcs2000(RawPair{lon, lat, frame}));
}

Result<LocateSummary> locate_pairs(CsvPairs &rows, std::string const &path, Counter &counter,
                                   LocateOptions const &options, bool wants_accuracy) {
  auto const table = table_of(path, rows.header());
  auto const reading = reading_of(table, options);
  if (!reading) return reading.problem();
  auto const &columns = reading->columns;
  bool const quick = reading->datum && may_convert(*reading->datum) && columns.has("lon") &&
                     columns.has("lat") && !columns.has("datum") &&
                     !(wants_accuracy && columns.has("accuracy"));
  rows.choose(columns.place("lon").value_or(0), columns.place("lat").value_or(0));
  Row row;
  for (;;) {
    auto const there = rows.next();
    if (!there) return there.problem();
    if (!*there) return counter.summary(reading->undeclared);
    if (quick) {
      if (auto const point = quick_point(rows.units(), *reading->datum)) {
        counter.take_soon(rows.number(), *point);
        continue;
      }
    }
    auto cells = rows.cells();
    if (!cells) return cells.problem();
    row.number = rows.number();
    row.cells = *std::move(cells);
    counter.take(table, columns, row, reading->datum);
  }
}

}  // namespace

Result<LocateSummary> locate_file(std::string const &path, DistrictIndex const &index,
                                  LocateOptions const &options, Each const &each) {
  Counter counter(index, options.addresses, each);
  if (is_csv(path)) {
    if (auto const checked = check_file(path); !checked) return checked.problem();
    auto pairs = CsvPairs::open(path);
    if (!pairs) return pairs.problem();
    if (*pairs) return locate_pairs(**pairs, path, counter, options, static_cast<bool>(each));
  }
  auto const table = read_layer(path);
  if (!table) return table.problem();
  auto const reading = reading_of(*table, options);
  if (!reading) return reading.problem();
  for (auto const &row : table->rows)
    counter.take(*table, reading->columns, row, reading->datum);
  return counter.summary(reading->undeclared);
}

}  // namespace wza::gis
