// SPDX-License-Identifier: Apache-2.0
// The facts about HTML elements (spec/html_elements.h) by the number of their name.
#pragma once

#include "webcheck/dom/atom.h"
#include "webcheck/spec/html_elements.h"

namespace wza::web {

/// The row of an HTML element; a generic inline one for unknown and custom elements.
HtmlElement const &html_element(Atom tag);

}  // namespace wza::web
