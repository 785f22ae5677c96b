// SPDX-License-Identifier: Apache-2.0
// Findings as CSV (RFC 4180) for spreadsheets: one row a finding, UTF-8 with byte order mark, so
// that Excel shows Chinese.
#pragma once

#include "db/base/text.h"
#include "webcheck/report/report.h"

#include <string>

namespace wza::web {

/// What spreadsheets write and want at the head of UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The names of the columns are English words as in JSON; what people read is in `lang`. A cell
/// that a spreadsheet would take for a formula (=, +, -, @ in front) begins with an apostrophe.
std::string csv(Report const &report, Lang lang);

}  // namespace wza::web
