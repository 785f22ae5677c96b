// SPDX-License-Identifier: Apache-2.0
// Reads the shapes that many reference columns share: pairs of languages, lists, dimensions.
#pragma once

#include "db/base/text.h"
#include "db/base/units.h"
#include "db/sqlite/statement.h"

#include <cassert>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// Columns `column` (Chinese) and `column` + 1 (English); NULL is empty.
inline Text text_at(Statement const &row, int column) {
  return {std::string(row.text(column)), std::string(row.text(column + 1))};
}

/// The parts of a list that is split by ';'; NULL is none.
inline std::vector<std::string> words_at(Statement const &row, int column) {
  std::vector<std::string> words;
  std::string_view list = row.text(column);
  while (!list.empty()) {
    std::size_t const end = std::min(list.find(';'), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

}  // namespace wza
