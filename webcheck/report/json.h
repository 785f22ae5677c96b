// SPDX-License-Identifier: Apache-2.0
// A page's result as `wza check --format json` prints it (schema wza.check/1).
#pragma once

#include "webcheck/check.h"
#include "webcheck/report/refused.h"
#include "webcheck/standards/conformance.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace wza::web {

/// One object, in the order of the schema. `status` is null for files. With a standard the object
/// has `conformance`: a table of it, or of each norm for `all`.
nlohmann::ordered_json page_json(PageResult const &result,
                                 std::optional<Standard> standard = std::nullopt);

/// The clauses of a rule's basis: [{"norm", "clause", "level", "standard"}], `standard` being the
/// smallest that demands the clause.
nlohmann::ordered_json clauses_json(Rule const &rule);

/// The keys of those whom a failure of the rule hurts.
nlohmann::ordered_json people_json(Rule const &rule);

/// A page that gave no result: url, status and the problem, in the same schema.
nlohmann::ordered_json refused_page_json(RefusedPage const &page);

/// The JSON text on one line; what is not UTF-8 is replaced.
std::string to_line(nlohmann::ordered_json const &json);

}  // namespace wza::web
