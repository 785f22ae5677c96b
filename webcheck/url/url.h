// SPDX-License-Identifier: Apache-2.0
// URLs as browsers read them (WHATWG URL, living standard): parse, resolve against a base,
// serialise, origin. The parser is in url_parser.cpp; setters are not offered.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

class UrlParser;

class Url {
 public:
  /// Reads an absolute URL, or a reference against `base`. Malformed UTF-8 is read with U+FFFD.
  /// Nothing where the standard says "failure".
  static std::optional<Url> parse(std::string_view input, Url const *base = nullptr);

  std::string const &scheme() const { return m_scheme; }  ///< lower case, without ':'
  std::string const &username() const { return m_username; }
  std::string const &password() const { return m_password; }
  bool has_host() const { return m_host.has_value(); }
  /// Serialised host (punycode, dotted IPv4, "[…]"); "" where there is none.
  std::string host() const { return m_host.value_or(std::string()); }
  /// The port where it is not the scheme's own.
  std::optional<std::uint16_t> port() const { return m_port; }
  /// The port that is connected to; nothing for schemes without one.
  std::optional<std::uint16_t> effective_port() const;
  std::string path() const;                                                  ///< serialised
  std::optional<std::string> const &query() const { return m_query; }        ///< without '?'
  std::optional<std::string> const &fragment() const { return m_fragment; }  ///< without '#'

  bool is_special() const;
  bool is_http() const { return m_scheme == "http" || m_scheme == "https"; }
  bool has_opaque_path() const { return m_opaque; }

  /// The URL serialised.
  std::string href() const;
  /// "scheme://host:port" of the special schemes but file; "null" for all others.
  std::string origin() const;
  /// Path and query, as they stand in the request line of HTTP.
  std::string request_target() const;

  /// Copies with one part replaced; the parts are taken as serialised already.
  Url with_path_and_query(std::vector<std::string> segments,
                          std::optional<std::string> query) const;
  Url without_fragment() const;
  Url without_credentials() const;
  /// Path segments behind the leading '/'; empty for opaque paths.
  std::vector<std::string> const &segments() const { return m_segments; }

  bool operator==(Url const &) const = default;

 private:
  friend class UrlParser;
  std::string m_scheme, m_username, m_password;
  std::optional<std::string> m_host;
  std::optional<std::uint16_t> m_port;
  bool m_opaque = false;
  std::string m_opaque_path;
  std::vector<std::string> m_segments;
  std::optional<std::string> m_query, m_fragment;
};

/// Default port of a special scheme; nothing for the others and for file.
std::optional<std::uint16_t> default_port(std::string_view scheme);

}  // namespace wza::web
