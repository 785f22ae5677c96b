// SPDX-License-Identifier: Apache-2.0
// Two crawls side by side, and the list of crawls, for a terminal and for programs.
#pragma once

#include "db/base/text.h"
#include "db/store/run_diff.h"

#include <string>
#include <string_view>
#include <vector>

namespace wza::audit {

struct RunDiff {
  wza::Run earlier, later;
  std::vector<DiffEntry> entries;
};

/// `format` is text, csv or json (schema wza.diff/1: the counts, then a line each finding).
/// Unchanged findings are counted; only with `all` they are listed in a text.
std::string diff_in(std::string_view format, RunDiff const &diff, bool all, Lang lang);

/// The crawls of a tracker, newest first; schema wza.runs/1.
std::string runs_in(std::string_view format, std::vector<wza::Run> const &runs, Lang lang);

}  // namespace wza::audit
