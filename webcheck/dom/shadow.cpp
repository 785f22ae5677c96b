// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/shadow.h"

#include "db/base/text.h"

#include <algorithm>

namespace wza::web {
namespace {

/// DOM, section 4.9, "valid shadow host name".
bool may_be_host(Document const &document, NodeId n) {
  constexpr Atom kHosts[] = {atom::article, atom::aside,   atom::blockquote, atom::body, atom::div,
                             atom::footer,  atom::h1,      atom::h2,         atom::h3,   atom::h4,
                             atom::h5,      atom::h6,      atom::header,     atom::main, atom::nav,
                             atom::p,       atom::section, atom::span};
  if (!n.valid() || !document.is_element(n) || document.ns(n) != Namespace::html) return false;
  if (document.tag_name(n).find('-') != std::string_view::npos) return true;
  return std::ranges::find(kHosts, document.tag(n)) != std::end(kHosts);
}

}  // namespace

bool is_shadow_root(Document const &document, NodeId n) {
  if (!document.is(n, atom::template_)) return false;
  Atom const name = document.find_atom("shadowrootmode");
  auto const mode = name == atom::none ? std::nullopt : document.attr(n, name);
  if (!mode || !may_be_host(document, document.parent(n))) return false;
  return ascii_iequals(*mode, "open") || ascii_iequals(*mode, "closed");
}

bool may_have_shadow_roots(Document const &document) {
  return document.find_atom("shadowrootmode") != atom::none;
}

std::vector<NodeId> shadow_hosts(Document const &document) {
  std::vector<NodeId> out;
  for (NodeId const n : document.by_tag(atom::template_)) {
    if (is_shadow_root(document, n)) out.push_back(document.parent(n));
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace wza::web
