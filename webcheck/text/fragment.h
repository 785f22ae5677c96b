// SPDX-License-Identifier: Apache-2.0
// Where a link within a page leads (HTML, section 7.4.6.3, "find a potential indicated element").
#pragma once

#include "webcheck/page.h"

#include <string_view>

namespace wza::web {

/// The element of that id, or else the first <a> of that name; kNoNode without. Nothing is decoded.
NodeId place_in_page(Page const &page, std::string_view fragment);

/// The element that a link with a fragment of this very page leads to; kNoNode where it leads
/// elsewhere, to the top of the page, or nowhere.
NodeId fragment_target(Page const &page, NodeId link);

}  // namespace wza::web
