// SPDX-License-Identifier: Apache-2.0
// A request as our handlers see it: no socket, no library. RFC 9110 for the words, RFC 3986 and the
// URL Standard (application/x-www-form-urlencoded) for the address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::audit {

enum class Method : std::uint8_t { get, head, other };

/// Decodes one component of a query: %XX, and `+` as a blank.
std::string percent_decoded(std::string_view text);
/// Encodes one component of a query, UTF-8, everything but unreserved characters as %XX.
std::string percent_encoded(std::string_view text);

/// The fields of a query, in their order; a name may stand more than once.
class Query {
 public:
  Query() = default;
  /// Reads "a=1&b=%E4%B8%AD".
  static Query parse(std::string_view text);

  /// First value of a name, trimmed; empty where it is absent.
  std::string get(std::string_view name) const;
  bool has(std::string_view name) const;
  /// The same query with that name set once, or taken out where `value` is empty.
  Query with(std::string_view name, std::string_view value) const;
  /// "?a=1&b=2", or "" where nothing is left.
  std::string str() const;

 private:
  std::vector<std::pair<std::string, std::string>> m_fields;
};

struct Request {
  Method method = Method::get;
  std::string path = "/";  ///< decoded, without query
  Query query;
  std::string accept_language;
  std::string cookie;
  std::string if_none_match;

  /// Takes the request target ("/findings?kind=web") apart.
  void set_target(std::string_view target);
  /// Value of one cookie; nothing where it is absent.
  std::optional<std::string> cookie_value(std::string_view name) const;
};

}  // namespace wza::audit
