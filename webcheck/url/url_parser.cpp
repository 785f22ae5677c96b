// SPDX-License-Identifier: Apache-2.0
// The parser's loop, and its states up to the authority.
#include "webcheck/url/url_parser.h"

#include <utility>

namespace wza::web {
namespace {

/// The input without outer controls and blanks, and without any tab or line end.
std::string cleaned(std::string_view input) {
  auto outer = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!input.empty() && outer(input.front()))
    input.remove_prefix(1);
  while (!input.empty() && outer(input.back()))
    input.remove_suffix(1);
  std::string out = with_replacements(input);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

}  // namespace

UrlParser::UrlParser(std::string_view input, Url const *base)
    : m_input(cleaned(input)), m_base(base) {}

std::optional<Url> UrlParser::run() {
  State state = &UrlParser::scheme_start;
  for (m_at = 0;; ++m_at) {
    m_state = nullptr;
    (this->*state)(current());
    if (m_failed) return std::nullopt;
    if (m_state != nullptr) state = m_state;
    if (m_at >= static_cast<std::ptrdiff_t>(m_input.size())) break;
  }
  return m_url;
}

void UrlParser::scheme_start(int c) {
  if (is_ascii_alpha(c)) {
    m_buffer += static_cast<char>(c | 0x20);
    go(&UrlParser::scheme);
  } else {
    go_back(&UrlParser::no_scheme);
  }
}

void UrlParser::scheme(int c) {
  if (is_ascii_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.') {
    m_buffer += is_ascii_alpha(c) ? static_cast<char>(c | 0x20) : static_cast<char>(c);
    return;
  }
  if (c != ':') {
    m_buffer.clear();
    m_at = -1;
    go(&UrlParser::no_scheme);
    return;
  }
  m_url.m_scheme = std::move(m_buffer);
  m_buffer.clear();
  if (m_url.m_scheme == "file") {
    go(&UrlParser::file);
  } else if (special() && m_base != nullptr && m_base->m_scheme == m_url.m_scheme) {
    go(&UrlParser::special_relative_or_authority);
  } else if (special()) {
    go(&UrlParser::special_authority_slashes);
  } else if (next_is('/')) {
    ++m_at;
    go(&UrlParser::path_or_authority);
  } else {
    m_url.m_opaque = true;
    go(&UrlParser::opaque_path);
  }
}

void UrlParser::no_scheme(int c) {
  if (m_base == nullptr || (m_base->m_opaque && c != '#')) {
    fail();
  } else if (m_base->m_opaque) {
    m_url.m_scheme = m_base->m_scheme;
    copy_path();
    start_fragment();
  } else if (m_base->m_scheme != "file") {
    go_back(&UrlParser::relative);
  } else {
    go_back(&UrlParser::file);
  }
}

void UrlParser::special_relative_or_authority(int c) {
  if (c == '/' && next_is('/')) {
    ++m_at;
    go(&UrlParser::special_authority_ignore_slashes);
  } else {
    go_back(&UrlParser::relative);
  }
}

void UrlParser::path_or_authority(int c) {
  if (c == '/') {
    go(&UrlParser::authority);
  } else {
    go_back(&UrlParser::path);
  }
}

void UrlParser::relative(int c) {
  m_url.m_scheme = m_base->m_scheme;
  if (is_slash(c)) {
    go(&UrlParser::relative_slash);
    return;
  }
  copy_authority();
  copy_path();
  if (c == '?') {
    start_query();
  } else if (c == '#') {
    start_fragment();
  } else if (c != kEof) {
    m_url.m_query.reset();
    shorten_path();
    go_back(&UrlParser::path);
  }
}

void UrlParser::relative_slash(int c) {
  if (special() && (c == '/' || c == '\\')) {
    go(&UrlParser::special_authority_ignore_slashes);
  } else if (c == '/') {
    go(&UrlParser::authority);
  } else {
    copy_authority();
    go_back(&UrlParser::path);
  }
}

void UrlParser::special_authority_slashes(int c) {
  if (c == '/' && next_is('/')) {
    ++m_at;
    go(&UrlParser::special_authority_ignore_slashes);
  } else {
    go_back(&UrlParser::special_authority_ignore_slashes);
  }
}

void UrlParser::special_authority_ignore_slashes(int c) {
  if (c != '/' && c != '\\') go_back(&UrlParser::authority);
}

std::optional<Url> Url::parse(std::string_view input, Url const *base) {
  return UrlParser(input, base).run();
}

}  // namespace wza::web
