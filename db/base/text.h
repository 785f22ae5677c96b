// SPDX-License-Identifier: Apache-2.0
// Words that a person reads, always in Chinese and in English; and the little that we do to UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wza {

/// The languages in which every word that a person reads exists.
enum class Lang : std::uint8_t { zh, en };

/// One sentence or label in both languages. Both are UTF-8 and never empty where they are shown.
struct Text {
  std::string zh, en;
  std::string const &in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  bool empty() const { return zh.empty() && en.empty(); }
  bool operator==(Text const &) const = default;
};

/// The same for constants: views of string literals.
struct TextView {
  std::string_view zh, en;
  constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  Text str() const { return {std::string(zh), std::string(en)}; }
  constexpr bool operator==(TextView const &) const = default;
};

/// True if `bytes` is well-formed UTF-8 (Unicode 15, table 3-7): no surrogates, no overlong forms.
bool is_utf8(std::string_view bytes);

/// Length in bytes of the well-formed UTF-8 sequence at the start of `bytes`, which is not empty; 0
/// where there is none.
std::size_t utf8_sequence_length(std::string_view bytes);

/// `bytes` with U+FFFD in place of what is malformed: one for each longest beginning of a sequence
/// (Unicode 15, section 3.9; WHATWG Encoding, section 8.1.1).
std::string well_formed(std::string_view bytes);

/// `text` without leading and trailing ASCII white space, U+00A0, U+3000 and U+FEFF.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; all other bytes as they are.
std::string ascii_lower(std::string_view text);

/// True if `text` holds `word` (ASCII in lower case), whatever the case of its ASCII letters.
bool ascii_icontains(std::string_view text, std::string_view word);

/// True if both are equal when ASCII case is ignored.
bool ascii_iequals(std::string_view a, std::string_view b);

/// The longest prefix of `text` of at most `max_bytes` bytes that does not split a code point.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

}  // namespace wza
