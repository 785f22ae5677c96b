// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/tokens.h"

#include "webcheck/css/characters.h"

#include <cmath>
#include <cstdlib>

namespace wza::web::css {
namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view source, StringPool &pool) : m_source(source), m_pool(pool) {
    m_tokens.reserve(source.size() / 3 + 16);
  }

  std::vector<Token> run() {
    while (m_at < m_source.size())
      consume();
    link_blocks(m_tokens);
    return std::move(m_tokens);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
  }
  bool at_end(std::size_t ahead = 0) const { return m_at + ahead >= m_source.size(); }
  static bool newline(char c) { return c == '\n' || c == '\r' || c == '\f'; }

  // Section 4.3.8: two code points are a valid escape.
  bool escape_at(std::size_t ahead) const {
    return peek(ahead) == '\\' && !newline(peek(ahead + 1)) && !at_end(ahead);
  }
  // Section 4.3.9: three code points would start an identifier.
  bool ident_at(std::size_t ahead = 0) const {
    if (at_end(ahead)) return false;
    char const c = peek(ahead);
    if (c == '-') {
      return (!at_end(ahead + 1) && (has(peek(ahead + 1), kNameStart) || peek(ahead + 1) == '-')) ||
             escape_at(ahead + 1);
    }
    return has(c, kNameStart) || escape_at(ahead);
  }
  // Section 4.3.10: three code points would start a number.
  bool number_at() const {
    std::size_t const sign = peek() == '+' || peek() == '-' ? 1 : 0;
    if (has(peek(sign), kDigit)) return true;
    return peek(sign) == '.' && has(peek(sign + 1), kDigit);
  }

  // Section 4.3.7, the reverse solidus being consumed.
  void consume_escape(std::string &out) {
    if (at_end()) {
      append_utf8(out, 0xFFFD);
      return;
    }
    if (!has(peek(), kHex)) {
      out.push_back(m_source[m_at++]);
      return;
    }
    std::uint32_t value = 0;
    for (int digits = 0; digits < 6 && has(peek(), kHex) && !at_end(); ++digits, ++m_at) {
      char const c = peek();
      auto const digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    if (peek() == '\r' && peek(1) == '\n') ++m_at;
    if (!at_end() && has(peek(), kSpace)) ++m_at;
    bool const bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
    append_utf8(out, bad ? 0xFFFD : value);
  }

  // Section 4.3.11. A view of the source where nothing is escaped.
  std::string_view consume_name() {
    std::size_t const start = m_at;
    while (m_at < m_source.size() && has(m_source[m_at], kName))
      ++m_at;
    if (!escape_at(0)) return m_source.substr(start, m_at - start);
    std::string &out = m_pool.emplace_back(m_source.substr(start, m_at - start));
    while (m_at < m_source.size()) {
      if (has(m_source[m_at], kName)) {
        out.push_back(m_source[m_at++]);
      } else if (escape_at(0)) {
        ++m_at;
        consume_escape(out);
      } else {
        break;
      }
    }
    return out;
  }

  Token &push(TokenKind kind, std::size_t start) {
    Token &token = m_tokens.emplace_back();
    token.kind = kind;
    token.begin = static_cast<std::uint32_t>(start);
    token.end = static_cast<std::uint32_t>(m_at);
    return token;
  }
  void single(TokenKind kind) {
    ++m_at;
    push(kind, m_at - 1);
  }
  void delim() {
    ++m_at;
    push(TokenKind::delim, m_at - 1).text = m_source.substr(m_at - 1, 1);
  }

  // Section 4.3.3 and 4.3.12.
  void consume_numeric() {
    std::size_t const start = m_at;
    bool integer = true;
    if (peek() == '+' || peek() == '-') ++m_at;
    while (has(peek(), kDigit))
      ++m_at;
    if (peek() == '.' && has(peek(1), kDigit)) {
      integer = false;
      for (m_at += 2; has(peek(), kDigit);)
        ++m_at;
    }
    if ((peek() | 0x20) == 'e') {
      std::size_t const sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (has(peek(sign), kDigit)) {
        integer = false;
        for (m_at += sign + 1; has(peek(), kDigit);)
          ++m_at;
      }
    }
    double const value = number_of(m_source.substr(start, m_at - start));
    if (ident_at()) {
      std::string_view const unit = consume_name();
      Token &token = push(TokenKind::dimension, start);
      token.text = unit;
      token.number = value;
      token.is_integer = integer;
      return;
    }
    bool const percent = peek() == '%';
    if (percent) ++m_at;
    Token &token = push(percent ? TokenKind::percentage : TokenKind::number, start);
    token.number = value;
    token.is_integer = integer;
  }

  static double number_of(std::string_view digits) {
    bool const negative = digits.front() == '-';
    if (digits.front() == '-' || digits.front() == '+') digits.remove_prefix(1);
    double value = 0;
    std::size_t i = 0;
    for (; i < digits.size() && has(digits[i], kDigit); ++i)
      value = value * 10 + (digits[i] - '0');
    if (i < digits.size() && digits[i] == '.') {
      double scale = 1, fraction = 0;
      std::size_t const places = i + 17;
      for (++i; i < digits.size() && has(digits[i], kDigit); ++i) {
        if (i > places) continue;
        fraction = fraction * 10 + (digits[i] - '0');
        scale *= 10;
      }
      value += fraction / scale;
    }
    if (i < digits.size()) {
      bool const down = digits[i + 1] == '-';
      int exponent = 0;
      for (i += digits[i + 1] == '-' || digits[i + 1] == '+' ? 2 : 1; i < digits.size(); ++i) {
        exponent = std::min(exponent * 10 + (digits[i] - '0'), 400);
      }
      value *= std::pow(10.0, down ? -exponent : exponent);
    }
    // CSS Values 4, section 5.1: out of range is clamped, never infinite.
    value = std::min(value, 1e30);
    return negative ? -value : value;
  }

  // Section 4.3.5.
  void consume_string() {
    std::size_t const start = m_at;
    char const quote = m_source[m_at++];
    std::size_t const inner = m_at;
    while (m_at < m_source.size()) {
      char const c = m_source[m_at];
      if (c == quote) {
        ++m_at;
        push(TokenKind::string, start).text = m_source.substr(inner, m_at - 1 - inner);
        return;
      }
      if (newline(c)) {
        push(TokenKind::bad_string, start);
        return;
      }
      if (c == '\\') return consume_escaped_string(start, inner, quote);
      ++m_at;
    }
    push(TokenKind::string, start).text = m_source.substr(inner);
  }
  void consume_escaped_string(std::size_t start, std::size_t inner, char quote) {
    std::string &out = m_pool.emplace_back(m_source.substr(inner, m_at - inner));
    while (m_at < m_source.size()) {
      char const c = m_source[m_at];
      if (c == quote) {
        ++m_at;
        break;
      }
      if (newline(c)) {
        push(TokenKind::bad_string, start);
        return;
      }
      ++m_at;
      if (c != '\\') {
        out.push_back(c);
      } else if (at_end()) {
        break;
      } else if (newline(peek())) {
        if (peek() == '\r' && peek(1) == '\n') ++m_at;
        ++m_at;
      } else {
        consume_escape(out);
      }
    }
    push(TokenKind::string, start).text = out;
  }

  // Section 4.3.4.
  void consume_ident_like() {
    std::size_t const start = m_at;
    std::string_view const name = consume_name();
    if (peek() != '(' || at_end()) {
      push(TokenKind::ident, start).text = name;
      return;
    }
    ++m_at;
    if (equals_lower(name, "url")) {
      std::size_t first = 0;
      while (!at_end(first) && has(peek(first), kSpace))
        ++first;
      if (peek(first) != '"' && peek(first) != '\'') return consume_url(start);
    }
    push(TokenKind::function, start).text = name;
  }

  // Section 4.3.6.
  void consume_url(std::size_t start) {
    while (!at_end() && has(peek(), kSpace))
      ++m_at;
    std::string out;
    std::size_t const inner = m_at;
    bool escaped = false;
    while (true) {
      std::size_t const here = m_at;
      if (!at_end() && has(peek(), kSpace)) {
        while (!at_end() && has(peek(), kSpace))
          ++m_at;
        if (!at_end() && peek() != ')') return consume_bad_url(start);
      }
      if (at_end() || peek() == ')') {
        std::string_view const plain = m_source.substr(inner, here - inner);
        if (!at_end()) ++m_at;
        std::string_view const text =
            escaped ? std::string_view(m_pool.emplace_back(std::move(out))) : plain;
        push(TokenKind::url, start).text = text;
        return;
      }
      char const c = peek();
      auto const byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\'' || c == '(' || byte < 9 || byte == 11 || byte == 0x7F ||
          (byte > 13 && byte < 32)) {
        return consume_bad_url(start);
      }
      if (c == '\\') {
        if (!escape_at(0)) return consume_bad_url(start);
        if (!escaped) out.assign(m_source.substr(inner, m_at - inner));
        escaped = true;
        ++m_at;
        consume_escape(out);
        continue;
      }
      if (escaped) out.push_back(c);
      ++m_at;
    }
  }
  // Section 4.3.14.
  void consume_bad_url(std::size_t start) {
    for (; m_at < m_source.size() && peek() != ')'; ++m_at) {
      if (escape_at(0) && !at_end(1)) ++m_at;
    }
    if (m_at < m_source.size()) ++m_at;
    push(TokenKind::bad_url, start);
  }

  // Section 4.3.1.
  void consume() {
    char const c = m_source[m_at];
    if (has(c, kSpace)) {
      std::size_t const start = m_at;
      while (m_at < m_source.size() && has(m_source[m_at], kSpace))
        ++m_at;
      push(TokenKind::whitespace, start);
      return;
    }
    if (has(c, kNameStart)) return consume_ident_like();
    if (has(c, kDigit)) return consume_numeric();
    switch (c) {
      case '/':
        if (peek(1) != '*') return delim();
        m_at = m_source.find("*/", m_at + 2);
        m_at = m_at == std::string_view::npos ? m_source.size() : m_at + 2;
        return;
      case '"':
      case '\'':
        return consume_string();
      case '#':
        if (!at_end(1) && (has(peek(1), kName) || escape_at(1))) {
          std::size_t const start = m_at++;
          bool const id = ident_at();
          std::string_view const name = consume_name();
          Token &token = push(TokenKind::hash, start);
          token.text = name;
          token.is_id = id;
          return;
        }
        return delim();
      case '(':
        return single(TokenKind::open_paren);
      case ')':
        return single(TokenKind::close_paren);
      case '[':
        return single(TokenKind::open_square);
      case ']':
        return single(TokenKind::close_square);
      case '{':
        return single(TokenKind::open_curly);
      case '}':
        return single(TokenKind::close_curly);
      case ',':
        return single(TokenKind::comma);
      case ':':
        return single(TokenKind::colon);
      case ';':
        return single(TokenKind::semicolon);
      case '+':
      case '.':
        return number_at() ? consume_numeric() : delim();
      case '-':
        if (number_at()) return consume_numeric();
        if (m_source.substr(m_at, 3) == "-->") {
          m_at += 3;
          push(TokenKind::cdc, m_at - 3);
          return;
        }
        return ident_at() ? consume_ident_like() : delim();
      case '<':
        if (m_source.substr(m_at, 4) == "<!--") {
          m_at += 4;
          push(TokenKind::cdo, m_at - 4);
          return;
        }
        return delim();
      case '@':
        if (ident_at(1)) {
          std::size_t const start = m_at++;
          std::string_view const name = consume_name();
          push(TokenKind::at_keyword, start).text = name;
          return;
        }
        return delim();
      case '\\':
        return escape_at(0) ? consume_ident_like() : delim();
      default:
        return delim();
    }
  }

  std::string_view m_source;
  StringPool &m_pool;
  std::vector<Token> m_tokens;
  std::size_t m_at = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view source, StringPool &pool) {
  return Tokenizer(source, pool).run();
}

}  // namespace wza::web::css
