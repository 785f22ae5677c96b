// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/label.h"

#include "db/base/text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace wza::web {
namespace {

constexpr UChar32 kBad = 0xFFFD;

/// Letters and digits, with the marks that are written on them.
bool is_of_word(UChar32 c) {
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK & ~U_GC_ME_MASK) != 0;
}

/// A word of its own: writing without blanks.
bool is_ideograph(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  UScriptCode const script = uscript_getScript(c, &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

UChar32 plain(UChar32 c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

/// Calls `use(code_point, bytes)` for each code point.
template <class Use>
void each_code_point(std::string_view text, Use use) {
  while (!text.empty()) {
    std::size_t const size = std::max(utf8_sequence_length(text), std::size_t{1});
    std::string_view const bytes = text.substr(0, size);
    auto const lead = static_cast<unsigned char>(bytes[0]);
    UChar32 c = size == 1 ? (lead < 0x80 ? lead : kBad) : lead & (0xFF >> (size + 1));
    for (char const next : bytes.substr(1))
      c = (c << 6) | (static_cast<unsigned char>(next) & 0x3F);
    use(c, bytes);
    text.remove_prefix(size);
  }
}

std::u32string unspaced(std::vector<std::u32string> const &words) {
  std::u32string out;
  for (std::u32string const &word : words)
    out += word;
  return out;
}

}  // namespace

std::vector<std::u32string> label_words(std::string_view text) {
  std::vector<std::u32string> words;
  bool open = false;
  each_code_point(text, [&](UChar32 c, std::string_view) {
    c = plain(c);
    if (c == 0xAD || c == 0x200B || (c >= 0xFE00 && c <= 0xFE0F)) return;  // nothing to see
    bool const counts = c != kBad && is_of_word(c);
    bool const alone = counts && is_ideograph(c);
    if (counts && (alone || !open)) words.emplace_back();
    if (counts) words.back() += static_cast<char32_t>(c);
    open = counts && !alone;
  });
  return words;
}

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    c = plain(c);
    if (c == '(') ++depth;
    if (depth == 0) out += bytes;
    if (c == ')' && depth > 0 && --depth == 0) out += ' ';
  });
  return depth == 0 ? out : std::string(text);
}

bool stands_in(std::vector<std::u32string> const &words, std::vector<std::u32string> const &name) {
  return !std::ranges::search(name, words).empty() || words.empty();
}

bool stands_in_unspaced(std::vector<std::u32string> const &words,
                        std::vector<std::u32string> const &name) {
  return unspaced(name).find(unspaced(words)) != std::u32string::npos;
}

}  // namespace wza::web
