// SPDX-License-Identifier: Apache-2.0
// The characters that no text and no quoted attribute value of HTML and XML may hold as they are
// (HTML, section 13.3; XML 1.0, section 2.4).
#pragma once

#include <string_view>

namespace wza {

/// The character reference that stands for `c`; empty where it may stand for itself.
constexpr std::string_view reference_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace wza
