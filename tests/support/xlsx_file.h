// SPDX-License-Identifier: Apache-2.0
// XLSX workbooks (ECMA-376) with whatever a test wants in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wza::test {

/// A spreadsheet of one sheet, whose parts are those given.
struct Workbook {
  std::string_view sheet_head =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/"
      "spreadsheetml/2006/main\"><sheetData>";
  std::string_view sheet_body = {};
  std::size_t times = 0;
  std::string_view sheet_tail = "</sheetData></worksheet>";
  std::string_view strings_head = {};
  std::string_view strings_body = {};
  std::size_t strings_times = 0;
};
std::string xlsx(Workbook const &workbook);

}  // namespace wza::test
