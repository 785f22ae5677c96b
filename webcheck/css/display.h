// SPDX-License-Identifier: Apache-2.0
// From the cascaded to the computed value of `display`.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/dom/document.h"

namespace wza::web::css {

/// CSS Display 3, sections 2.7 (blockification) and 2.5 (contents of replaced elements).
void adjust_display(Document const &document, NodeId n, ComputedStyle const &parent,
                    ComputedStyle &style);

}  // namespace wza::web::css
