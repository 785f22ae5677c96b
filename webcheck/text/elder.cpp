// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/elder.h"

#include "db/base/text.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr std::array<std::string_view, 9> kNames{
    "长者版", "关怀版", "适老版", "老年版", "长辈版", "大字版", "长者专区", "敬老版", "长者助手"};
constexpr std::size_t kMaxText = 200;

/// The text nodes directly in an element.
std::string own_text(Document const &dom, NodeId n) {
  std::string text;
  for (NodeId c = dom.first_child(n); c.valid(); c = dom.next_sibling(c)) {
    if (dom.kind(c) == NodeKind::text) text += utf8_prefix(dom.text(c), kMaxText);
  }
  return folded_text(text, kMaxText);
}

}  // namespace

bool is_elder_version(Page const &page) {
  Document const &dom = page.dom();
  for (NodeId const n : dom.by_tag(atom::title)) {
    std::string const title = own_text(dom, n);
    bool const named = std::ranges::any_of(kNames, [&](std::string_view name) {
      return title.starts_with(name) || title.ends_with(name);
    });
    if (named) return true;
  }
  return std::ranges::any_of(dom.by_tag(atom::h1),
                             [&](NodeId n) { return is_any(own_text(dom, n), kNames); });
}

}  // namespace wza::web
