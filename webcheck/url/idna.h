// SPDX-License-Identifier: Apache-2.0
// Names of hosts in other scripts (UTS 46, as the URL standard calls it): through ICU, with what
// the standard has changed since the version that ICU here carries.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

/// "Domain to ASCII" with beStrict false (URL standard, section 3.3). `domain` is UTF-8. Nothing
/// where the name is refused; forbidden characters are for the caller to look for.
std::optional<std::string> domain_to_ascii(std::string_view domain);

}  // namespace wza::web
