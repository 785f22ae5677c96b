// SPDX-License-Identifier: Apache-2.0
// What a handler answers: no socket, no library.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::audit {

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;

  void set(std::string_view name, std::string_view value) { headers.emplace_back(name, value); }
  /// First value of a header that was set; empty where it was not.
  std::string_view header(std::string_view name) const;
};

/// Adds what every answer carries: a content policy without scripts and inline style, no sniffing,
/// no framing, no referrer (https://cheatsheetseries.owasp.org, HTTP headers).
void add_security_headers(Response &response);

}  // namespace wza::audit
