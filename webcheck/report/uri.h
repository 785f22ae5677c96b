// SPDX-License-Identifier: Apache-2.0
// Addresses of pages and names of files as URI references (RFC 3986), which report formats demand.
#pragma once

#include <string>
#include <string_view>

namespace wza::web {

/// `address` with every byte percent-encoded that may not stand in a URI. An address with a scheme
/// keeps its own percent signs; in the name of a file they are encoded too, and so are '?' and '#'.
std::string uri_reference(std::string_view address);

}  // namespace wza::web
