// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/frame_content.h"

#include "webcheck/a11y/tree.h"
#include "webcheck/css/cascade.h"
#include "webcheck/dom/from_gumbo.h"

#include <string>

namespace wza::web {

Trilean tab_stop_in(A11yTree const &tree) {
  if (tree.first_tab_stop(kRoot).valid()) return true;
  return tree.first_possible_tab_stop(kRoot).valid() ? Trilean::unknown() : Trilean(false);
}

Trilean srcdoc_has_tab_stop(Document const &document, NodeId iframe, CpuBudget const &cpu) {
  auto const html = document.attr(iframe, atom::srcdoc);
  if (!html) return Trilean::unknown();
  Result<Document> const content = parse_html(std::string(*html), cpu);
  if (!content) return Trilean::unknown();
  ComputedStyles const styles = compute_styles(*content, collect_sheets(*content), cpu);
  if (cpu.over()) return Trilean::unknown();
  return tab_stop_in(A11yTree(*content, styles));
}

}  // namespace wza::web
