// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/generated.h"

#include "db/base/text.h"

namespace wza::web::css {

Known<std::string> generated_text(TokenSpan value, Document const &document, NodeId element) {
  // `content: url(x.png) / "Ramp"`
  for (std::size_t i = 0; i < value.size(); i = next_component(value, i)) {
    if (value[i].is_delim('/')) return generated_text(value.subspan(i + 1), document, element);
  }
  std::string text;
  for (std::size_t i = 0; i < value.size(); i = next_component(value, i)) {
    Token const &token = value[i];
    if (token.is(TokenKind::whitespace)) continue;
    if (token.is(TokenKind::string)) {
      text += token.text;
    } else if (token.is_function("attr")) {
      TokenSpan const inner = trimmed(block_content(value, i));
      if (inner.size() != 1 || !inner[0].is(TokenKind::ident)) return Known<std::string>::unknown();
      Atom const name = document.find_atom(ascii_lower(inner[0].text));
      if (name != atom::none) text += document.attr_or_empty(element, name);
    } else if (token.is_ident("open-quote")) {
      text += "\xE2\x80\x9C";
    } else if (token.is_ident("close-quote")) {
      text += "\xE2\x80\x9D";
    } else if (!token.is_ident("no-open-quote") && !token.is_ident("no-close-quote")) {
      return Known<std::string>::unknown();
    }
  }
  return text;
}

}  // namespace wza::web::css
