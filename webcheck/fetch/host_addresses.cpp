// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/host_addresses.h"

#include <netdb.h>

#include <algorithm>
#include <array>
#include <memory>

namespace wza::web {

std::vector<std::string> addresses_of(std::string const &host) {
  std::string const name = host.starts_with('[') ? host.substr(1, host.size() - 2) : host;
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo *found = nullptr;
  if (getaddrinfo(name.c_str(), nullptr, &hints, &found) != 0) return {};
  std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> const owner(found, &freeaddrinfo);
  std::vector<std::string> out;
  for (addrinfo const *at = found; at != nullptr; at = at->ai_next) {
    std::array<char, NI_MAXHOST> text{};
    int const failed = getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr,
                                   0, NI_NUMERICHOST);
    if (failed != 0) continue;
    // "::ffff:192.0.2.1" is the server at 192.0.2.1 (RFC 4291, section 2.5.5.2).
    std::string_view const address = text.data();
    constexpr std::string_view kMapped = "::ffff:";
    bool const mapped = address.starts_with(kMapped) && address.find('.') != address.npos;
    out.emplace_back(address.substr(mapped ? kMapped.size() : 0));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace wza::web
