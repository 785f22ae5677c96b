// SPDX-License-Identifier: Apache-2.0
// The basic URL parser (WHATWG URL, section 4.4) without state overrides. The states have the
// standard's names. It runs over bytes: all delimiters are ASCII, all other bytes are encoded.
// Only for the files of this folder that define its states.
#pragma once

#include "webcheck/url/percent.h"
#include "webcheck/url/segments.h"
#include "webcheck/url/url.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

class UrlParser {
 public:
  UrlParser(std::string_view input, Url const *base);

  /// Nothing where the standard says "failure".
  std::optional<Url> run();

 private:
  using State = void (UrlParser::*)(int);
  static constexpr int kEof = -1;  ///< what the states are given behind the end

  static bool is_digit(int c) { return c >= '0' && c <= '9'; }

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

  // url_parser.cpp
  void scheme_start(int c);
  void scheme(int c);
  void no_scheme(int c);
  void special_relative_or_authority(int c);
  void path_or_authority(int c);
  void relative(int c);
  void relative_slash(int c);
  void special_authority_slashes(int c);
  void special_authority_ignore_slashes(int c);
  // url_authority.cpp
  void authority(int c);
  bool take_host();
  void host(int c);
  void port(int c);
  // url_file.cpp
  void file(int c);
  void file_slash(int c);
  void file_host(int c);
  // url_path.cpp
  void path_start(int c);
  void path(int c);
  void opaque_path(int c);
  void query(int c);
  void fragment(int c);

  std::string m_input;
  Url const *m_base;
  Url m_url;
  std::string m_buffer;
  std::ptrdiff_t m_at = 0;
  State m_state = nullptr;
  bool m_failed = false;
  bool m_at_sign_seen = false, m_inside_brackets = false, m_password_token_seen = false;
};

}  // namespace wza::web
