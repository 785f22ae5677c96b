// SPDX-License-Identifier: Apache-2.0
// Findings that do not count for a while: one rule on one element, with a reason and a last day. A
// table (tab-separated, UTF-8) with the columns
//   rule     id of the rule
//   page     address or file as the report shows it; "*" stands for any characters
//   element  selector as the report shows it, or the finding's fingerprint
//   reason   for people; never empty
//   until    last day on which it holds, 2027-03-31
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "webcheck/check.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class Suppressions {
 public:
  Suppressions() = default;
  /// Reads a file. A Problem names `name`, the row and the column: a column is missing, a field is
  /// empty, there is no such rule, no such day.
  static Result<Suppressions> parse(std::string_view name, std::string_view content,
                                    LocalDate today);

  /// Marks the page's findings that a row in force names.
  void apply(PageResult &page);

  /// Rows that are over, and rows that named no finding of any page so far.
  std::vector<Text> remarks() const;

 private:
  struct Row {
    std::int64_t line = 0;
    std::string rule, page, element, reason;
    LocalDate until;
    bool expired = false, used = false;
  };
  static Result<Row> read_row(std::string_view name, std::int64_t line,
                              std::vector<std::string_view> const &fields);

  std::string m_name;
  std::vector<Row> m_rows;
};

}  // namespace wza::web
