// SPDX-License-Identifier: Apache-2.0
// The basic URL parser (WHATWG URL, section 4.4) without state overrides. The states have the
// standard's names. It runs over bytes: all delimiters are ASCII, all other bytes are encoded.
#include "webcheck/url/host.h"
#include "webcheck/url/percent.h"
#include "webcheck/url/segments.h"
#include "webcheck/url/url.h"

#include <algorithm>
#include <cstddef>

namespace wza::web {
namespace {

bool is_digit(int c) {
  return c >= '0' && c <= '9';
}
constexpr int kEof = -1;

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

class UrlParser {
 public:
  UrlParser(std::string_view input, Url const *base) : m_input(cleaned(input)), m_base(base) {}

  std::optional<Url> run() {
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

 private:
  using State = void (UrlParser::*)(int);

  int current() const {
    return m_at < static_cast<std::ptrdiff_t>(m_input.size())
               ? static_cast<unsigned char>(m_input[static_cast<std::size_t>(m_at)])
               : kEof;
  }
  /// From the pointer on, and behind it.
  std::string_view rest() const {
    return std::string_view(m_input).substr(
        std::min(static_cast<std::size_t>(m_at), m_input.size()));
  }
  bool next_is(char c) const { return rest().size() > 1 && rest()[1] == c; }
  void fail() { m_failed = true; }
  void go(State state) { m_state = state; }
  void go_back(State state) {
    m_state = state;
    --m_at;
  }
  bool special() const { return m_url.is_special(); }
  bool is_slash(int c) const { return c == '/' || (special() && c == '\\'); }
  bool ends_authority(int c) const { return c == kEof || c == '?' || c == '#' || is_slash(c); }
  void encode(std::string &out, int c, EncodeSet set) const {
    append_encoded(out, static_cast<unsigned char>(c), set);
  }
  void start_query() {
    m_url.m_query = "";
    go(&UrlParser::query);
  }
  void start_fragment() {
    m_url.m_fragment = "";
    go(&UrlParser::fragment);
  }
  void copy_authority() {
    m_url.m_username = m_base->m_username;
    m_url.m_password = m_base->m_password;
    m_url.m_host = m_base->m_host;
    m_url.m_port = m_base->m_port;
  }
  void copy_path() {
    m_url.m_opaque = m_base->m_opaque;
    m_url.m_opaque_path = m_base->m_opaque_path;
    m_url.m_segments = m_base->m_segments;
    m_url.m_query = m_base->m_query;
  }
  void shorten_path() {
    auto &path = m_url.m_segments;
    if (m_url.m_scheme == "file" && path.size() == 1 && is_normalized_drive_letter(path[0])) return;
    if (!path.empty()) path.pop_back();
  }
  bool base_is_file() const { return m_base != nullptr && m_base->m_scheme == "file"; }

  void scheme_start(int c) {
    if (is_ascii_alpha(c)) {
      m_buffer += static_cast<char>(c | 0x20);
      go(&UrlParser::scheme);
    } else {
      go_back(&UrlParser::no_scheme);
    }
  }

  void scheme(int c) {
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

  void no_scheme(int c) {
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

  void special_relative_or_authority(int c) {
    if (c == '/' && next_is('/')) {
      ++m_at;
      go(&UrlParser::special_authority_ignore_slashes);
    } else {
      go_back(&UrlParser::relative);
    }
  }

  void path_or_authority(int c) {
    if (c == '/') {
      go(&UrlParser::authority);
    } else {
      go_back(&UrlParser::path);
    }
  }

  void relative(int c) {
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

  void relative_slash(int c) {
    if (special() && (c == '/' || c == '\\')) {
      go(&UrlParser::special_authority_ignore_slashes);
    } else if (c == '/') {
      go(&UrlParser::authority);
    } else {
      copy_authority();
      go_back(&UrlParser::path);
    }
  }

  void special_authority_slashes(int c) {
    if (c == '/' && next_is('/')) {
      ++m_at;
      go(&UrlParser::special_authority_ignore_slashes);
    } else {
      go_back(&UrlParser::special_authority_ignore_slashes);
    }
  }

  void special_authority_ignore_slashes(int c) {
    if (c != '/' && c != '\\') go_back(&UrlParser::authority);
  }

  void authority(int c) {
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

  bool take_host() {
    m_url.m_host = parse_host(m_buffer, special() ? HostKind::special : HostKind::opaque);
    m_buffer.clear();
    if (!m_url.m_host) fail();
    return !m_failed;
  }

  void host(int c) {
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

  void port(int c) {
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

  void file(int c) {
    m_url.m_scheme = "file";
    m_url.m_host = "";
    if (c == '/' || c == '\\') {
      go(&UrlParser::file_slash);
      return;
    }
    if (!base_is_file()) {
      go_back(&UrlParser::path);
      return;
    }
    m_url.m_host = m_base->m_host;
    copy_path();
    if (c == '?') {
      start_query();
    } else if (c == '#') {
      start_fragment();
    } else if (c != kEof) {
      m_url.m_query.reset();
      if (starts_with_drive_letter(rest())) {
        m_url.m_segments.clear();
      } else {
        shorten_path();
      }
      go_back(&UrlParser::path);
    }
  }

  void file_slash(int c) {
    if (c == '/' || c == '\\') {
      go(&UrlParser::file_host);
      return;
    }
    if (base_is_file()) {
      m_url.m_host = m_base->m_host;
      if (!starts_with_drive_letter(rest()) && !m_base->m_segments.empty() &&
          is_normalized_drive_letter(m_base->m_segments[0])) {
        m_url.m_segments.push_back(m_base->m_segments[0]);
      }
    }
    go_back(&UrlParser::path);
  }

  void file_host(int c) {
    if (c != kEof && c != '/' && c != '\\' && c != '?' && c != '#') {
      m_buffer += static_cast<char>(c);
      return;
    }
    if (is_windows_drive_letter(m_buffer)) {
      go_back(&UrlParser::path);  // the buffer is kept: it is the first segment
      return;
    }
    if (m_buffer.empty()) {
      m_url.m_host = "";
    } else {
      if (!take_host()) return;
      if (m_url.m_host == "localhost") m_url.m_host = "";
    }
    go_back(&UrlParser::path_start);
  }

  void path_start(int c) {
    if (special()) {
      go(&UrlParser::path);
      if (!is_slash(c)) --m_at;
    } else if (c == '?') {
      start_query();
    } else if (c == '#') {
      start_fragment();
    } else if (c != kEof) {
      go(&UrlParser::path);
      if (c != '/') --m_at;
    }
  }

  void path(int c) {
    if (!ends_authority(c)) {
      encode(m_buffer, c, EncodeSet::path);
      return;
    }
    auto &segments = m_url.m_segments;
    if (is_double_dot(m_buffer)) {
      shorten_path();
      if (!is_slash(c)) segments.emplace_back();
    } else if (is_single_dot(m_buffer)) {
      if (!is_slash(c)) segments.emplace_back();
    } else {
      if (m_url.m_scheme == "file" && segments.empty() && is_windows_drive_letter(m_buffer)) {
        m_buffer[1] = ':';
      }
      segments.push_back(m_buffer);
    }
    m_buffer.clear();
    if (c == '?') start_query();
    if (c == '#') start_fragment();
  }

  void opaque_path(int c) {
    if (c == '?') {
      start_query();
    } else if (c == '#') {
      start_fragment();
    } else if (c == ' ') {
      m_url.m_opaque_path += next_is('?') || next_is('#') ? "%20" : " ";
    } else if (c != kEof) {
      encode(m_url.m_opaque_path, c, EncodeSet::c0_control);
    }
  }

  void query(int c) {
    if (c == '#') {
      start_fragment();
    } else if (c != kEof) {
      encode(*m_url.m_query, c, special() ? EncodeSet::special_query : EncodeSet::query);
    }
  }

  void fragment(int c) {
    if (c != kEof) encode(*m_url.m_fragment, c, EncodeSet::fragment);
  }

  std::string m_input;
  Url const *m_base;
  Url m_url;
  std::string m_buffer;
  std::ptrdiff_t m_at = 0;
  State m_state = nullptr;
  bool m_failed = false;
  bool m_at_sign_seen = false, m_inside_brackets = false, m_password_token_seen = false;
};

std::optional<Url> Url::parse(std::string_view input, Url const *base) {
  return UrlParser(input, base).run();
}

}  // namespace wza::web
