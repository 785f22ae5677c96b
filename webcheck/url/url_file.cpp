// SPDX-License-Identifier: Apache-2.0
// The states of file URLs, with their drive letters.
#include "webcheck/url/url_parser.h"

namespace wza::web {

void UrlParser::file(int c) {
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

void UrlParser::file_slash(int c) {
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

void UrlParser::file_host(int c) {
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

}  // namespace wza::web
