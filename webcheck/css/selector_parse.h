// SPDX-License-Identifier: Apache-2.0
// Text to compiled selectors (Selectors 4, sections 3 to 4 and 18; An+B: CSS Syntax 3, section 6).
// A list with an unknown pseudo-class or pseudo-element is invalid as a whole, except in the
// forgiving lists of :is() and :where(). The set of known names is that of Chromium.
#pragma once

#include "webcheck/css/tokens.h"
#include "webcheck/dom/selector.h"
#include "webcheck/dom/selector_match.h"

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::web {

namespace css {

/// The prefixes of @namespace rules; the key "" is the default namespace.
using NamespacePrefixes = std::unordered_map<std::string_view, NamespaceTest>;

struct SelectorContext {
  std::string_view source;  ///< of the tokens
  StringPool &pool;         ///< keeps what is not a view of the source
  NamespacePrefixes const *prefixes = nullptr;
  std::uint32_t nested_in = kNoList;  ///< list of the parent rule (CSS Nesting 1), for `&`
};

/// Adds a list to the store and gives its number; nothing (and nothing added) where it is invalid.
/// Deeper nesting than 16 lists or more than 256 compounds in one selector count as invalid.
std::optional<std::uint32_t> parse_selectors(TokenSpan tokens, SelectorContext const &context,
                                             SelectorStore &store);

}  // namespace css

/// A selector list by itself, for rules and queries: owns all that it needs.
class SelectorList {
 public:
  static std::optional<SelectorList> parse(std::string_view text);

  bool matches(SelectorMatcher &matcher, NodeId element) const {
    return matcher.matches_list(m_content->store, m_root, element);
  }
  std::span<ComplexSelector const> selectors() const { return m_content->store.list(m_root); }
  SelectorStore const &store() const { return m_content->store; }

 private:
  struct Content {
    std::string text;
    css::StringPool pool;
    SelectorStore store;
  };
  SelectorList() = default;
  std::unique_ptr<Content> m_content;
  std::uint32_t m_root = 0;
};

/// All elements that the list matches, in document order.
std::vector<NodeId> select_all(SelectorMatcher &matcher, SelectorList const &list);
std::vector<NodeId> select_all(Document const &document, SelectorList const &list);

}  // namespace wza::web
