// SPDX-License-Identifier: Apache-2.0
// What people and assistive technology get of a page, sorted by the lang attribute that holds for
// it
// ("text with the same programmatic language" of the ACT rules off6ek and ucwvc8): texts, names and
// descriptions, and the page's title. Code, addresses and lists to choose from are left out.
#pragma once

#include "webcheck/page.h"

#include <string>
#include <unordered_map>

namespace wza::web {

/// Made once a page: page.facts<SpokenTexts>().
class SpokenTexts {
 public:
  explicit SpokenTexts(Page const &page);

  /// The text whose language is that of the element's lang attribute; empty where there is none.
  std::string const &of(NodeId element) const;

 private:
  std::unordered_map<std::uint32_t, std::string> m_texts;
};

}  // namespace wza::web
