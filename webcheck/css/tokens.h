// SPDX-License-Identifier: Apache-2.0
// CSS Syntax 3, section 4: text to tokens. Total: any bytes are accepted. Comments are dropped.
// Deviations: U+0000 stays in names as it is; CR and FF count as newlines in place of being
// replaced beforehand (section 3.3).
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web::css {

enum class TokenKind : std::uint8_t {
  ident,
  function,
  at_keyword,
  hash,
  string,
  bad_string,
  url,
  bad_url,
  delim,
  number,
  percentage,
  dimension,
  whitespace,
  cdo,
  cdc,
  colon,
  semicolon,
  comma,
  open_square,
  close_square,
  open_paren,
  close_paren,
  open_curly,
  close_curly,
};

struct Token {
  TokenKind kind{};
  bool is_id = false;                ///< hash: its name is an identifier
  bool is_integer = false;           ///< number, dimension
  std::uint32_t begin = 0, end = 0;  ///< bytes in the source
  /// For ( [ { and functions: the number of tokens to the closing one, which may lie behind the
  /// last token where the block is not closed. 0 for all others.
  std::uint32_t to_close = 0;
  double number = 0;
  /// Name, string, URL, unit or the delimiter; escapes resolved.
  std::string_view text;

  bool is(TokenKind k) const { return kind == k; }
  bool is_delim(char c) const { return kind == TokenKind::delim && text.front() == c; }
  /// True for an identifier, compared without ASCII case; `lower` must be in lower case.
  bool is_ident(std::string_view lower) const;
  bool is_function(std::string_view lower) const;
};
using TokenSpan = std::span<Token const>;

/// Keeps the names that had escapes, so that they do not equal their source text.
using StringPool = std::deque<std::string>;

/// The tokens of `source`, which must outlive them together with `pool`.
std::vector<Token> tokenize(std::string_view source, StringPool &pool);

/// Sets `to_close` of all tokens anew, after tokens were put together from several places.
void link_blocks(std::vector<Token> &tokens);

/// Index behind the component value at `i` (CSS Syntax 3, section 5.4.7).
inline std::size_t next_component(TokenSpan tokens, std::size_t i) {
  std::size_t const next = i + tokens[i].to_close + 1;
  return next < tokens.size() ? next : tokens.size();
}
/// What stands inside the block or function at `i`.
inline TokenSpan block_content(TokenSpan tokens, std::size_t i) {
  std::size_t const close = i + tokens[i].to_close;
  return tokens.subspan(i + 1, (close < tokens.size() ? close : tokens.size()) - i - 1);
}
/// Without white space at both ends.
TokenSpan trimmed(TokenSpan tokens);
/// Splits at commas that stand in no block; each part trimmed. One empty part for no tokens.
std::vector<TokenSpan> split_at_commas(TokenSpan tokens);
/// The source text from the first to the last token.
std::string_view source_text(std::string_view source, TokenSpan tokens);

/// ASCII letters compared without case; `lower` must be in lower case.
bool equals_lower(std::string_view text, std::string_view lower);

}  // namespace wza::web::css
