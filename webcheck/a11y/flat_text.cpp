// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/flat_text.h"

#include "db/base/ascii.h"
#include "db/base/text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace wza::web {
namespace {

enum class Ink : std::uint8_t { blank, doubtful, sure };

/// Code point at `at` of well-formed UTF-8; moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t &at) {
  auto const lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  int const more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t code = lead & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i) {
    code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return code;
}

Ink ink_of(char32_t c) {
  if (c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0xFEFF || c == 0x00AD) return Ink::blank;
  if ((c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F) return Ink::blank;
  if (c == 0x205F || c == 0x2060 || c == 0x1680 || c == 0x3164) return Ink::blank;
  bool const private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  return private_use ? Ink::doubtful : Ink::sure;
}

}  // namespace

FlatText::FlatText(std::string_view text) : m_text(utf8_prefix(text, kMaxBytes)) {
  for (std::size_t at = 0; at < text.size() && !m_sure;) {
    Ink const ink = ink_of(next_code_point(text, at));
    m_sure = ink == Ink::sure;
    m_maybe = m_maybe || ink == Ink::doubtful;
  }
}

FlatText FlatText::doubt() {
  FlatText out;
  out.m_maybe = true;
  return out;
}

void FlatText::append(FlatText const &other) {
  std::size_t const room = kMaxBytes - std::min(m_text.size(), kMaxBytes);
  m_text += utf8_prefix(other.m_text, room);
  m_sure = m_sure || other.m_sure;
  m_maybe = m_maybe || other.m_maybe;
}

FlatText FlatText::doubted() && {
  m_maybe = m_maybe || m_sure;
  m_sure = false;
  return std::move(*this);
}

std::string FlatText::flat() const {
  std::string out;
  bool gap = false;
  for (char const c : m_text) {
    if (is_html_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

}  // namespace wza::web
