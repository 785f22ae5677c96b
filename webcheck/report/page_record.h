// SPDX-License-Identifier: Apache-2.0
// The part of a page's result that grouping needs, as JSON: kept with each visit of a crawl, so
// that a crawl that was killed can group what it had tested before.
#pragma once

#include "webcheck/group.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace wza::web {

nlohmann::json to_json(PageRecord const &record);

/// Nothing for JSON that is no such record.
std::optional<PageRecord> page_record_of(nlohmann::json const &json);

}  // namespace wza::web
