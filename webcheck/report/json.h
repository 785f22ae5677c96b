// SPDX-License-Identifier: Apache-2.0
// A page's result as `wza check --format json` prints it (schema wza.check/1).
#pragma once

#include "webcheck/check.h"
#include "webcheck/report/refused.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace wza::web {

/// One object, in the order of the schema. `status` is null for files.
nlohmann::ordered_json page_json(PageResult const &result);

/// A page that gave no result: url, status and the problem, in the same schema.
nlohmann::ordered_json refused_page_json(RefusedPage const &page);

/// The JSON text on one line; what is not UTF-8 is replaced.
std::string to_line(nlohmann::ordered_json const &json);

}  // namespace wza::web
