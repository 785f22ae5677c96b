// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/phrases.h"

#include "db/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace wza::web {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Without a copy in lower case: every class of a page comes by.
bool is_one_of(std::string_view word, std::span<std::string_view const> words) {
  return std::ranges::any_of(words, [word](std::string_view one) {
    return one.size() == word.size() && ascii_iequals(one, word);
  });
}

/// Length of the white space at the start of `text`; 0 where there is none.
std::size_t blank_length(std::string_view text) {
  if (std::string_view(" \t\n\f\r").find(text[0]) != std::string_view::npos) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with("\xE3\x80\x80") ? 3 : 0;
}

constexpr std::size_t kKeyBytes = 3;  // of a Chinese character

bool is_chinese(std::string_view word) {
  return word.size() >= kKeyBytes && static_cast<unsigned char>(word[0]) >= 0xE0;
}

/// True if one of those `words` that begin with a Chinese character stands in the text. Passes over
/// ASCII eight bytes at a time, as most of a page's source is.
bool holds_chinese(std::string_view text, std::span<std::string_view const> words) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::size_t i = 0; i + kKeyBytes <= text.size();) {
    std::uint64_t block = 0;
    if (i + sizeof block <= text.size()) {
      std::memcpy(&block, text.data() + i, sizeof block);
      if ((block & kHighBits) == 0) {
        i += sizeof block;
        continue;
      }
    }
    if (static_cast<unsigned char>(text[i]) < 0xE0) {
      ++i;
      continue;
    }
    for (std::string_view const word : words) {
      // The second byte tells most characters apart, and the call is not made.
      if (text[i + 1] == word[1] && is_chinese(word) && text.substr(i).starts_with(word))
        return true;
    }
    i += kKeyBytes;
  }
  return false;
}

}  // namespace

bool says_any(std::string_view text, std::span<std::string_view const> words) {
  if (std::ranges::none_of(text, is_upper)) return holds_any(text, words);
  return holds_any(ascii_lower(text), words);
}

bool holds_any(std::string_view text, std::span<std::string_view const> words) {
  if (text.empty()) return false;
  if (std::ranges::any_of(words, is_chinese) && holds_chinese(text, words)) return true;
  return std::ranges::any_of(words, [&](std::string_view word) {
    return !is_chinese(word) &&
           memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
  });
}

bool is_any(std::string_view text, std::span<std::string_view const> words) {
  return is_one_of(trimmed(text), words);
}

bool has_name_word(std::string_view identifiers, std::span<std::string_view const> words) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= identifiers.size(); ++i) {
    bool const letter =
        i < identifiers.size() && (is_upper(identifiers[i]) || is_lower(identifiers[i]));
    bool const new_word =
        letter && i > begin && is_upper(identifiers[i]) && is_lower(identifiers[i - 1]);
    if (letter && !new_word) continue;
    if (i > begin && is_one_of(identifiers.substr(begin, i - begin), words)) return true;
    begin = letter ? i : i + 1;
  }
  return false;
}

std::string_view file_name_of(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return address.substr(address.rfind('/') + 1);
}

std::string extension_of(std::string_view file_name) {
  std::size_t const point = file_name.rfind('.');
  if (point == std::string_view::npos) return {};
  return ascii_lower(file_name.substr(point + 1));
}

std::string folded_text(std::string_view text, std::size_t max_bytes) {
  std::string out;
  while (!text.empty() && out.size() <= max_bytes) {
    if (std::size_t const blank = blank_length(text); blank != 0) {
      if (!out.empty() && !out.ends_with(' ')) out += ' ';
      text.remove_prefix(blank);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return std::string(utf8_prefix(out, max_bytes));
}

}  // namespace wza::web
