// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/selector_arguments.h"

#include "db/base/text.h"

#include <algorithm>

namespace wza::web::css {

bool parse_an_plus_b(std::string_view text, std::int32_t &a, std::int32_t &b) {
  text = wza::trimmed(text);
  std::size_t at = 0;
  auto skip = [&] {
    while (at < text.size() && std::string_view(" \t\n\r\f").find(text[at]) != text.npos)
      ++at;
  };
  auto digits = [&](std::int32_t &out) {
    std::size_t const start = at;
    std::int32_t value = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      value = std::min(value, 100'000'000) * 10 + (text[at] - '0');
    }
    out = value;
    return at > start;
  };
  if (equals_lower(text, "odd")) return a = 2, b = 1, true;
  if (equals_lower(text, "even")) return a = 2, b = 0, true;
  std::int32_t sign = 1, first = 0;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) sign = text[at++] == '-' ? -1 : 1;
  bool const numbered = digits(first);
  if (at == text.size()) return a = 0, b = sign * first, numbered;
  if (text[at] != 'n' && text[at] != 'N') return false;
  ++at;
  a = numbered ? sign * first : sign;
  b = 0;
  skip();
  if (at == text.size()) return true;
  if (text[at] != '+' && text[at] != '-') return false;
  sign = text[at++] == '-' ? -1 : 1;
  skip();
  std::int32_t second = 0;
  if (!digits(second) || at != text.size()) return false;
  b = sign * second;
  return true;
}

bool skip_space(TokenSpan tokens, std::size_t &at) {
  if (at >= tokens.size() || !tokens[at].is(TokenKind::whitespace)) return false;
  ++at;
  return true;
}

bool explicit_combinator(TokenSpan tokens, std::size_t &at, Combinator &out) {
  if (at >= tokens.size() || !tokens[at].is(TokenKind::delim)) return false;
  switch (tokens[at].text.front()) {
    case '>':
      out = Combinator::child;
      break;
    case '+':
      out = Combinator::next_sibling;
      break;
    case '~':
      out = Combinator::later_sibling;
      break;
    default:
      return false;
  }
  ++at;
  return true;
}

bool parse_attribute_test(TokenSpan tokens, SimpleSelector &simple) {
  std::size_t at = 0;
  skip_space(tokens, at);
  if (at == tokens.size()) return true;
  switch (tokens[at].is(TokenKind::delim) ? tokens[at].text.front() : '\0') {
    case '=':
      simple.match = AttributeMatch::equals;
      break;
    case '~':
      simple.match = AttributeMatch::word;
      break;
    case '|':
      simple.match = AttributeMatch::dash;
      break;
    case '^':
      simple.match = AttributeMatch::prefix;
      break;
    case '$':
      simple.match = AttributeMatch::suffix;
      break;
    case '*':
      simple.match = AttributeMatch::substring;
      break;
    default:
      return false;
  }
  ++at;
  if (simple.match != AttributeMatch::equals) {
    if (at >= tokens.size() || !tokens[at++].is_delim('=')) return false;
  }
  skip_space(tokens, at);
  if (at >= tokens.size()) return false;
  if (!tokens[at].is(TokenKind::ident) && !tokens[at].is(TokenKind::string)) return false;
  simple.value = tokens[at++].text;
  skip_space(tokens, at);
  if (at == tokens.size()) return true;
  if (tokens[at].is_ident("i")) {
    simple.letter_case = LetterCase::ignored;
  } else if (tokens[at].is_ident("s")) {
    simple.letter_case = LetterCase::exact;
  } else {
    return false;
  }
  return at + 1 == tokens.size();
}

bool parse_language_ranges(TokenSpan argument, std::string &ranges) {
  for (TokenSpan part : split_at_commas(argument)) {
    if (part.size() != 1 || (!part[0].is(TokenKind::ident) && !part[0].is(TokenKind::string))) {
      return false;
    }
    ranges.append(part[0].text).push_back('\n');
  }
  return true;
}

}  // namespace wza::web::css
