// SPDX-License-Identifier: Apache-2.0
// The states behind the authority: path, query, fragment.
#include "webcheck/url/url_parser.h"

namespace wza::web {

void UrlParser::path_start(int c) {
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

void UrlParser::path(int c) {
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

void UrlParser::opaque_path(int c) {
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

void UrlParser::query(int c) {
  if (c == '#') {
    start_fragment();
  } else if (c != kEof) {
    encode(*m_url.m_query, c, special() ? EncodeSet::special_query : EncodeSet::query);
  }
}

void UrlParser::fragment(int c) {
  if (c != kEof) encode(*m_url.m_fragment, c, EncodeSet::fragment);
}

}  // namespace wza::web
