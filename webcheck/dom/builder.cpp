// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/builder.h"

#include "webcheck/dom/shadow.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <functional>
#include <utility>

namespace wza::web {

DocumentBuilder::DocumentBuilder(std::string source) {
  m_document.m_source = std::make_unique<std::string>(std::move(source));
  m_document.m_nodes.reserve(m_document.m_source->size() / 24 + 8);
  add(NodeKind::document, {});
  m_open.push_back(kRoot);
}

NodeId DocumentBuilder::add(NodeKind kind, SourceSpan span) {
  NodeId const n{m_document.size()};
  Document::Node node;
  node.kind = kind;
  node.end = n.value + 1;
  if (!m_open.empty()) {
    node.parent = m_open.back();
    Document::Node const &up = m_document.at(node.parent);
    bool const inert = kind != NodeKind::document && up.ns == Namespace::html;
    node.in_noscript = up.in_noscript || (inert && up.tag == atom::noscript);
    node.in_template = up.in_template || (inert && up.tag == atom::template_ &&
                                          !is_shadow_root(m_document, node.parent));
  }
  m_document.m_nodes.push_back(node);
  m_document.m_positions.push_back(span.begin);
  m_document.m_source_lengths.push_back(span.bytes);
  return n;
}

NodeId DocumentBuilder::doctype(std::string_view name) {
  NodeId const n = add(NodeKind::doctype, {});
  m_document.m_nodes[n.value].text = keep(name);
  return n;
}

NodeId DocumentBuilder::open(Namespace ns, std::string_view tag, SourceSpan span, Origin origin) {
  NodeId const n = add(NodeKind::element, span);
  Document::Node &node = m_document.m_nodes[n.value];
  node.ns = ns;
  node.origin = origin;
  node.tag = intern(tag);
  node.first_attribute = static_cast<std::uint32_t>(m_document.m_attributes.size());
  m_open.push_back(n);
  return n;
}

void DocumentBuilder::attr(std::string_view name, std::string_view value) {
  NodeId const n = m_open.back();
  assert(n.value + 1 == m_document.size() && n != kRoot);
  Atom const atom = intern(name);
  std::string_view const kept = keep(value);
  m_document.m_attributes.push_back({atom, kept});
  ++m_document.m_nodes[n.value].attribute_count;
  if (atom == atom::id && !kept.empty() && m_document.is_live(n)) m_document.m_ids.emplace(kept, n);
}

NodeId DocumentBuilder::text(std::string_view content, SourceSpan span) {
  NodeId const n = add(NodeKind::text, span);
  m_document.m_nodes[n.value].text = keep(content);
  return n;
}

NodeId DocumentBuilder::comment(std::string_view content, SourceSpan span) {
  NodeId const n = add(NodeKind::comment, span);
  m_document.m_nodes[n.value].text = keep(content);
  return n;
}

void DocumentBuilder::close() {
  assert(m_open.size() > 1);
  m_document.m_nodes[m_open.back().value].end = m_document.size();
  m_open.pop_back();
}

Document DocumentBuilder::finish() && {
  while (m_open.size() > 1)
    close();
  m_document.m_nodes[0].end = m_document.size();
  make_indices();
  return std::move(m_document);
}

void DocumentBuilder::make_indices() {
  auto const names = static_cast<std::uint32_t>(kKnownNames.size() + m_document.m_names.size());
  std::vector<bool> is_aria(names, false);
  for (std::uint32_t i = 0; i < names; ++i)
    is_aria[i] = m_document.name(Atom{i}).starts_with("aria-");
  std::vector<std::pair<std::uint32_t, NodeId>> tags, attributes;
  tags.reserve(m_document.size() / 2);
  attributes.reserve(m_document.m_attributes.size());
  for (NodeId n{1}; n.value < m_document.size(); ++n.value) {
    if (!m_document.is_element(n) || !m_document.is_live(n)) continue;
    m_document.m_elements.push_back(n);
    tags.emplace_back(m_document.tag(n).value, n);
    bool aria = false;
    for (Attribute const &one : m_document.attributes(n)) {
      attributes.emplace_back(one.name.value, n);
      aria = aria || is_aria[one.name.value];
    }
    if (aria) m_document.m_with_aria.push_back(n);
  }
  m_document.m_by_tag = NodeIndex(names, tags);
  m_document.m_with_attr = NodeIndex(names, attributes);
}

Atom DocumentBuilder::intern(std::string_view name) {
  Atom const known = m_document.find_atom(name);
  if (known != atom::none || name.empty()) return known;
  std::string_view const kept = keep(name);
  Atom const fresh{static_cast<std::uint32_t>(kKnownNames.size() + m_document.m_names.size())};
  m_document.m_names.push_back(kept);
  m_document.m_atoms.emplace(kept, fresh);
  return fresh;
}

std::string_view DocumentBuilder::keep(std::string_view text) {
  if (text.empty()) return {};
  std::string_view const all = source();
  std::less_equal<char const *> const le;
  if (le(all.data(), text.data()) && le(text.data() + text.size(), all.data() + all.size())) {
    return text;
  }
  if (text.size() > m_arena_size - m_arena_used) {
    m_arena_size = std::max<std::size_t>(text.size(), 16 * 1024);
    m_arena_used = 0;
    m_document.m_arena.push_back(std::make_unique<char[]>(m_arena_size));
  }
  char *const at = m_document.m_arena.back().get() + m_arena_used;
  std::memcpy(at, text.data(), text.size());
  m_arena_used += text.size();
  return {at, text.size()};
}

}  // namespace wza::web
