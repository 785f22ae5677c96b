// SPDX-License-Identifier: Apache-2.0
// The kinds of reports that `wza report` makes.
#pragma once

#include "audit/cli/plan_request.h"
#include "audit/report/paper.h"
#include "db/base/error.h"
#include "db/base/text.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wza {
class Tracker;
}

namespace wza::audit {

class App;

/// What was asked for on the command line; each kind reads what concerns it.
struct ReportOptions {
  std::string kind;
  std::optional<std::string> subject;  ///< facility: its id; of other kinds the file
  std::optional<std::string> file;
  std::optional<std::string> as_of;
  std::string format = "text";
  PaperForm form{};  ///< what comes of `format` and of the file's ending
  std::int64_t top = 20;
  std::optional<std::string> unit;
  std::optional<std::string> site;
  std::string month;
  std::optional<std::string> due;
  std::optional<std::string> not_since;
  std::optional<std::string> round;
  std::string place;
  std::optional<std::string> build;
  PlanRequest plan;
};

/// One kind of report; a new one is a row of report_kinds().
struct ReportKind {
  std::string_view name;
  TextView summary;
  Result<std::string> (*make)(App &, Tracker &, ReportOptions const &);
  std::string_view endings;  ///< of its files: ".csv .json"; ".txt" is what a terminal shows
};

/// What a report of `kind` is written as: by the ending of its file, else by `format`, else as text
/// where it has one. A Problem that names the endings it has.
Result<PaperForm> report_form(ReportKind const &kind, std::optional<std::string> const &file,
                              std::string_view format);

/// All kinds in the order of the help.
std::span<ReportKind const> report_kinds();

}  // namespace wza::audit
