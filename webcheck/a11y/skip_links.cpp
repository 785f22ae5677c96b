// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/skip_links.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/text/fragment.h"

#include <algorithm>
#include <string_view>

namespace wza::web {
namespace {

/// What stands behind the "#" of a link within the page; empty where it leads to the top or is an
/// address that scripts read ("#/news", "#!news").
std::string_view fragment_of(std::string_view href) {
  if (!href.starts_with('#')) return {};
  href.remove_prefix(1);
  bool const for_scripts = href.starts_with('/') || href.starts_with('!');
  return for_scripts || ascii_iequals(href, "top") ? std::string_view() : href;
}

bool leads_elsewhere(std::string_view href) {
  return !href.empty() && !href.starts_with('#') &&
         !ascii_lower(href.substr(0, 11)).starts_with("javascript:");
}

}  // namespace

SkipLinks::SkipLinks(Page const &page) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (NodeId const n : document.by_tag(atom::a)) {
    auto const href = document.attr(n, atom::href);
    if (!href || !document.is(n, atom::a) || tree.rendered(n).is_false()) continue;
    if (leads_elsewhere(trimmed(*href))) break;
    if (!fragment_of(trimmed(*href)).empty()) m_all.push_back({n});
  }
  for (SkipLink &each : m_all) {
    std::string_view const fragment = fragment_of(trimmed(*document.attr(each.link, atom::href)));
    each.target = place_in_page(page, fragment);
    each.target_exists = each.target.valid();
    bool const encoded = fragment.find('%') != std::string_view::npos;
    if (!each.target.valid() && encoded) each.target_exists = Trilean::unknown();
  }
}

SkipLink const *SkipLinks::find(NodeId link) const {
  auto const at = std::ranges::lower_bound(m_all, link, {}, &SkipLink::link);
  return at != m_all.end() && at->link == link ? &*at : nullptr;
}

}  // namespace wza::web
