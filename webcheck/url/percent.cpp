// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/percent.h"

#include "db/base/text.h"

#include <unicode/utf8.h>

namespace wza::web {

bool needs_encoding(unsigned char byte, EncodeSet set) {
  if (byte <= 0x1F || byte > 0x7E) return true;
  auto among = [&](std::string_view chars) {
    return chars.find(static_cast<char>(byte)) != std::string_view::npos;
  };
  switch (set) {
    case EncodeSet::c0_control:
      return false;
    case EncodeSet::fragment:
      return among(" \"<>`");
    case EncodeSet::query:
      return among(" \"#<>");
    case EncodeSet::special_query:
      return among(" \"#<>'");
    case EncodeSet::path:
      return among(" \"#<>?^`{}");
    case EncodeSet::userinfo:
      return among(" \"#<>?^`{}/:;=@[\\]|");
  }
  return false;
}

void append_encoded(std::string &out, unsigned char byte, EncodeSet set) {
  if (!needs_encoding(byte, set)) {
    out += static_cast<char>(byte);
    return;
  }
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 0xF];
}

std::string percent_encoded(std::string_view text, EncodeSet set) {
  std::string out;
  out.reserve(text.size());
  for (char c : text)
    append_encoded(out, static_cast<unsigned char>(c), set);
  return out;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string with_replacements(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size() + 8);
  auto const *data = reinterpret_cast<std::uint8_t const *>(bytes.data());
  auto const length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < length;) {
    std::int32_t const start = i;
    UChar32 point = 0;
    U8_NEXT(data, i, length, point);
    if (point >= 0) {
      out.append(
          bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
    } else {
      out += "\xEF\xBF\xBD";
    }
  }
  return out;
}

}  // namespace wza::web
