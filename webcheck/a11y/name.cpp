// SPDX-License-Identifier: Apache-2.0
// https://www.w3.org/TR/accname-1.2/#computation-steps. Deviation: where the display type is
// unknown, that of the user-agent style sheet decides about spaces.
#include "webcheck/a11y/name.h"

#include "db/base/ascii.h"
#include "db/base/text.h"
#include "webcheck/a11y/element.h"
#include "webcheck/a11y/kept_names.h"
#include "webcheck/a11y/name_computer.h"
#include "webcheck/dom/shadow.h"

#include <algorithm>

namespace wza::web {
namespace {

constexpr int kMaxDepth = 600;  // browsers nest elements 512 deep at most
constexpr std::size_t kMaxReferences = 8;

bool is_outside_content(Document const &document, NodeId n) {
  if (document.ns(n) != Namespace::html) return false;
  Atom const tag = document.tag(n);
  return tag == atom::script || tag == atom::style || tag == atom::noscript ||
         (tag == atom::template_ && !is_shadow_root(document, n)) || tag == atom::iframe ||
         tag == atom::frame;
}

}  // namespace

NameComputer::NameComputer(A11yTree const &tree) : m_tree(tree), m_document(tree.document()) {}

FlatText NameComputer::name(NodeId root) {
  m_wanted = root;
  return compute(root, {});
}

FlatText NameComputer::compute(NodeId n, Way way) {
  constexpr std::size_t kBytesPerStep = 256;
  std::size_t const bytes = m_document.text(n).size();
  if (m_depth >= kMaxDepth || !m_tree.spend(1 + bytes / kBytesPerStep)) return FlatText::doubt();
  if (m_document.kind(n) == NodeKind::text) return FlatText(m_document.text(n));  // 2G
  if (!m_document.is_element(n) || !m_document.is_live(n)) return {};
  if (is_outside_content(m_document, n) && !way.is_root) return {};
  if (m_document.is(n, atom::slot) && may_have_shadow_roots(m_document)) return FlatText::doubt();
  // 2A: hidden and not referenced
  Trilean const hidden = way.hidden_root ? Trilean(false) : m_tree.hidden(n);
  if (hidden.is_true() && !(way.is_root && n == m_wanted)) return {};
  ++m_depth;
  FlatText out = compute_element(n, way);
  --m_depth;
  return hidden.is_unknown() && !way.is_root ? std::move(out).doubted() : out;
}

FlatText NameComputer::compute_element(NodeId n, Way way) {
  // 2B: aria-labelledby, not followed inside such a traversal
  FlatText labelled;
  if (!way.by_reference && !way.describing) labelled = referenced(n, atom::aria_labelledby, way);
  return first_of(std::move(labelled), [&] {
    // 2C: the value of a control that stands inside a label
    if (n != m_wanted && has_embedded_value(n)) return embedded_value(n);
    // 2D: aria-label
    return first_of(attribute(n, atom::aria_label), [&] {
      // 2E: the host language's own text alternative, unless the role was taken away
      FlatText own;
      if (!is_presentational(m_tree.role(n))) own = native(n, way);
      return first_of(std::move(own), [&] {
        // 2F, 2H: the content
        FlatText inside;
        if (names_from_content(n, way)) inside = content(n, way);
        // 2I: the tooltip
        return first_of(std::move(inside),
                        [&] { return first_of(tooltip(n), [&] { return placeholder(n); }); });
      });
    });
  });
}

bool NameComputer::names_from_content(NodeId n, Way way) const {
  if (!way.is_root || way.by_reference || way.by_label) return true;
  Role const role = m_tree.role(n);
  if (info(role).name_from == NameFrom::contents) {
    // An <input> or <area> has no content, whatever its role.
    return true;
  }
  return m_tree.details_button(n);
}

FlatText NameComputer::referenced(NodeId n, Atom attribute, Way way) {
  FlatText out;
  std::string_view const ids = m_document.attr_or_empty(n, attribute);
  for (std::size_t at = ids.find_first_not_of(kHtmlSpaces); at != std::string_view::npos;) {
    std::size_t const end = std::min(ids.find_first_of(kHtmlSpaces, at), ids.size());
    NodeId const target = m_document.by_id(ids.substr(at, end - at));
    at = ids.find_first_not_of(kHtmlSpaces, end);
    if (!target.valid()) continue;
    if (m_path.size() >= kMaxReferences) return FlatText::doubt();
    if (std::ranges::find(m_path, target) != m_path.end()) continue;
    m_path.push_back(target);
    out.append(compute(target, {.by_reference = true,
                                .is_root = true,
                                .hidden_root = !m_tree.hidden(target).is_false(),
                                .describing = way.describing}));
    out.append_space();
    m_path.pop_back();
  }
  return out;
}

FlatText NameComputer::content(NodeId n, Way way) {
  way.is_root = false;
  FlatText out;
  append_generated(out, m_tree.styles().before(n));  // 2F.ii
  for (NodeId c = m_document.first_child(n); c.valid(); c = m_document.next_sibling(c)) {
    append_child(out, c, way);
  }
  append_generated(out, m_tree.styles().after(n));
  // 2F.iii: what aria-owns adds
  std::string_view const owned = m_document.attr_or_empty(n, atom::aria_owns);
  for (std::size_t at = owned.find_first_not_of(kHtmlSpaces); at != std::string_view::npos;) {
    std::size_t const end = std::min(owned.find_first_of(kHtmlSpaces, at), owned.size());
    NodeId const target = m_document.by_id(owned.substr(at, end - at));
    at = owned.find_first_not_of(kHtmlSpaces, end);
    if (!target.valid() || m_document.is_inclusive_ancestor(target, n)) continue;
    if (std::ranges::find(m_path, target) != m_path.end()) continue;
    if (m_path.size() >= kMaxReferences) return FlatText::doubt();
    m_path.push_back(target);
    append_child(out, target, way);
    m_path.pop_back();
  }
  return out;
}

void NameComputer::append_child(FlatText &out, NodeId n, Way way) {
  if (n == m_wanted && !way.is_root) return;  // a control is no part of its own label
  bool const apart = m_document.is_element(n) && stands_apart(n);
  if (apart) out.append_space();
  out.append(compute(n, way));
  if (apart) out.append_space();
}

void NameComputer::append_generated(FlatText &out, GeneratedContent const *generated) const {
  if (generated == nullptr || generated->style.display.is(Display::none).is_true()) return;
  if (generated->style.visibility.is(Visibility::hidden).is_true()) return;
  bool const apart = generated->style.display.is(Display::inline_).is_false();
  if (apart) out.append_space();
  out.append(generated->text.is_known() ? FlatText(generated->text.value()) : FlatText::doubt());
  if (apart) out.append_space();
}

bool NameComputer::stands_apart(NodeId n) const {
  if (m_document.is(n, atom::br)) return true;
  if (!m_tree.styles().empty()) {
    Known<Display> const display = m_tree.styles()[n].display;
    if (display.is_known()) {
      return display.value() != Display::inline_ && display.value() != Display::contents;
    }
  }
  return m_document.ns(n) == Namespace::html && html_element(m_document.tag(n)).flow == Flow::block;
}

namespace {

Name computed_name(A11yTree const &tree, NodeId n) {
  FlatText const text = NameComputer(tree).name(n);
  return {std::string(trimmed(text.flat())), text.present()};
}

}  // namespace

Name accessible_name(A11yTree const &tree, NodeId n) {
  A11yTree::KeptNames *const kept = tree.kept_names();
  if (kept == nullptr) return computed_name(tree, n);
  std::scoped_lock const locked(kept->lock);
  auto const [entry, fresh] = kept->by_node.try_emplace(n.value);
  if (fresh) entry->second = computed_name(tree, n);
  return entry->second;
}

}  // namespace wza::web
