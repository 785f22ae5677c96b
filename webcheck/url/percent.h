// SPDX-License-Identifier: Apache-2.0
// Percent-encoding (WHATWG URL, section 1.3): the encode sets, as tests on one byte. Bytes of
// non-ASCII characters belong to every set, so that UTF-8 can be handled byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wza::web {

/// The percent-encode sets of the standard, each the superset that its section names.
enum class EncodeSet : std::uint8_t {
  c0_control,
  fragment,
  query,
  special_query,
  path,
  userinfo,
};

/// True if `byte` must be percent-encoded where `set` holds.
bool needs_encoding(unsigned char byte, EncodeSet set);

/// Appends `byte` to `out`, as %XX where `set` asks for it.
void append_encoded(std::string &out, unsigned char byte, EncodeSet set);

/// All of `text`, byte by byte. A '%' that stands there already is kept.
std::string percent_encoded(std::string_view text, EncodeSet set);

/// Bytes with each %XX resolved; a '%' without two hexadecimal digits stays.
std::string percent_decoded(std::string_view text);

/// Value of a hexadecimal digit, or nothing below 0.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// UTF-8 with each malformed sequence replaced by U+FFFD (Encoding standard, "UTF-8 decode").
std::string with_replacements(std::string_view bytes);

}  // namespace wza::web
