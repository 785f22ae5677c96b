// SPDX-License-Identifier: Apache-2.0
// Words to look for: in what a page says, and in the ids, classes and file names that its authors
// chose. Hints, never proofs.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wza::web {

/// True if one of `words` (ASCII in lower case) stands anywhere in `text`; case does not count.
bool says_any(std::string_view text, std::span<std::string_view const> words);

/// The same for a long text, letter case counting.
bool holds_any(std::string_view text, std::span<std::string_view const> words);

/// True if `text` without white space at its ends is one of `words`; case does not count.
bool is_any(std::string_view text, std::span<std::string_view const> words);

/// True if one of the words that identifiers are put together from is one of `words` (lower case):
/// "topNav_left-2" is put together from "top", "nav", "left" and "2".
bool has_name_word(std::string_view identifiers, std::span<std::string_view const> words);

/// The last segment of the path of an address, without query and fragment: "fj1.doc".
std::string_view file_name_of(std::string_view address);

/// What follows the last point of a file name, in lower case; empty without.
std::string extension_of(std::string_view file_name);

/// White space collapsed and trimmed, U+00A0 and U+3000 too; cut to whole code points where it is
/// longer than `max_bytes`.
std::string folded_text(std::string_view text, std::size_t max_bytes);

}  // namespace wza::web
