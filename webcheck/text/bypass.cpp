// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/bypass.h"

#include "webcheck/a11y/scripted.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/text/fragment.h"
#include "webcheck/text/outline.h"
#include "webcheck/text/sight.h"

#include <algorithm>
#include <vector>

namespace wza::web {
namespace {

/// Less fresh text than this may be a date or a counter.
constexpr std::uint32_t kMinLetters = 20;

/// The pieces of a page, held against the other pages.
class Comparison {
 public:
  explicit Comparison(Page const &page) : m_pieces(content_pieces(page)) {
    auto const &pages = page.surroundings().pages;
    Trilean after = false;
    for (ContentPiece const &piece : m_pieces) {
      Trilean const repeated = is_repeated(piece, pages);
      m_fresh.push_back(piece.perceivable && !repeated && after);
      after = after || (repeated && piece.perceivable);
    }
  }

  Trilean any_fresh() const {
    std::uint32_t sure = 0;
    bool maybe = false;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
      if (m_fresh[i].is_true()) sure += m_pieces[i].letters;
      maybe = maybe || !m_fresh[i].is_false();
    }
    if (sure >= kMinLetters) return true;
    return maybe ? Trilean::unknown() : Trilean(false);
  }

  /// Whether anything from `from` to before `end` is fresh.
  Trilean has_fresh(NodeId from, NodeId end) const {
    Trilean any = false;
    for (std::size_t i = first(from); i < m_pieces.size() && m_pieces[i].node < end; ++i)
      any = any || m_fresh[i];
    return any;
  }

  /// Whether the first content from `from` to before `end` is fresh.
  Trilean begins_fresh(NodeId from, NodeId end) const {
    bool may_be = false;
    bool may_not_be = false;
    bool sure = false;
    for (std::size_t i = first(from); !sure && i < m_pieces.size() && m_pieces[i].node < end; ++i) {
      // A piece that may not be there at all is passed over in the reading in which it is not.
      sure = m_pieces[i].perceivable.is_true();
      may_be = may_be || !m_fresh[i].is_false();
      may_not_be = may_not_be || (sure ? !m_fresh[i].is_true() : m_fresh[i].is_false());
    }
    if (!may_be) return false;
    return may_not_be || !sure ? Trilean::unknown() : Trilean(true);
  }

 private:
  static Trilean is_repeated(ContentPiece const &piece, std::vector<PageOutline> const &pages) {
    auto const has = [&](PageOutline const &page) {
      return std::ranges::binary_search(page.pieces, piece.fingerprint);
    };
    auto const found = static_cast<std::size_t>(std::ranges::count_if(pages, has));
    if (found == 0) return false;
    return piece.letters >= 2 && 2 * found > pages.size() ? Trilean(true) : Trilean::unknown();
  }

  std::size_t first(NodeId from) const {
    auto const at = std::ranges::lower_bound(m_pieces, from, {}, &ContentPiece::node);
    return static_cast<std::size_t>(at - m_pieces.begin());
  }

  std::vector<ContentPiece> m_pieces;
  std::vector<Trilean> m_fresh;
};

Trilean heading_way(Page const &page, Comparison const &content) {
  Document const &dom = page.dom();
  A11yTree const &tree = page.a11y();
  std::vector<Trilean> seen;
  Trilean way = false;
  for (NodeId const n : tree.by_role(Role::heading)) {
    if (seen.empty()) seen = in_sight(tree);
    way = way || (content.has_fresh(n, dom.subtree_end(n)) && tree.included(n) && seen[n.value]);
  }
  return way;
}

Trilean landmark_way(Page const &page, Comparison const &content) {
  Document const &dom = page.dom();
  Trilean way = false;
  for (NodeId const n : dom.elements()) {
    if (!is_a(page.a11y().role(n), Role::landmark)) continue;
    way = way || (content.begins_fresh(n, dom.subtree_end(n)) && page.a11y().included(n));
  }
  return way;
}

Trilean link_way(Page const &page, Comparison const &content) {
  Document const &dom = page.dom();
  Trilean way = false;
  for (Atom const tag : {atom::a, atom::area}) {
    for (NodeId const n : dom.by_tag(tag)) {
      NodeId const target = fragment_target(page, n);
      if (!target.valid() || !dom.is(n, tag)) continue;
      way = way || (content.begins_fresh(target, NodeId{dom.size()}) && page.a11y().visible(n));
    }
  }
  return way;
}

bool script_way(Page const &page) {
  Document const &dom = page.dom();
  bool const scripts = has_script(dom);
  for (NodeId const n : dom.elements()) {
    if (page.a11y().rendered(n).is_false()) continue;
    // What folds without a script: details, and the check box whose state style sheets look at.
    if (dom.is(n, atom::details) || page.a11y().role(n) == Role::checkbox) return true;
    if (has_action_by_script(page, n) || (scripts && may_act_by_script(page, n))) return true;
  }
  return false;
}

}  // namespace

Bypass::Bypass(Page const &page) : compared(!page.surroundings().pages.empty()) {
  if (!compared) {
    fresh = by_heading = by_landmark = by_link = Trilean::unknown();
    return;
  }
  Comparison const content(page);
  fresh = content.any_fresh();
  by_heading = heading_way(page, content);
  by_landmark = landmark_way(page, content);
  by_link = link_way(page, content);
  by_script_perhaps = script_way(page);
}

bool shows_no_way(Page const &page) {
  constexpr int kMany = 10;
  Document const &dom = page.dom();
  A11yTree const &tree = page.a11y();
  int links = 0;
  for (NodeId const n : dom.elements()) {
    if (tree.rendered(n).is_false()) continue;
    Role const role = tree.role(n);
    if (role == Role::heading || is_a(role, Role::landmark)) return false;
    if (dom.is(n, atom::frame)) return false;
    if (fragment_target(page, n).valid()) return false;
    if (role == Role::link) ++links;
  }
  return links >= kMany;
}

}  // namespace wza::web
