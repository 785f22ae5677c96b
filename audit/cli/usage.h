// SPDX-License-Identifier: Apache-2.0
// What is said of a command line that does not fit.
#pragma once

#include "db/base/error.h"

#include <string_view>

namespace wza::audit {

/// A Problem of code `usage`; `field` is the option or operand that is wrong, "" for the whole
/// line.
Problem wrong_usage(std::string_view field, Text reason, Text remedy);

/// `code` names no district of the tracker; `field` is the option that it was given to.
Problem no_district(std::string_view field, std::string_view code);

}  // namespace wza::audit
