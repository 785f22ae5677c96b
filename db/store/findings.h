// SPDX-License-Identifier: Apache-2.0
// Findings over time: what a run found is matched by fingerprint with what is known.
#pragma once

#include "db/model/finding.h"
#include "db/store/tracker.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wza {

/// A finding as it stands.
struct Finding {
  FindingId id;
  std::string fingerprint;
  FindingKind kind{};
  std::string subject;
  std::optional<std::string> component;
  RuleId rule;
  Text message;
  std::string standard, clause;
  Severity severity{};
  FindingState state{};
  std::optional<DistrictCode> district;
  std::optional<std::string> unit;
  std::optional<LocalDate> due;
  UtcTime first_seen, last_seen, last_tested;
  std::optional<UtcTime> mended_at;
  int present = 0;  ///< places where it stands now
};

struct KnownOccurrence {
  Occurrence what;
  bool present = false;
  UtcTime first_seen, last_seen, last_tested;
};

/// Which findings a list shows. Empty members do not filter.
struct FindingFilter {
  std::optional<FindingKind> kind;
  std::optional<DistrictCode> district;  ///< with all districts below it
  std::optional<Severity> severity;
  std::optional<FindingState> state;
  bool only_open = false;
  std::string rule;
  std::string subject;
  std::string text;  ///< in message, subject, component or rule
};

class FindingStore {
 public:
  explicit FindingStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Applies what `run` found on one subject, inside the caller's transaction. `tested` names every
  /// place that was tested in this run; each occurrence of a defect stands in one of them. A place
  /// that was tested later than `at` of this call's TestedPlace already is left as it is, so that
  /// an old record that arrives late changes nothing.
  FindingChanges apply(RunId run, FindingKind kind, std::string_view subject,
                       std::optional<DistrictCode> const &district, std::span<Defect const> defects,
                       std::span<TestedPlace const> tested);

  std::optional<Finding> find(FindingId id);
  std::vector<KnownOccurrence> occurrences(FindingId id);

  /// Worst first, then oldest; `offset` and `limit` page through.
  std::vector<Finding> list(FindingFilter const &filter, int offset, int limit);
  int count(FindingFilter const &filter);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
