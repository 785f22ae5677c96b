// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/headings.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wza::web {
namespace {

constexpr int kAnyLevel = 1'000'000;

}  // namespace

int heading_level(Document const &document, NodeId n) {
  std::string_view const given = trimmed(document.attr_or_empty(n, atom::aria_level));
  int level = 0;
  auto const [end, error] = std::from_chars(given.data(), given.data() + given.size(), level);
  if (error == std::errc() && end == given.data() + given.size() && level > 0) return level;
  static constexpr std::array kTags{atom::h1, atom::h2, atom::h3, atom::h4, atom::h5, atom::h6};
  for (std::size_t i = 0; i < kTags.size(); ++i) {
    if (document.is(n, kTags[i])) return static_cast<int>(i) + 1;
  }
  return 2;
}

Headings::Headings(Page const &page) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  auto const frames = document.by_tag(atom::iframe);
  auto frame = frames.begin();
  int least = 0;
  int most = 0;
  for (NodeId const n : tree.by_role(Role::heading)) {
    // what stands in a frame may have headings of any level
    for (; frame != frames.end() && *frame < n; ++frame) {
      if (!tree.hidden(*frame).is_true()) most = kAnyLevel;
    }
    Trilean const included = tree.included(n);
    if (included.is_false()) continue;
    int const level = heading_level(document, n);
    m_all.push_back({n, level, included, least, most});
    least = included.is_true() ? level : std::min(least, level);
    most = included.is_true() ? level : std::max(most, level);
  }
}

Heading const *Headings::find(NodeId n) const {
  auto const at = std::ranges::lower_bound(m_all, n, {}, &Heading::node);
  return at != m_all.end() && at->node == n ? &*at : nullptr;
}

}  // namespace wza::web
