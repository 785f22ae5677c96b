// SPDX-License-Identifier: Apache-2.0
// HTML, section 4.2.6 (style); links in sheet_link.h.
#include "webcheck/css/cascade.h"
#include "webcheck/css/sheet_link.h"

namespace wza::web {

css::Mode style_mode(Document const &document) {
  return document.quirks() == Quirks::full ? css::Mode::quirks : css::Mode::standard;
}

StyleInputs collect_sheets(Document const &document, Viewport const &viewport) {
  StyleInputs inputs;
  inputs.viewport = viewport;
  for (std::uint32_t i = 0; i < document.size();) {
    NodeId const n{i};
    bool const inert = document.is(n, atom::template_) ||
                       (viewport.scripting == Scripting::enabled && document.is(n, atom::noscript));
    if (inert) {
      i = document.subtree_end(n).value;
      continue;
    }
    ++i;
    bool const svg_style = document.is_element(n) && document.tag(n) == atom::style &&
                           document.ns(n) == Namespace::svg;
    if (document.is(n, atom::style) || svg_style) {
      if (!is_css(document.attr_or_empty(n, atom::type))) continue;
      std::string text;
      for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
        if (document.kind(c) == NodeKind::text) text += document.text(c);
      }
      StyleSheetInput &input = inputs.sheets.emplace_back();
      input.owner = n;
      input.media = document.attr_or_empty(n, atom::media);
      if (!inputs.take_bytes(text.size())) continue;
      input.state = SheetState::loaded;
      input.sheet = css::StyleSheet::parse(text, style_mode(document));
    } else if (std::string_view const href = sheet_href(document, n); !href.empty()) {
      StyleSheetInput &input = inputs.sheets.emplace_back();
      input.owner = n;
      input.href = href;
      input.media = document.attr_or_empty(n, atom::media);
    }
  }
  return inputs;
}

}  // namespace wza::web
