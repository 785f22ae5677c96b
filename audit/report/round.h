// SPDX-License-Identifier: Apache-2.0
// Rounds for a terminal, a spreadsheet and programs: how far each has come, place by place.
#pragma once

#include "audit/report/paper.h"
#include "db/base/error.h"
#include "db/base/text.h"
#include "db/store/round_progress.h"

#include <span>
#include <string>
#include <string_view>

namespace wza::audit {

/// The round of an id by the visits up to `as_of`; a Problem where there is none.
Result<RoundStanding> round_of(Tracker &tracker, std::string const &id, LocalDate as_of);

/// "text", "csv" or "json": a row a place; text and JSON with the findings to re-check. JSON is one
/// object a line, schema wza.round/1.
std::string round_in(std::string_view format, RoundStanding const &standing, Lang lang);

/// The same as a workbook has it.
Paper round_paper(RoundStanding const &standing, Lang lang);

/// A row a round; JSON of the schema wza.rounds/1.
std::string rounds_in(std::string_view format, std::span<RoundStanding const> rounds, Lang lang);

}  // namespace wza::audit
