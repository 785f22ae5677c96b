// SPDX-License-Identifier: Apache-2.0
#include "gis/io/header.h"

#include "db/base/text.h"
#include "gis/io/formula_guard.h"

#include <algorithm>
#include <set>

namespace wza::gis {
namespace {

constexpr std::size_t kRowsLookedAt = 20;
constexpr std::int64_t kMostFilled = 1'000'000;  // cells

/// Length of the full-width form of an ASCII character (U+FF01 to U+FF5E) at `at`, and the
/// character itself; 0 where there is none.
char full_width_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '\xEF') return 0;
  auto const second = static_cast<unsigned char>(text[at + 1]);
  auto const third = static_cast<unsigned char>(text[at + 2]);
  unsigned const code = (second & 0x3fU) << 6 | (third & 0x3fU);
  if (second < 0xBC || second > 0xBD || code < 0xF01 || code > 0xF5E) return 0;
  return static_cast<char>(code - 0xF01 + 0x21);
}

bool stands_by_numbers(std::string_view text, std::size_t at) {
  for (std::string_view word : {"年", "月", "日", "元", "万", "户", "级", "厘", "米"}) {
    if (text.substr(at).starts_with(word)) return true;
  }
  return false;
}

class Filler {
 public:
  explicit Filler(std::vector<Row> &rows) : m_rows(rows) {
    for (auto const &row : rows)
      m_widest = std::max(m_widest, row.cells.size());
  }

  void fill(MergedCells const &merge) {
    auto row =
        std::lower_bound(m_rows.begin(), m_rows.end(), merge.first_row,
                         [](Row const &r, std::int64_t number) { return r.number < number; });
    if (row == m_rows.end() || row->number != merge.first_row || merge.first_column < 1) return;
    auto const from = static_cast<std::size_t>(merge.first_column - 1);
    auto const to =
        std::min(m_widest, static_cast<std::size_t>(std::max<std::int64_t>(merge.last_column, 0)));
    if (from >= row->cells.size() || row->cells[from].empty()) return;
    std::string const value = row->cells[from];
    for (; row != m_rows.end() && row->number <= merge.last_row; ++row) {
      if (row->cells.size() < to) row->cells.resize(to);
      for (auto column = from; column < to && m_left > 0; ++column, --m_left) {
        if (row->cells[column].empty()) row->cells[column] = value;
      }
    }
  }

 private:
  std::vector<Row> &m_rows;
  std::size_t m_widest = 0;
  std::int64_t m_left = kMostFilled;
};

std::size_t different_values(Row const &row) {
  std::set<std::string_view> values(row.cells.begin(), row.cells.end());
  values.erase(std::string_view());
  return values.size();
}

std::size_t header_index(std::vector<Row> const &rows) {
  auto const looked_at = std::min(rows.size(), kRowsLookedAt);
  std::size_t fullest = 0;
  for (std::size_t i = 0; i < looked_at; ++i)
    fullest = std::max(fullest, different_values(rows[i]));
  for (std::size_t i = 0; i < looked_at; ++i) {
    if (2 * different_values(rows[i]) >= fullest && (different_values(rows[i]) > 1 || fullest < 2))
      return i;
  }
  return 0;
}

void drop_mark(std::string &cell) {
  if (cell.starts_with('\'') && looks_like_formula(std::string_view(cell).substr(1)))
    cell.erase(0, 1);
}

}  // namespace

std::string narrowed(std::string cell) {
  if (cell.find('\xEF') == std::string::npos) return cell;
  std::string out;
  bool digits = false;
  for (std::size_t at = 0; at < cell.size();) {
    if (char const c = full_width_at(cell, at); c != 0) {
      out += c;
      digits = digits || (c >= '0' && c <= '9');
      at += 3;
    } else if (static_cast<unsigned char>(cell[at]) < 0x80) {
      out += cell[at++];
    } else if (stands_by_numbers(cell, at)) {
      out += cell.substr(at, 3);
      at += 3;
    } else {
      return cell;
    }
  }
  return digits ? out : cell;
}

void take_header(Table &grid, std::span<MergedCells const> merged) {
  auto &rows = grid.rows;
  if (rows.empty()) return;
  Filler filler(rows);
  for (auto const &merge : merged)
    filler.fill(merge);
  auto const top = static_cast<std::ptrdiff_t>(header_index(rows));
  grid.header_row = rows[static_cast<std::size_t>(top)].number;
  auto bottom = grid.header_row;
  for (auto const &merge : merged) {
    if (merge.first_row == grid.header_row) bottom = std::max(bottom, merge.last_row);
  }
  auto const first =
      std::find_if(rows.begin() + top, rows.end(), [&](Row const &r) { return r.number > bottom; });
  for (auto &name : std::prev(first)->cells)
    grid.columns.push_back({std::move(name), CellKind::text});
  rows.erase(rows.begin(), first);
  for (auto &row : rows) {
    row.cells.resize(std::max(row.cells.size(), grid.columns.size()));
    for (auto &cell : row.cells) {
      drop_mark(cell);
      cell = narrowed(std::move(cell));
    }
  }
}

}  // namespace wza::gis
