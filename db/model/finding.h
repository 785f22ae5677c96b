// SPDX-License-Identifier: Apache-2.0
// A finding is one defect of one subject (a site, a facility), followed over time, and the law of
// its states. A finding is mended only when its place was tested again: not seen is not fixed.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/model/outcome.h"
#include "db/model/run_result.h"

#include <optional>
#include <string>
#include <vector>

namespace wza {

enum class FindingKind : std::uint8_t { web, facility };
template <>
struct Names<FindingKind> {
  static constexpr std::array kAll{
      Name{FindingKind::web, "web", "网页", "Web"},
      Name{FindingKind::facility, "facility", "设施", "Facility"},
  };
};
static_assert(covers(FindingKind::facility));

enum class FindingState : std::uint8_t { open, mended, reopened, waived, dismissed };
template <>
struct Names<FindingState> {
  static constexpr std::array kAll{
      Name{FindingState::open, "open", "未整改", "Open"},
      Name{FindingState::mended, "mended", "复测已消除", "Mended, by re-test"},
      Name{FindingState::reopened, "reopened", "再次出现", "Reopened"},
      Name{FindingState::waived, "waived", "已豁免", "Waived"},
      Name{FindingState::dismissed, "dismissed", "不立案", "Dismissed"},
  };
};
static_assert(covers(FindingState::dismissed));

/// The state after a test of all or some places of a finding. What people decided (waived,
/// dismissed) no test changes.
constexpr FindingState after_test(FindingState before, bool present_somewhere) {
  switch (before) {
    case FindingState::open:
    case FindingState::reopened:
      return present_somewhere ? before : FindingState::mended;
    case FindingState::mended:
      return present_somewhere ? FindingState::reopened : before;
    case FindingState::waived:
    case FindingState::dismissed:
      return before;
  }
  return before;
}
constexpr bool is_open(FindingState state) {
  return state == FindingState::open || state == FindingState::reopened;
}

/// One place where a defect stands, with its evidence.
struct Occurrence {
  std::string place{};                    ///< URL of the page; "ramp 1" or the like of a facility
  std::optional<std::string> selector{};  ///< web: selects the element
  std::optional<int> line{};
  std::optional<std::string> snippet{};  ///< web: the element's start tag
  std::optional<double> value{};         ///< facility: as measured, in `unit`
  std::optional<std::string> threshold{};
  std::optional<std::string> unit{};
  std::optional<double> margin{};  ///< facility: how far beyond the threshold, in `unit`
  std::optional<Confidence> confidence{};
  std::optional<double> extent{};  ///< facility: how much of the component, in extent_unit
  std::optional<std::string> extent_unit{};  ///< "m", "m²", "个"
  /// Web: by which the defect is known again where its fingerprint changed: a KeyKind's letter and
  /// a digest each. Read only by what compares runs.
  std::vector<std::string> keys{};
  bool operator==(Occurrence const &) const = default;
};

/// A defect as a run found it, before the tracker knows whether it is new.
struct Defect {
  std::string fingerprint;  ///< 64 hexadecimal digits; equal for the same defect in every run
  RuleId rule;
  std::optional<std::string> component;
  Text message;
  std::string standard, clause;  ///< "WCAG 2.2", "1.1.1"; "GB 55019-2021", "2.3.1"
  Severity severity{};
  std::vector<Occurrence> occurrences;
};

/// A place that was tested, and the rules that came to a decision there. A rule that could not
/// tell, or was not run, decides nothing: its findings stay as they are.
struct TestedPlace {
  std::string place;
  UtcTime at;
  std::vector<RuleId> decided;
  Cause cause = Cause::content;  ///< web: what would explain a finding that is new there
  /// Fingerprints of findings about which this place says nothing, though their rules decided
  /// there: it was not seen whether what they are about is still so.
  std::vector<std::string> in_doubt{};
};

/// What a run changed, by finding.
struct FindingChanges {
  int found = 0;  ///< never seen before
  int seen_again = 0;
  int reopened = 0;
  int mended = 0;       ///< not seen, though all of its places were tested
  int partly_gone = 0;  ///< gone from some of its places
  int not_tested = 0;   ///< open, and none of its places was tested: unchanged
  int withdrawn = 0;    ///< closed without a re-test: its record was corrected, or does not apply

  int &count(RunResult result) {
    switch (result) {
      case RunResult::found:
        return found;
      case RunResult::seen_again:
        return seen_again;
      case RunResult::partly_gone:
        return partly_gone;
      case RunResult::reopened:
        return reopened;
      case RunResult::mended:
        return mended;
      case RunResult::not_tested:
        break;
    }
    return not_tested;
  }
};

}  // namespace wza
