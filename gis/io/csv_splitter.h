// SPDX-License-Identifier: Apache-2.0
// The records of comma separated values, and what is said where a file has none. Private to gis/io.
#pragma once

#include "db/base/error.h"
#include "db/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::gis {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Bytes of UTF-8, marked UTF-16 or GB18030 in UTF-8; nothing where they are none of these.
std::optional<std::string> in_utf8(std::string bytes);

/// What a file is refused with: a quote that begins in `row` and never ends, bytes that are no
/// text, a failure of the disk.
Problem open_quote(std::string const &where, std::int64_t row);
Problem not_text(std::string const &path);
Problem broken_off(std::string const &path);

/// The separator that the first line has most of, outside quotes.
inline char separator_of(std::string_view text) {
  std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (auto &[separator, count] : counts)
      count += c == separator ? 1 : 0;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](auto const &a, auto const &b) { return a.second < b.second; })
      ->first;
}

/// Splits one record after another.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : Splitter(text, separator_of(text)) {}
  Splitter(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

  bool at_end() const { return m_at >= m_text.size(); }
  /// How many bytes the records read so far take up.
  std::size_t taken() const { return m_at; }

  /// Reads the next record. False where a quoted value never ends.
  bool next(std::vector<std::string_view> &cells) {
    cells.clear();
    m_unquoted.clear();
    // Views into m_unquoted must not move while a record is read.
    m_unquoted.reserve(kMostQuoted);
    for (;;) {
      std::string_view cell;
      if (!take_cell(cell)) return false;
      cells.push_back(trimmed(cell));
      if (at_end()) return true;
      char const end = m_text[m_at++];
      if (end == m_separator) {
        if (at_end()) {
          cells.emplace_back();
          return true;
        }
        continue;
      }
      if (end == '\r' && !at_end() && m_text[m_at] == '\n') ++m_at;
      return true;
    }
  }

 private:
  static constexpr std::size_t kMostQuoted = 1024;

  bool ends_cell(char c) const { return c == m_separator || c == '\n' || c == '\r'; }

  bool take_cell(std::string_view &cell) {
    if (m_text[m_at] != '"') {
      auto const begin = m_at;
      while (!at_end() && !ends_cell(m_text[m_at]))
        ++m_at;
      cell = m_text.substr(begin, m_at - begin);
      return true;
    }
    auto const begin = ++m_at;
    bool doubled = false;
    for (; !at_end(); ++m_at) {
      if (m_text[m_at] != '"') continue;
      if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') break;
      doubled = true;
      ++m_at;
    }
    if (at_end()) return false;
    cell = m_text.substr(begin, m_at - begin);
    ++m_at;
    // Text between the closing quote and the separator is a slip of the writer; it is not kept.
    while (!at_end() && !ends_cell(m_text[m_at]))
      ++m_at;
    if (doubled && m_unquoted.size() < kMostQuoted) {
      std::string plain;
      for (std::size_t i = 0; i < cell.size(); ++i) {
        plain += cell[i];
        if (cell[i] == '"') ++i;
      }
      m_unquoted.push_back(std::move(plain));
      cell = m_unquoted.back();
    }
    return true;
  }

  std::string_view m_text;
  char m_separator;
  std::size_t m_at = 0;
  std::vector<std::string> m_unquoted;
};

}  // namespace wza::gis
