// SPDX-License-Identifier: Apache-2.0
// What is asked of tokens once they are read.
#include "webcheck/css/tokens.h"

namespace wza::web::css {

bool equals_lower(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != lower[i]) return false;
  }
  return true;
}

bool Token::is_ident(std::string_view lower) const {
  return kind == TokenKind::ident && equals_lower(text, lower);
}
bool Token::is_function(std::string_view lower) const {
  return kind == TokenKind::function && equals_lower(text, lower);
}

void link_blocks(std::vector<Token> &tokens) {
  std::vector<std::pair<std::size_t, TokenKind>> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token &token = tokens[i];
    token.to_close = 0;
    switch (token.kind) {
      case TokenKind::function:
      case TokenKind::open_paren:
        open.emplace_back(i, TokenKind::close_paren);
        break;
      case TokenKind::open_square:
        open.emplace_back(i, TokenKind::close_square);
        break;
      case TokenKind::open_curly:
        open.emplace_back(i, TokenKind::close_curly);
        break;
      case TokenKind::close_paren:
      case TokenKind::close_square:
      case TokenKind::close_curly:
        // Another closing token than the awaited is an ordinary value (section 5.4.8).
        if (open.empty() || open.back().second != token.kind) break;
        tokens[open.back().first].to_close = static_cast<std::uint32_t>(i - open.back().first);
        open.pop_back();
        break;
      default:
        break;
    }
  }
  for (auto const &[at, kind] : open) {
    tokens[at].to_close = static_cast<std::uint32_t>(tokens.size() - at);
  }
}

TokenSpan trimmed(TokenSpan tokens) {
  while (!tokens.empty() && tokens.front().is(TokenKind::whitespace))
    tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().is(TokenKind::whitespace)) {
    tokens = tokens.first(tokens.size() - 1);
  }
  return tokens;
}

std::vector<TokenSpan> split_at_commas(TokenSpan tokens) {
  std::vector<TokenSpan> parts;
  std::size_t start = 0;
  for (std::size_t i = 0; i < tokens.size(); i = next_component(tokens, i)) {
    if (!tokens[i].is(TokenKind::comma)) continue;
    parts.push_back(trimmed(tokens.subspan(start, i - start)));
    start = i + 1;
  }
  parts.push_back(trimmed(tokens.subspan(start)));
  return parts;
}

std::string_view source_text(std::string_view source, TokenSpan tokens) {
  if (tokens.empty()) return {};
  return source.substr(tokens.front().begin, tokens.back().end - tokens.front().begin);
}

}  // namespace wza::web::css
