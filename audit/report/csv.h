// SPDX-License-Identifier: Apache-2.0
// CSV as RFC 4180 has it, made from JSON objects: nested objects become columns "outer_inner".
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace wza::audit {

/// Header from the first object, then one line each; all objects have the same fields.
std::string csv_of(std::vector<nlohmann::ordered_json> const &objects);

}  // namespace wza::audit
