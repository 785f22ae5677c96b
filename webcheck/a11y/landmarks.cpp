// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/landmarks.h"

#include "db/base/text.h"
#include "webcheck/a11y/skip_links.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/dom/shadow.h"
#include "webcheck/text/words.h"

#include <algorithm>

namespace wza::web {
namespace {

bool is_landmark(Role role) {
  static std::vector<bool> const kAnswers = [] {
    std::vector<bool> answers(all_roles().size());
    for (RoleInfo const &row : all_roles()) {
      answers[static_cast<std::size_t>(row.role)] =
          is_concrete(row.role) && is_a(row.role, Role::landmark);
    }
    return answers;
  }();
  return kAnswers[static_cast<std::size_t>(role)];
}

/// Content in these needs no landmark: it announces itself.
bool is_live_or_dialog(Document const &document, NodeId n, Role role) {
  if (role == Role::alert || role == Role::log || role == Role::status || role == Role::dialog ||
      role == Role::alertdialog) {
    return true;
  }
  std::string_view const live = document.attr_or_empty(n, atom::aria_live);
  return ascii_iequals(live, "polite") || ascii_iequals(live, "assertive");
}

bool is_visual_content(Document const &document, NodeId n, Role role) {
  if (role == Role::img || role == Role::math) return true;
  for (Atom const tag : {atom::input, atom::select, atom::textarea, atom::video, atom::audio,
                         atom::object, atom::embed}) {
    if (document.is(n, tag)) return true;
  }
  return false;
}

/// An element to which a script of the page may give a shadow tree (HTML, section 4.13.3).
bool may_have_shadow_tree(Document const &document, NodeId n) {
  if (document.ns(n) != Namespace::html) return false;
  return document.tag(n).value >= atom::n_count &&
         document.tag_name(n).find('-') != std::string_view::npos;
}

constexpr float kLeastWidth = 640;
constexpr float kLeastHeight = 200;

bool is_at_most(Known<Length> const &side, float pixels) {
  return side.is_known() && !side.value().is_auto && side.value().percent == 0 &&
         side.value().px <= pixels;
}

/// Whether a frame may hold the main content of a page: not what serves scripts, advertisements,
/// players or widgets.
bool may_hold_main(Page const &page, NodeId frame) {
  Document const &document = page.dom();
  if (page.a11y().hidden(frame).is_true()) return false;
  for (Attribute const &each : document.attributes(frame)) {
    if (document.name(each.name) == "allowfullscreen") return false;
  }
  if (page.styles().empty()) return true;
  ComputedStyle const &style = page.styles()[frame];
  return !is_at_most(style.width, kLeastWidth) && !is_at_most(style.height, kLeastHeight);
}

}  // namespace

/// Walks the document once. An element that turns out to hold nothing but content outside of
/// landmarks replaces the blocks found in it.
class LandmarkFinder {
 public:
  LandmarkFinder(Page const &page, Landmarks &found)
      : m_page(page),
        m_document(page.dom()),
        m_tree(page.a11y()),
        m_skip_links(page.facts<SkipLinks>()),
        m_found(found) {}
  void find();

 private:
  struct Open {
    NodeId node;
    NodeId landmark = kNoNode;  ///< the nearest one, this element included
    std::size_t blocks_before = 0;
    bool covered = false;    ///< inside a landmark, live region or dialog
    bool has_cover = false;  ///< one of these is inside it
    bool opaque = false;     ///< a shadow tree may hold what is inside
    Trilean content = false;
    Trilean own_text = false;
  };

  /// Returns the node to go on with.
  NodeId enter(NodeId n);
  void close();

  Page const &m_page;
  Document const &m_document;
  A11yTree const &m_tree;
  SkipLinks const &m_skip_links;
  Landmarks &m_found;
  std::vector<Open> m_open;
};

void LandmarkFinder::find() {
  m_open.emplace_back().node = kRoot;
  for (NodeId n{1}; n.value < m_document.size();) {
    while (m_document.subtree_end(m_open.back().node) <= n)
      close();
    n = enter(n);
  }
  while (m_open.size() > 1)
    close();
  m_found.m_has_content = m_open.back().content;
  std::ranges::sort(m_found.m_outside, {}, &OutsideBlock::node);
}

NodeId LandmarkFinder::enter(NodeId n) {
  Open &around = m_open.back();
  if (!m_document.is_element(n)) {
    bool const says =
        m_document.kind(n) == NodeKind::text && wording_of(m_document.text(n)) != Wording::none;
    if (says) around.own_text = around.own_text || !m_tree.hidden(n);
    return m_document.subtree_end(n);
  }
  if (is_shadow_root(m_document, n)) m_found.m_has_opaque_part = true;
  if (m_tree.rendered(n).is_false()) return m_document.subtree_end(n);
  if (m_document.is(n, atom::iframe) || m_document.is(n, atom::frame)) {
    if (may_hold_main(m_page, n)) m_found.m_has_opaque_part = true;
    return m_document.subtree_end(n);
  }
  Role const role = m_tree.role(n);
  bool const aside = role == Role::button || m_skip_links.find(n) != nullptr ||
                     (m_document.ns(n) == Namespace::svg && role != Role::img);
  if (aside) return m_document.subtree_end(n);

  Open inside;
  inside.node = n;
  inside.landmark = around.landmark;
  inside.blocks_before = m_found.m_outside.size();
  inside.covered = around.covered || is_live_or_dialog(m_document, n, role);
  inside.opaque = around.opaque || may_have_shadow_tree(m_document, n);
  if (inside.opaque) m_found.m_has_opaque_part = true;
  if (Trilean const included = m_tree.included(n); is_landmark(role) && !included.is_false()) {
    m_found.m_all.push_back({n, role, included, around.landmark});
    inside.landmark = n;
    inside.covered = true;
  }
  if (is_visual_content(m_document, n, role)) inside.content = m_tree.included(n);
  m_open.push_back(inside);
  return NodeId{n.value + 1};
}

void LandmarkFinder::close() {
  Open const closed = m_open.back();
  m_open.pop_back();
  Open &around = m_open.back();
  Trilean content = closed.content || closed.own_text;
  // a landmark in a shadow tree may hold what is written here
  if (closed.opaque && content.is_true()) content = Trilean::unknown();
  around.content = around.content || content;
  if (closed.covered) {
    around.has_cover = true;
    return;
  }
  around.has_cover = around.has_cover || closed.has_cover;
  // <html> is no block: what stands beside <body> is not content
  if (m_document.is(closed.node, atom::html)) return;
  Trilean const outside = closed.has_cover ? closed.own_text && content : content;
  if (!closed.has_cover) m_found.m_outside.resize(closed.blocks_before);
  if (!outside.is_false()) m_found.m_outside.push_back({closed.node, outside});
}

Landmarks::Landmarks(Page const &page) {
  LandmarkFinder(page, *this).find();
}

Landmark const *Landmarks::find(NodeId n) const {
  auto const at = std::ranges::lower_bound(m_all, n, {}, &Landmark::node);
  return at != m_all.end() && at->node == n ? &*at : nullptr;
}

Trilean Landmarks::has(Role role) const {
  Trilean found = false;
  for (Landmark const &each : m_all) {
    if (each.role == role) found = found || each.included;
  }
  return found;
}

bool Landmarks::is_outside(NodeId n) const {
  auto const at = std::ranges::lower_bound(m_outside, n, {}, &OutsideBlock::node);
  return at != m_outside.end() && at->node == n;
}

}  // namespace wza::web
