// SPDX-License-Identifier: Apache-2.0
// Columns on a terminal, where a Chinese character takes two cells (Unicode UAX #11).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::audit {

/// Cells that `text` (UTF-8) takes: wide and fullwidth characters two, combining marks none.
std::size_t cell_width(std::string_view text);

/// Names and their explanations, each explanation broken to the width of a terminal of 100 cells.
std::string two_columns(std::vector<std::pair<std::string, std::string>> const &rows);

enum class Align : std::uint8_t { left, right };

/// A table for a terminal: head, a rule, rows; columns two cells apart.
class Columns {
 public:
  void column(std::string_view head, Align align);
  /// As many cells as there are columns.
  void row(std::vector<std::string> cells);
  std::string str() const;

  std::vector<std::pair<std::string, Align>> const &heads() const { return m_heads; }
  std::vector<std::vector<std::string>> const &rows() const { return m_rows; }

 private:
  std::vector<std::pair<std::string, Align>> m_heads;
  std::vector<std::vector<std::string>> m_rows;
};

}  // namespace wza::audit
