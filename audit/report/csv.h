// SPDX-License-Identifier: Apache-2.0
// Tables for programs, made from JSON objects: JSON lines, and CSV as RFC 4180 has it, in which no
// text is a formula (gis/io/formula_guard.h).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

/// Header from the first object, then one line each; all objects have the same fields, and nested
/// objects become columns "outer_inner".
std::string csv_of(std::vector<nlohmann::ordered_json> const &objects);

/// One object a line; the first begins with `schema`, and has nothing else where there are none.
std::string lines_of(std::vector<nlohmann::ordered_json> const &objects, std::string_view schema);

}  // namespace wza::audit
