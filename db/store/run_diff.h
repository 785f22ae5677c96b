// SPDX-License-Identifier: Apache-2.0
// What lies between two crawls, finding by finding.
#pragma once

#include "db/store/findings.h"
#include "db/store/runs.h"

#include <optional>
#include <vector>

namespace wza {

enum class DiffState : std::uint8_t { fresh, reopened, mended, not_tested, unchanged };
template <>
struct Names<DiffState> {
  static constexpr std::array kAll{
      Name{DiffState::fresh, "new", "新问题", "New"},
      Name{DiffState::reopened, "reopened", "再次出现", "Reopened"},
      Name{DiffState::mended, "mended", "复测已消除", "Mended, by re-test"},
      Name{DiffState::not_tested, "not_tested", "未复测", "Not re-tested"},
      Name{DiffState::unchanged, "unchanged", "仍存在", "Unchanged"},
  };
};
static_assert(covers(DiffState::unchanged));

struct DiffEntry {
  Finding finding;  ///< as it stands now, not as of the later run
  DiffState state{};
  std::optional<Cause> cause;  ///< of fresh and reopened
};

/// Findings that were open after `earlier` or are open after `later`, and whose site is in one of
/// the two; by state in the order of DiffState, then worst first, then by id. What came and was
/// mended between the two is left out, and so are findings of sites that neither visited. Both runs
/// are finished crawls of which the tracker has results (has_results), `earlier` the older one.
std::vector<DiffEntry> diff_of(Tracker &tracker, RunId earlier, RunId later);

/// False for a crawl of a program that did not keep them; such a one cannot be compared.
bool has_results(Tracker &tracker, Run const &run);

}  // namespace wza
