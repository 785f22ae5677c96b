// SPDX-License-Identifier: Apache-2.0
#include "webcheck/report/uri.h"

namespace wza::web {

std::string uri_reference(std::string_view address) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kAllowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:@!$&'()*+,;=";
  bool const has_scheme = address.find("://") != std::string_view::npos;
  std::string out;
  // A colon in the first segment of a relative reference would be read as a scheme (section 4.2).
  std::string_view const first = address.substr(0, address.find('/'));
  if (!has_scheme && first.find(':') != std::string_view::npos) out = "./";
  for (char const c : address) {
    bool const kept = kAllowed.find(c) != std::string_view::npos ||
                      (has_scheme && std::string_view("?#%[]").find(c) != std::string_view::npos);
    if (kept) {
      out += c;
    } else {
      auto const byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace wza::web
