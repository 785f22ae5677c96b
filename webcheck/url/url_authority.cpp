// SPDX-License-Identifier: Apache-2.0
// The states of the authority: credentials, host, port.
#include "webcheck/url/host.h"
#include "webcheck/url/url_parser.h"

namespace wza::web {

void UrlParser::authority(int c) {
  if (c == '@') {
    if (m_at_sign_seen) m_buffer.insert(0, "%40");
    m_at_sign_seen = true;
    for (char b : m_buffer) {
      if (b == ':' && !m_password_token_seen) {
        m_password_token_seen = true;
        continue;
      }
      std::string &part = m_password_token_seen ? m_url.m_password : m_url.m_username;
      encode(part, static_cast<unsigned char>(b), EncodeSet::userinfo);
    }
    m_buffer.clear();
  } else if (ends_authority(c)) {
    if (m_at_sign_seen && m_buffer.empty()) return fail();
    m_at -= static_cast<std::ptrdiff_t>(m_buffer.size()) + 1;
    m_buffer.clear();
    go(&UrlParser::host);
  } else {
    m_buffer += static_cast<char>(c);
  }
}

bool UrlParser::take_host() {
  m_url.m_host = parse_host(m_buffer, special() ? HostKind::special : HostKind::opaque);
  m_buffer.clear();
  if (!m_url.m_host) fail();
  return !m_failed;
}

void UrlParser::host(int c) {
  if (c == ':' && !m_inside_brackets) {
    if (m_buffer.empty()) return fail();
    if (take_host()) go(&UrlParser::port);
  } else if (ends_authority(c)) {
    if (special() && m_buffer.empty()) return fail();
    if (take_host()) go_back(&UrlParser::path_start);
  } else {
    if (c == '[') m_inside_brackets = true;
    if (c == ']') m_inside_brackets = false;
    m_buffer += static_cast<char>(c);
  }
}

void UrlParser::port(int c) {
  if (is_digit(c)) {
    m_buffer += static_cast<char>(c);
    return;
  }
  if (!ends_authority(c)) return fail();
  if (!m_buffer.empty()) {
    std::uint32_t number = 0;
    for (char b : m_buffer) {
      number = number * 10 + static_cast<std::uint32_t>(b - '0');
      if (number > 65535) return fail();
    }
    auto const value = static_cast<std::uint16_t>(number);
    m_url.m_port = default_port(m_url.m_scheme) == value ? std::nullopt : std::optional(value);
    m_buffer.clear();
  }
  go_back(&UrlParser::path_start);
}

}  // namespace wza::web
