// SPDX-License-Identifier: Apache-2.0
// A page's result as `wza check --format json` prints it (schema wza.check/1), and the record of a
// page that a crawl keeps until its end.
#pragma once

#include "webcheck/check.h"
#include "webcheck/group.h"
#include "webcheck/report/refused.h"

#include <nlohmann/json_fwd.hpp>

namespace wza::web {

/// One object, in the order of the schema. `status` is null for files.
nlohmann::ordered_json page_json(PageResult const &result);

/// A page that gave no result: url, status and the problem, in the same schema.
nlohmann::ordered_json refused_page_json(RefusedPage const &page);

/// The JSON text on one line; what is not UTF-8 is replaced.
std::string to_line(nlohmann::ordered_json const &json);

/// A PageRecord as JSON text and back; nothing for text that is none of ours.
std::string record_text(PageRecord const &record);
std::optional<PageRecord> record_from_text(std::string_view text);

}  // namespace wza::web
