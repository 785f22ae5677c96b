// SPDX-License-Identifier: Apache-2.0
// The links of a page with their names, for the rules that compare them: come by once a page.
// ACT b20e66, fd3a94, aizyf1, 5effbb: HTML and SVG elements with the role of a link, or one that
// inherits from it, in the accessibility tree, whose name is not empty. A name of icon font
// characters alone is left to link-has-name.
#pragma once

#include "webcheck/a11y/name.h"
#include "webcheck/page.h"
#include "webcheck/rules/targets.h"
#include "webcheck/rules/terse_text.h"
#include "webcheck/url/url.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

struct NamedLink {
  NodeId node;
  Trilean included;
  std::string name;
  std::string_view address;  ///< as written, trimmed; may be empty
  bool plain = false;        ///< whether the address alone tells where it leads: no code has a say
};

struct NamedLinks {
  explicit NamedLinks(Page const &page) {
    Document const &document = page.dom();
    A11yTree const &tree = page.a11y();
    each_of_roles(
        page, [](Role role) { return is_a(role, Role::link); },
        [&](NodeId n) {
          if (tree.included(n).is_false()) return;
          Name name = accessible_name(tree, n);
          if (name.text.empty() || is_icons(name.text)) return;
          NamedLink link{n, tree.included(n) && name.present, std::move(name.text), {}, false};
          auto const href = href_of(document, n);
          if (href) link.address = trimmed(*href);
          link.plain = href && !document.has_attr(n, atom::onclick) && is_address(link.address);
          all.push_back(std::move(link));
        });
    std::ranges::sort(all, {}, &NamedLink::node);
  }

  std::vector<NamedLink> all;  ///< in document order

 private:
  static std::optional<std::string_view> href_of(Document const &document, NodeId n) {
    auto const href = document.attr(n, atom::href);
    return href || document.ns(n) == Namespace::html ? href : document.attr(n, atom::xlink_href);
  }
  /// False for what only a script makes a link of.
  static bool is_address(std::string_view address) {
    return address != "#" && !ascii_iequals(address.substr(0, 11), "javascript:");
  }
};

/// Makes addresses of a page comparable. The address of the page itself may be no URL (a file).
class Addresses {
 public:
  explicit Addresses(Page const &page) : m_base(Url::parse(page.url())) {
    for (NodeId const base : page.dom().by_tag(atom::base)) {
      auto const href = page.dom().attr(base, atom::href);
      if (!href) continue;
      auto const url = Url::parse(trimmed(*href), m_base ? &*m_base : nullptr);
      if (url) m_base = url;
      return;
    }
  }

  /// Equal for addresses that are the same resource for sure: the URL with its fragment,
  /// serialised; what is no URL as it is written.
  std::string key(std::string_view address) const {
    auto const url = Url::parse(address, m_base ? &*m_base : nullptr);
    return url ? url->href() : std::string(address);
  }

 private:
  std::optional<Url> m_base;
};

}  // namespace wza::web
