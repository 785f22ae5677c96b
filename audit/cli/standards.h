// SPDX-License-Identifier: Apache-2.0
// The option --standard, which several commands take.
#pragma once

#include "audit/cli/args.h"
#include "webcheck/standards/standard.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

void add_standard(Args &args, std::optional<std::string> &target);

/// Nothing where none was asked for.
std::optional<web::Standard> standard_of(std::optional<std::string> const &word);

/// The rules of that standard; without one, what is tested by default.
std::vector<web::Rule const *> rules_for(std::optional<std::string> const &word);

}  // namespace wza::audit
