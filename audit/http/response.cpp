// SPDX-License-Identifier: Apache-2.0
#include "audit/http/response.h"

namespace wza::audit {

std::string_view Response::header(std::string_view name) const {
  for (auto const &[key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

void add_security_headers(Response &response) {
  response.set("Content-Security-Policy",
               "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
               "base-uri 'none'; frame-ancestors 'none'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Frame-Options", "DENY");
  response.set("Referrer-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  if (response.header("Cache-Control").empty()) response.set("Cache-Control", "no-cache");
}

}  // namespace wza::audit
