// SPDX-License-Identifier: Apache-2.0
// A visible label and an accessible name as words, to be compared the way that speech recognition
// does (WCAG 2.2, SC 2.5.3): case, punctuation and symbols do not count, and what stands in
// parentheses need not be said. Each Chinese or Japanese character is a word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// The words of a text, in lower case, with full-width letters made plain.
std::vector<std::u32string> label_words(std::string_view text);

/// The text without what stands in round brackets, ASCII or full-width.
std::string without_brackets(std::string_view text);

/// True if `words` stand in `name` one after the other.
bool stands_in(std::vector<std::u32string> const &words, std::vector<std::u32string> const &name);

/// True if they would, were there no blanks between words: "e-mail" and "email".
bool stands_in_unspaced(std::vector<std::u32string> const &words,
                        std::vector<std::u32string> const &name);

}  // namespace wza::web
