// SPDX-License-Identifier: Apache-2.0
// What scripts may do with an element when a person activates it, as far as markup tells. Scripts
// are not run: "may" is all that there is to say.
#pragma once

#include "webcheck/page.h"

namespace wza::web {

/// True for a <script> whose content browsers run (HTML, section 4.12.1.1: a JavaScript MIME type,
/// or "module"). Unknown spellings that speak of a script count as run.
bool is_run(Document const &document, NodeId script);

/// True if the page has a script that browsers run.
bool has_script(Document const &document);

/// True if the markup itself gives the element a script: a handler of clicks, keys or pointers, or
/// an address with the scheme javascript.
bool has_action_by_script(Page const &page, NodeId n);

/// True for what does nothing by itself and yet looks as if it did: buttons, links without address,
/// links to nowhere in the page, switches, custom elements. A script of the page may serve it.
bool may_act_by_script(Page const &page, NodeId n);

}  // namespace wza::web
