// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/links.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

// Bounds, so that what a link holds and where it stands costs the same on every page.
constexpr std::uint32_t kMaxNodes = 96;
constexpr int kMaxClimb = 12;
constexpr int kTitleClimb = 3;
constexpr int kMaxLinkSiblings = 12;
constexpr std::size_t kMaxTitle = 48;

constexpr std::array kBlocks{
    atom::ul,    atom::ol,   atom::dl,     atom::table,  atom::nav,  atom::section,  atom::article,
    atom::aside, atom::main, atom::header, atom::footer, atom::form, atom::fieldset, atom::body};
constexpr std::array kHeadings{atom::h1, atom::h2, atom::h3, atom::h4, atom::h5, atom::h6};
constexpr std::array<std::string_view, 8> kTitleWords{"title", "tit",     "bt",      "biaoti",
                                                      "hd",    "heading", "caption", "lanmu"};

bool is_graphic(Document const &dom, NodeId n) {
  Atom const tag = dom.tag(n);
  if (tag == atom::img || tag == atom::svg || tag == atom::canvas || tag == atom::object) {
    return true;
  }
  return !dom.first_child(n).valid() && tag != atom::br && tag != atom::wbr;
}

void read_content(Document const &dom, Link &link) {
  std::uint32_t const end =
      std::min(dom.subtree_end(link.node).value, link.node.value + 1 + kMaxNodes);
  std::string text;
  for (NodeId n{link.node.value + 1}; n.value < end; ++n.value) {
    if (dom.kind(n) == NodeKind::text && text.size() < 2 * Links::kMaxText) {
      text += utf8_prefix(dom.text(n), 2 * Links::kMaxText);
    } else if (dom.is_element(n)) {
      text += ' ';
      link.has_graphic = link.has_graphic || is_graphic(dom, n);
    }
  }
  link.text = folded_text(text, Links::kMaxText);
}

bool is_title(Document const &dom, NodeId n) {
  if (!dom.is_element(n) || dom.ns(n) != Namespace::html) return false;
  if (std::ranges::find(kHeadings, dom.tag(n)) != kHeadings.end()) return true;
  return has_name_word(dom.attr_or_empty(n, atom::class_), kTitleWords);
}

/// The text of `n` without that of `link`; empty where it is too long for a title.
std::string title_text(Document const &dom, NodeId n, NodeId link) {
  std::uint32_t const end = std::min(dom.subtree_end(n).value, n.value + 1 + kMaxNodes);
  std::string text;
  for (NodeId c{n.value + 1}; c.value < end; ++c.value) {
    if (c == link) {
      c.value = dom.subtree_end(link).value - 1;
    } else if (dom.kind(c) == NodeKind::text) {
      text += utf8_prefix(dom.text(c), 4 * kMaxTitle);
      if (text.size() > 8 * kMaxTitle) return {};
    }
  }
  text = folded_text(text, kMaxTitle + 4);
  bool const is_list = std::ranges::count(text, ' ') > 2;
  return text.size() <= kMaxTitle && !is_list ? text : std::string();
}

}  // namespace

bool Link::is_script() const {
  return address.size() > 11 && ascii_iequals(address.substr(0, 11), "javascript:");
}

Links::Links(Page const &page) {
  Document const &dom = page.dom();
  for (NodeId const n : dom.by_tag(atom::a)) {
    auto const href = dom.attr(n, atom::href);
    if (!href || dom.ns(n) != Namespace::html) continue;
    Link link{n, {}, trimmed(*href), {}, false, page.a11y().visible(n) && !page.a11y().hidden(n)};
    if (link.shown.is_false()) continue;
    link.block = block_of(dom, n);
    read_content(dom, link);
    m_links.push_back(std::move(link));
  }
}

Link const *Links::find(NodeId n) const {
  auto const found = std::ranges::lower_bound(m_links, n, {}, &Link::node);
  return found != m_links.end() && found->node == n ? &*found : nullptr;
}

NodeId block_of(Document const &dom, NodeId n) {
  NodeId block = n;
  for (int i = 0; i < kMaxClimb; ++i) {
    NodeId const up = dom.parent(block);
    if (!up.valid() || !dom.is_element(up)) break;
    block = up;
    if (std::ranges::find(kBlocks, dom.tag(up)) != kBlocks.end()) break;
  }
  return block;
}

std::string column_title(Page const &page, NodeId link) {
  Document const &dom = page.dom();
  NodeId path = link;
  for (int i = 0; i < kTitleClimb; ++i) {
    NodeId const up = dom.parent(path);
    if (!up.valid() || dom.is(up, atom::body)) break;
    int siblings = 0;
    for (NodeId c = dom.first_child(up); c.valid() && siblings < kMaxLinkSiblings;
         c = dom.next_sibling(c), ++siblings) {
      if (c == path || !is_title(dom, c)) continue;
      if (std::string title = title_text(dom, c, link); !title.empty()) return title;
    }
    if (is_title(dom, up)) {
      if (std::string title = title_text(dom, up, link); !title.empty()) return title;
    }
    path = up;
  }
  return {};
}

}  // namespace wza::web
