// SPDX-License-Identifier: Apache-2.0
// Whether characters say anything in a human language, by the kinds of the characters alone
// (Unicode general categories and scripts).
#pragma once

#include <cstdint>
#include <string_view>

namespace wza::web {

enum class Wording : std::uint8_t {
  none,    ///< signs only
  single,  ///< no more than single letters or digits ("X", "1")
  words,   ///< letters or digits in a row, or a letter of a script that writes words with one
};

/// Ill-formed UTF-8 counts as signs.
Wording wording_of(std::string_view text);

}  // namespace wza::web
