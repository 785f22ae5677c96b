// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/players.h"

#include "db/base/text.h"

namespace wza::web {

namespace {

bool has(Document const &document, NodeId n, std::string_view attribute) {
  Atom const name = document.find_atom(attribute);
  return name != atom::none && document.has_attr(n, name);
}

}  // namespace

bool starts_with_sound(Document const &document, NodeId player) {
  return has(document, player, "autoplay") && !document.has_attr(player, atom::muted);
}

bool plays_again(Document const &document, NodeId player) {
  return has(document, player, "loop");
}

std::vector<std::string_view> media_sources(Document const &document, NodeId player) {
  std::vector<std::string_view> out;
  auto const add = [&](std::string_view address) {
    if (address = trimmed(address); !address.empty()) out.push_back(address);
  };
  if (auto const src = document.attr(player, atom::src)) {
    add(*src);
    return out;
  }
  for (NodeId c = document.first_child(player); c.valid(); c = document.next_sibling(c)) {
    if (document.is(c, atom::source)) add(document.attr_or_empty(c, atom::src));
  }
  return out;
}

}  // namespace wza::web
