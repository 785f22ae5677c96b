// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
// SPDX-License-Identifier: Apache-2.0
// Values of the autocomplete attribute: HTML, section 4.10.18.7.1, autofill detail tokens.
#pragma once

#include <cstdint>
#include <string_view>

namespace wza::web {

/// What an autocomplete value is.
enum class Autofill : std::uint8_t {
  none,            ///< empty
  on_or_off,       ///< "on" or "off" alone: nothing about the kind of data
  detail,          ///< autofill detail tokens: "section-x shipping work email webauthn"
  switching_word,  ///< no value of HTML, but a word that is used to switch autofill on or off
  invalid,
};

/// Reads a value, any case. Whether its field fits the type of the control is not asked.
Autofill autofill_of(std::string_view value);

}  // namespace wza::web
