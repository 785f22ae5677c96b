// SPDX-License-Identifier: Apache-2.0
// With scripting on, the content of <noscript> is raw text (HTML Standard, sections 13.2.6.4.4 and
// 13.2.6.4.7); Gumbo parses it as elements always. There an unclosed <p> keeps </noscript> from
// closing, so that the rest of the page would be lost in it, and an <img> ends the head.
#pragma once

#include <string>

namespace wza::web {

/// Turns the content of each <noscript> into a comment of the same length in bytes, so that the
/// tree around it and all offsets behind it are as browsers have them. Linear in the page's length.
void comment_out_noscript(std::string &html);

}  // namespace wza::web
