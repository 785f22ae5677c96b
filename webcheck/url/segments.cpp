// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/segments.h"

#include "db/base/text.h"

#include <string>

namespace wza::web {

bool is_windows_drive_letter(std::string_view s) {
  return s.size() == 2 && is_ascii_alpha(s[0]) && (s[1] == ':' || s[1] == '|');
}
bool is_normalized_drive_letter(std::string_view s) {
  return is_windows_drive_letter(s) && s[1] == ':';
}
bool starts_with_drive_letter(std::string_view s) {
  return s.size() >= 2 && is_windows_drive_letter(s.substr(0, 2)) &&
         (s.size() == 2 || std::string_view("/\\?#").find(s[2]) != std::string_view::npos);
}

namespace {

std::string dots_decoded(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (ascii_iequals(s.substr(i, 3), "%2e")) {
      out += '.';
      i += 2;
    } else {
      out += s[i];
    }
  }
  return out;
}

}  // namespace

bool is_single_dot(std::string_view s) {
  return s.size() <= 3 && dots_decoded(s) == ".";
}
bool is_double_dot(std::string_view s) {
  return s.size() <= 6 && dots_decoded(s) == "..";
}

}  // namespace wza::web
