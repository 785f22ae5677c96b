// SPDX-License-Identifier: Apache-2.0
// Two columns of numbers out of a CSV file of any length, read in blocks: twenty million rows a
// second where they are plain decimals. Rows that are not plain (quotes, other digits) can be had
// whole, and are split by the reader of gis/io/csv.h, so that both read the same.
#pragma once

#include "db/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::gis {

/// A pair of numbers in units of 1e-7.
using UnitPair = std::pair<std::int32_t, std::int32_t>;

/// `text` as a whole multiple of 1e-7; nothing where it is no plain decimal ("-113.5321") of at
/// most three digits before the point and seven behind.
std::optional<std::int32_t> plain_units(std::string_view text);

class CsvPairs {
 public:
  /// Opens the file and reads its header. Nothing where it is UTF-16 or its lines end as those of
  /// the first Macintoshes: such a file is for read_csv(). A Problem where it is no text.
  static Result<std::optional<CsvPairs>> open(std::string const &path);

  std::vector<std::string> const &header() const { return m_header; }
  /// The columns that next() reads, by their place in the header.
  void choose(std::size_t first, std::size_t second);

  /// Goes to the next row that is not blank; false at the end. A Problem where a quote never ends
  /// or the disk fails.
  Result<bool> next();
  /// As a spreadsheet counts: the header is row 1, blank lines count.
  std::int64_t number() const { return m_number; }
  /// The two cells where they are plain decimals.
  std::optional<UnitPair> const &units() const { return m_units; }
  /// The cells of the whole row, UTF-8; a Problem where its bytes are no text.
  Result<std::vector<std::string>> cells() const;

 private:
  struct Close {
    void operator()(std::FILE *file) const { std::fclose(file); }
  };
  enum class Scan : std::uint8_t { row, blank, whole, more, broken };

  std::string_view rest() const { return std::string_view(m_buffer).substr(m_at); }
  bool read_more();
  Scan scan_plain();
  Scan scan_whole();

  std::string m_path;
  std::unique_ptr<std::FILE, Close> m_file;
  bool m_at_end = false;  // all of the file is in the buffer
  std::string m_buffer;
  std::size_t m_at = 0;       // the row after the one at hand
  std::string_view m_record;  // the row at hand, in m_buffer
  char m_separator = ',';
  std::vector<std::string> m_header;
  std::size_t m_first = 0, m_second = 0;
  std::int64_t m_number = 0;
  std::optional<UnitPair> m_units;
};

}  // namespace wza::gis
