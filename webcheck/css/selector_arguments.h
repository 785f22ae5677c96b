// SPDX-License-Identifier: Apache-2.0
// The small parts of selectors that hold no selectors themselves (Selectors 4).
#pragma once

#include "webcheck/css/tokens.h"
#include "webcheck/dom/selector.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wza::web::css {

/// An+B (CSS Syntax 3, section 6.2), over the source text.
bool parse_an_plus_b(std::string_view text, std::int32_t &a, std::int32_t &b);

/// What stands behind the name of an attribute in brackets: operator, value, and `i` or `s`.
bool parse_attribute_test(TokenSpan tokens, SimpleSelector &simple);

/// The argument of :lang(): each range with a line feed behind it.
bool parse_language_ranges(TokenSpan argument, std::string &ranges);

/// Steps over white space, or over one of > + ~; false where there is none.
bool skip_space(TokenSpan tokens, std::size_t &at);
bool explicit_combinator(TokenSpan tokens, std::size_t &at, Combinator &out);

}  // namespace wza::web::css
