// SPDX-License-Identifier: Apache-2.0
// Declarative shadow roots (HTML, section 4.12.3 and 13.2.6.4.4): <template shadowrootmode> in an
// element that may have a shadow tree. Gumbo knows nothing of them and leaves the template where it
// stands, so what is in it counts here as content of its host, before the children that the slots
// take. Which children are shown, where, and in which style is left open: in and below a host all
// computed styles are unknown.
#pragma once

#include "webcheck/dom/document.h"

#include <vector>

namespace wza::web {

/// True for a <template> whose content is a shadow tree for users.
bool is_shadow_root(Document const &document, NodeId n);

/// False where no element of the page can be one.
bool may_have_shadow_roots(Document const &document);

/// The elements with a declarative shadow root, in document order.
std::vector<NodeId> shadow_hosts(Document const &document);

}  // namespace wza::web
