// SPDX-License-Identifier: Apache-2.0
// Attribute values that are words between ASCII white space (HTML, section 2.3.7): class, headers,
// aria-owns and the like.
#pragma once

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

}  // namespace wza::web
