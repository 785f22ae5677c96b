// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/selector_parse.h"

namespace wza::web {

std::optional<SelectorList> SelectorList::parse(std::string_view text) {
  SelectorList result;
  result.m_content = std::make_unique<Content>();
  Content &content = *result.m_content;
  content.text = text;
  auto const tokens = css::tokenize(content.text, content.pool);
  css::SelectorContext const context{content.text, content.pool};
  auto const root = css::parse_selectors(tokens, context, content.store);
  if (!root) return std::nullopt;
  result.m_root = *root;
  return result;
}

std::vector<NodeId> select_all(SelectorMatcher &matcher, SelectorList const &list) {
  std::vector<NodeId> found;
  Document const &document = matcher.document();
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    NodeId const n{i};
    if (document.is_element(n) && list.matches(matcher, n)) found.push_back(n);
  }
  return found;
}

std::vector<NodeId> select_all(Document const &document, SelectorList const &list) {
  SelectorMatcher matcher(document);
  return select_all(matcher, list);
}

}  // namespace wza::web
