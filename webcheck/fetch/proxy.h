// SPDX-License-Identifier: Apache-2.0
// HTTP proxies, and the environment variables that name them as curl reads them: http_proxy (lower
// case alone, since servers make HTTP_PROXY of a header), https_proxy, all_proxy and no_proxy, each
// also in upper case.
#pragma once

#include "db/base/error.h"
#include "webcheck/url/url.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// Which proxy serves which address.
struct Proxies {
  std::optional<Url> for_http, for_https;
  /// Hosts that are asked directly: names with what is below them, addresses, CIDR blocks, "*".
  std::vector<std::string> direct;

  /// Nothing where the address is asked directly.
  std::optional<Url> of(Url const &url) const;
};

/// "http://[USER:PASSWORD@]HOST[:PORT]", also without the scheme; the port is 1080 where none is
/// named, as with curl. A Problem for another kind of proxy; it does not repeat the password.
Result<Url> parse_proxy(std::string_view text);

/// Where environment variables come from; "" for one that is not set.
using Environment = std::function<std::string(std::string const &name)>;

Result<Proxies> proxies_of(Environment const &environment);

/// The environment of this process.
std::string process_environment(std::string const &name);

/// Value of a Proxy-Authorization field; "" for a proxy without user.
std::string proxy_authorization(Url const &proxy);

}  // namespace wza::web
