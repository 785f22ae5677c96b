// SPDX-License-Identifier: Apache-2.0
// The parts of a workbook that hold cells: worksheets and the table of shared strings (ECMA-376
// part 1, sections 18.3 and 18.4). For xlsx.cpp alone.
#pragma once

#include "gis/io/xlsx.h"
#include "gis/io/zip_writer.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::gis::xlsx {

/// Places in cellXfs of styles.xml.
enum class Style : std::uint8_t {
  general,
  header,
  text,
  wrapped,
  quoted,
  quoted_wrapped,
  day,
  time
};

/// Each text once, in the order of its first use; views of the tables.
class SharedStrings {
 public:
  std::size_t index_of(std::string_view text);
  /// Adds the part to the archive.
  void write(ZipWriter &zip) const;

 private:
  std::unordered_map<std::string_view, std::size_t> m_index;
  std::vector<std::string_view> m_texts;
  std::size_t m_uses = 0;
};

/// Element content or attribute value: reserved characters as references, control characters as
/// ST_Xstring has them (_x000D_, section 22.9.2.19), cut to what a cell may hold.
std::string escaped(std::string_view text);

/// "A", "Z", "AA" … of a column counted from 0.
std::string column_letters(std::size_t column);

/// Writes rows `first` to `last` (not included) of the sheet, below its header, as one part.
void write_sheet(ZipWriter &zip, std::string const &part, Sheet const &sheet, std::size_t first,
                 std::size_t last, SharedStrings &strings);

}  // namespace wza::gis::xlsx
