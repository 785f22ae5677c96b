// SPDX-License-Identifier: Apache-2.0
#include "db/base/text.h"

#include "db/base/ascii.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace wza {
namespace {

/// The sequence that a first byte begins (Unicode 15, table 3-7): its length and the range of its
/// second byte; the others are 80..BF. Length 0: no sequence begins so.
struct Lead {
  std::size_t length = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
};

constexpr Lead lead_of(unsigned first) {
  if (first < 0x80) return {1};
  if (first >= 0xC2 && first <= 0xDF) return {2};
  if (first >= 0xE0 && first <= 0xEF) {
    return {3, first == 0xE0 ? 0xA0U : 0x80U, first == 0xED ? 0x9FU : 0xBFU};
  }
  if (first >= 0xF0 && first <= 0xF4) {
    return {4, first == 0xF0 ? 0x90U : 0x80U, first == 0xF4 ? 0x8FU : 0xBFU};
  }
  return {};
}

/// How many bytes at the start of `s` can begin the sequence that its first byte announces.
std::size_t good_bytes(std::string_view s, Lead lead) {
  std::size_t good = 1;
  while (good < lead.length && good < s.size()) {
    auto const byte = static_cast<unsigned char>(s[good]);
    if (byte < (good == 1 ? lead.low : 0x80U) || byte > (good == 1 ? lead.high : 0xBFU)) break;
    ++good;
  }
  return good;
}

/// How many bytes at the start of `s` are ASCII, by eight at a time.
std::size_t ascii_length(std::string_view s) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t i = 0;
  for (std::uint64_t block = 0; i + sizeof block <= s.size(); i += sizeof block) {
    std::memcpy(&block, s.data() + i, sizeof block);
    if ((block & kHighBits) != 0) break;
  }
  while (i < s.size() && static_cast<unsigned char>(s[i]) < 0x80)
    ++i;
  return i;
}

constexpr bool is_ascii_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// U+00A0, U+3000 (of Chinese texts) and U+FEFF.
constexpr std::array<std::string_view, 3> kWideBlanks{"\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

/// Bytes of the blank at the start of `s`; 0 where there is none.
std::size_t blank_before(std::string_view s) {
  if (s.empty()) return 0;
  if (is_ascii(s.front())) return is_ascii_blank(s.front()) ? 1 : 0;
  for (std::string_view const blank : kWideBlanks) {
    if (s.starts_with(blank)) return blank.size();
  }
  return 0;
}

/// The same at the end.
std::size_t blank_behind(std::string_view s) {
  if (s.empty()) return 0;
  if (is_ascii(s.back())) return is_ascii_blank(s.back()) ? 1 : 0;
  for (std::string_view const blank : kWideBlanks) {
    if (s.ends_with(blank)) return blank.size();
  }
  return 0;
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view bytes) {
  Lead const lead = lead_of(static_cast<unsigned char>(bytes.front()));
  return good_bytes(bytes, lead) == lead.length ? lead.length : 0;
}

bool is_utf8(std::string_view bytes) {
  while (true) {
    bytes.remove_prefix(ascii_length(bytes));
    if (bytes.empty()) return true;
    std::size_t const length = utf8_sequence_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
}

std::string well_formed(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (true) {
    std::size_t const plain = ascii_length(bytes);
    out += bytes.substr(0, plain);
    bytes.remove_prefix(plain);
    if (bytes.empty()) return out;
    Lead const lead = lead_of(static_cast<unsigned char>(bytes.front()));
    std::size_t const good = good_bytes(bytes, lead);
    out += good == lead.length ? bytes.substr(0, good) : "\xEF\xBF\xBD";
    bytes.remove_prefix(good);
  }
}

std::string_view trimmed(std::string_view text) {
  while (std::size_t const blank = blank_before(text))
    text.remove_prefix(blank);
  while (std::size_t const blank = blank_behind(text))
    text.remove_suffix(blank);
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

bool ascii_icontains(std::string_view text, std::string_view word) {
  auto const found = std::search(text.begin(), text.end(), word.begin(), word.end(),
                                 [](char x, char y) { return ascii_lower(x) == y; });
  return found != text.end() || word.empty();
}

bool ascii_iequals(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return text.substr(0, end);
}

}  // namespace wza
