// SPDX-License-Identifier: Apache-2.0
// Characters for the tokenizer (CSS Syntax 3, section 4.2). Internal to css.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace wza::web::css {

enum Class : std::uint8_t { kSpace = 1, kNameStart = 2, kName = 4, kDigit = 8, kHex = 16 };

constexpr std::array<std::uint8_t, 256> classes() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 256; ++c) {
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bool const digit = c >= '0' && c <= '9';
    unsigned bits = 0;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') bits |= kSpace;
    if (letter || c == '_' || c >= 0x80 || c == 0) bits |= kNameStart | kName;
    if (digit) bits |= kDigit | kName | kHex;
    if (c == '-') bits |= kName;
    if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) bits |= kHex;
    table[c] = static_cast<std::uint8_t>(bits);
  }
  return table;
}
inline constexpr auto kClasses = classes();
constexpr bool has(char c, Class bit) {
  return (kClasses[static_cast<unsigned char>(c)] & bit) != 0;
}

/// UTF-8 of a code point.
inline void append_utf8(std::string &out, std::uint32_t c) {
  auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

}  // namespace wza::web::css
