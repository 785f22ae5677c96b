// SPDX-License-Identifier: Apache-2.0
// The text of `content` (CSS Content 3, section 2).
#pragma once

#include "db/base/known.h"
#include "webcheck/css/tokens.h"
#include "webcheck/dom/document.h"

#include <string>

namespace wza::web::css {

/// The text that assistive technology gets: the alternative behind a slash if there is one, else
/// strings, attr() and quotation marks. Unknown where counters or images take part.
Known<std::string> generated_text(TokenSpan value, Document const &document, NodeId element);

}  // namespace wza::web::css
