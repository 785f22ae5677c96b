// SPDX-License-Identifier: Apache-2.0
#include "gis/io/formula_guard.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wza::gis {

bool looks_like_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kStarts{"=",  "+",  "-",  "@",  "\t",
                                                     "\r", "＝", "＋", "－", "＠"};
  if (std::none_of(kStarts.begin(), kStarts.end(), [&](auto s) { return cell.starts_with(s); }))
    return false;
  double number = 0;
  auto const [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error != std::errc() || end != cell.data() + cell.size();
}

std::string guarded(std::string cell) {
  if (looks_like_formula(cell)) cell.insert(cell.begin(), '\'');
  return cell;
}

}  // namespace wza::gis
