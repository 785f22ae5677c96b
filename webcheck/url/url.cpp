// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/url.h"

#include <fmt/format.h>

#include <utility>

namespace wza::web {

std::optional<std::uint16_t> default_port(std::string_view scheme) {
  if (scheme == "http" || scheme == "ws") return std::uint16_t{80};
  if (scheme == "https" || scheme == "wss") return std::uint16_t{443};
  if (scheme == "ftp") return std::uint16_t{21};
  return std::nullopt;
}

bool Url::is_special() const {
  return m_scheme == "file" || default_port(m_scheme).has_value();
}

std::optional<std::uint16_t> Url::effective_port() const {
  return m_port ? m_port : default_port(m_scheme);
}

std::string Url::path() const {
  if (m_opaque) return m_opaque_path;
  std::string out;
  for (std::string const &segment : m_segments) {
    out += '/';
    out += segment;
  }
  return out;
}

std::string Url::href() const {
  std::string out = m_scheme + ":";
  if (m_host) {
    out += "//";
    if (!m_username.empty() || !m_password.empty()) {
      out += m_username;
      if (!m_password.empty()) out += ":" + m_password;
      out += "@";
    }
    out += *m_host;
    if (m_port) out += fmt::format(":{}", *m_port);
  } else if (!m_opaque && m_segments.size() > 1 && m_segments.front().empty()) {
    out += "/.";  // else the path would be read as an authority
  }
  out += path();
  if (m_query) out += "?" + *m_query;
  if (m_fragment) out += "#" + *m_fragment;
  return out;
}

std::string Url::origin() const {
  if (m_scheme == "blob") {
    std::optional<Url> const inner = parse(path());
    return inner && inner->is_http() ? inner->origin() : "null";
  }
  if (!default_port(m_scheme)) return "null";
  std::string out = m_scheme + "://" + host();
  if (m_port) out += fmt::format(":{}", *m_port);
  return out;
}

std::string Url::request_target() const {
  std::string out = path();
  if (out.empty()) out = "/";
  if (m_query) out += "?" + *m_query;
  return out;
}

Url Url::with_path_and_query(std::vector<std::string> segments,
                             std::optional<std::string> query) const {
  Url out = *this;
  out.m_segments = std::move(segments);
  out.m_query = std::move(query);
  return out;
}

Url Url::without_fragment() const {
  Url out = *this;
  out.m_fragment.reset();
  return out;
}

Url Url::without_credentials() const {
  Url out = *this;
  out.m_username.clear();
  out.m_password.clear();
  return out;
}

}  // namespace wza::web
