// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/document.h"

#include <algorithm>

namespace wza::web {
namespace {

std::unordered_map<std::string_view, Atom> known_atoms() {
  std::unordered_map<std::string_view, Atom> atoms;
  for (std::uint32_t i = 1; i < kKnownNames.size(); ++i)
    atoms.emplace(kKnownNames[i], Atom{i});
  return atoms;
}

}  // namespace

std::optional<std::string_view> Document::attr(NodeId n, Atom name) const {
  for (Attribute const &attribute : attributes(n)) {
    if (attribute.name == name) return attribute.value;
  }
  return std::nullopt;
}

NodeId Document::by_id(std::string_view id) const {
  auto const found = m_ids.find(id);
  return found == m_ids.end() ? kNoNode : found->second;
}

NodeId Document::document_element() const {
  for (NodeId n = first_child(kRoot); n.valid(); n = next_sibling(n)) {
    if (is_element(n)) return n;
  }
  return kNoNode;
}

std::string_view Document::name(Atom atom) const {
  if (atom.value < kKnownNames.size()) return kKnownNames[atom.value];
  return m_names[atom.value - kKnownNames.size()];
}

Atom Document::find_atom(std::string_view name) const {
  static auto const kKnown = known_atoms();
  if (auto const known = kKnown.find(name); known != kKnown.end()) return known->second;
  auto const found = m_atoms.find(name);
  return found == m_atoms.end() ? atom::none : found->second;
}

std::string_view Document::source_of(NodeId n) const {
  return source().substr(m_positions[n.value].offset, m_source_lengths[n.value]);
}

}  // namespace wza::web
