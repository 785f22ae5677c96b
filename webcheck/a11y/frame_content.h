// SPDX-License-Identifier: Apache-2.0
// What can be said of the document inside an <iframe>: where it stands in the page itself, in the
// srcdoc attribute (HTML, section 4.8.5), it is parsed and looked at.
#pragma once

#include "db/base/known.h"
#include "webcheck/dom/budget.h"
#include "webcheck/dom/document.h"

namespace wza::web {

class A11yTree;

/// Whether the Tab key stops at something in the document; unknown where style may hide it all.
Trilean tab_stop_in(A11yTree const &tree);

/// Whether the Tab key stops at something in the frame's srcdoc document. Unknown without srcdoc,
/// where its style sheets were not loaded, or where it takes more time than `cpu` has left.
Trilean srcdoc_has_tab_stop(Document const &document, NodeId iframe, CpuBudget const &cpu);

}  // namespace wza::web
