// SPDX-License-Identifier: Apache-2.0
// Path segments with a meaning of their own (WHATWG URL, sections 1.1 and 4.1): dots, also where
// they are percent-encoded, and the drive letters of file URLs.
#pragma once

#include <string_view>

namespace wza::web {

constexpr bool is_ascii_alpha(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "C:" or "C|".
bool is_windows_drive_letter(std::string_view s);
/// "C:".
bool is_normalized_drive_letter(std::string_view s);
/// True if a drive letter stands at the start of `s` as a whole segment.
bool starts_with_drive_letter(std::string_view s);

/// "." or "%2e".
bool is_single_dot(std::string_view s);
/// "..", ".%2e", "%2e." or "%2e%2e".
bool is_double_dot(std::string_view s);

}  // namespace wza::web
