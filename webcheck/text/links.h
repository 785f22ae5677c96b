// SPDX-License-Identifier: Apache-2.0
// The links of a page as those who look at it meet them: what they say, where they lead, and in
// which block (list, table, section) they stand together. One pass over the page, kept with it.
#pragma once

#include "webcheck/page.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace wza::web {

/// One <a> with href that is not hidden for sure.
struct Link {
  NodeId node;
  NodeId block;              ///< block_of() it
  std::string_view address;  ///< href, trimmed
  std::string text;          ///< of its text nodes, folded; at most Links::kMaxText bytes
  bool has_graphic = false;  ///< holds an image or drawing, or an empty element as icon fonts use
  Trilean shown = true;      ///< seen, and not kept from assistive technology

  /// True for href="javascript:…".
  bool is_script() const;
};

/// page.facts<Links>(): in document order.
class Links {
 public:
  static constexpr std::size_t kMaxText = 160;

  explicit Links(Page const &page);
  std::span<Link const> all() const { return m_links; }
  /// The link of that element; nullptr if it is none.
  Link const *find(NodeId n) const;

 private:
  std::vector<Link> m_links;
};

/// The list, table, section, landmark or form next around an element; some <div> around it where
/// that lies far above.
NodeId block_of(Document const &document, NodeId n);

/// For advice that would repeat itself link after link: lets one through for each block.
class OncePerBlock {
 public:
  /// True the first time.
  bool first(NodeId block) { return m_seen.insert(block.value).second; }

 private:
  std::unordered_set<std::uint32_t> m_seen;
};

/// The heading of the column to which a link belongs: a heading, or an element whose class says
/// title, beside it or beside what holds it. Empty where none stands near.
std::string column_title(Page const &page, NodeId link);

}  // namespace wza::web
