// SPDX-License-Identifier: Apache-2.0
// Attribute values that are words between ASCII white space (HTML, section 2.3.7): class, headers,
// aria-owns and the like.
#pragma once

#include "db/base/text.h"

#include <algorithm>
#include <string_view>

namespace wza::web {

/// Calls `use(std::string_view)` for each word of `text`, in order.
template <class Use>
void each_token(std::string_view text, Use use) {
  constexpr std::string_view kWhitespace = " \t\n\f\r";
  for (std::size_t at = text.find_first_not_of(kWhitespace); at != std::string_view::npos;) {
    std::size_t const end = std::min(text.find_first_of(kWhitespace, at), text.size());
    use(text.substr(at, end - at));
    at = text.find_first_not_of(kWhitespace, end);
  }
}

/// True if `word` is one of the words, ASCII case ignored.
inline bool has_token(std::string_view text, std::string_view word) {
  bool found = false;
  each_token(text, [&](std::string_view one) { found = found || ascii_iequals(one, word); });
  return found;
}

}  // namespace wza::web
