// SPDX-License-Identifier: Apache-2.0
// Single bytes of ASCII, whatever the locale says.
#pragma once

#include <string_view>

namespace wza {

/// 0 to 9.
constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// ASCII white space as HTML has it (Infra, section 4.6): tab, line feed, form feed, carriage
/// return and space; not the vertical tab.
constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// The same, for searching.
inline constexpr std::string_view kHtmlSpaces = " \t\n\f\r";

/// A letter in lower case; all other bytes as they are.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace wza
