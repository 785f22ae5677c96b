// SPDX-License-Identifier: Apache-2.0
// The context of a link that software can tell (WCAG 2.2, "programmatically determined link
// context"; ACT fd3a94 and 5effbb): the list items, the cell and the block around it.
#pragma once

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/page.h"
#include "webcheck/text/phrases.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// How much text stands before each node, so that the text in an element is a difference.
struct TextBefore {
  explicit TextBefore(Page const &page) {
    Document const &document = page.dom();
    bytes.reserve(document.size() + 1);
    std::uint32_t sum = 0;
    for (NodeId n{0}; n.value < document.size(); ++n.value) {
      bytes.push_back(sum);
      if (document.kind(n) != NodeKind::text) continue;
      if (page.a11y().rendered(n).is_false()) continue;
      sum += static_cast<std::uint32_t>(trimmed(document.text(n)).size());
    }
    bytes.push_back(sum);
  }
  std::uint32_t in(Document const &document, NodeId n) const {
    return bytes[document.subtree_end(n).value] - bytes[n.value];
  }
  std::vector<std::uint32_t> bytes;
};

/// True for an element that counts as context by itself. Where style leaves open what box it
/// makes it does not, so that a larger one counts.
inline bool is_link_context(A11yTree const &tree, NodeId n) {
  Role const role = tree.role(n);
  if (role == Role::listitem || role == Role::cell || role == Role::gridcell) return true;
  auto const &display = tree.styles()[n].display;
  return display.is(Display::block).is_true() || display.is(Display::list_item).is_true() ||
         display.is(Display::table_cell).is_true() || display.is(Display::flow_root).is_true() ||
         display.is(Display::inline_block).is_true() ||
         display.is(Display::table_caption).is_true();
}

/// The nearest context around a link that holds more text than the link itself; the document where
/// there is none. Takes from the tree's budget of steps.
inline NodeId telling_context(Page const &page, NodeId link) {
  Document const &document = page.dom();
  auto const &text = page.facts<TextBefore>();
  std::uint32_t const own = text.in(document, link);
  for (NodeId at = document.parent(link); at.valid() && document.is_element(at);
       at = document.parent(at)) {
    if (!page.a11y().spend()) return kRoot;
    if (text.in(document, at) > own && is_link_context(page.a11y(), at)) return at;
  }
  return kRoot;
}

/// The text of an element in a few words, as far as it is rendered: at most `max_bytes` bytes.
inline std::string text_in(Page const &page, NodeId element, std::size_t max_bytes) {
  Document const &document = page.dom();
  std::string text;
  for (NodeId n = element; n < document.subtree_end(element) && text.size() <= max_bytes;
       ++n.value) {
    if (document.kind(n) != NodeKind::text || page.a11y().rendered(n).is_false()) continue;
    std::string_view const own = trimmed(document.text(n));
    if (own.empty()) continue;
    if (!text.empty()) text += ' ';
    text += folded_text(own, max_bytes);
  }
  return text;
}

}  // namespace wza::web
