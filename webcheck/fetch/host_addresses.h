// SPDX-License-Identifier: Apache-2.0
// The addresses of a host, so that sites that share a server also share its patience. The client
// looks names up by itself: here all addresses of a host count, whichever of them it takes.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace wza::web {

/// Gives the addresses of a host as texts, each once; none where it cannot be resolved. May block,
/// and may be called by several threads.
using AddressLookup = std::function<std::vector<std::string>(std::string const &host)>;

/// Asks the system's resolver; `host` as in Url::host().
std::vector<std::string> addresses_of(std::string const &host);

}  // namespace wza::web
