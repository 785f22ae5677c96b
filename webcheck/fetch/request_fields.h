// SPDX-License-Identifier: Apache-2.0
// What a request says of itself: its target and its header fields.
#pragma once

#include "webcheck/fetch/client.h"

#include <string>
#include <vector>

namespace wza::web {

/// The header fields in the order in which they are sent, without Content-Length.
std::vector<HeaderField> request_fields(FetchRequest const &request, FetchOptions const &options,
                                        bool to_proxy, UtcTime now);

/// What stands behind the method: path and query, or for a proxy the whole URL.
std::string request_target(FetchRequest const &request, bool to_proxy);

}  // namespace wza::web
