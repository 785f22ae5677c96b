// SPDX-License-Identifier: Apache-2.0
// Findings of things that are measured by people: set from all that was ever measured, so that a
// corrected record leaves what the right one would have left had it come first.
#pragma once

#include "db/model/assignment.h"
#include "db/store/findings.h"

#include <span>
#include <vector>

namespace wza {

/// What one test of a place said of a defect.
enum class Showing : std::uint8_t { present, gone, inapplicable };

struct Showed {
  UtcTime at;
  Showing showing{};
  Occurrence what{};      ///< where it was present
  Assignment assigned{};  ///< who has to mend it, where it was present
};

/// One defect at its one place, and each test that came to a decision there, oldest first; of one
/// time the later test stands last. Empty where nothing was ever decided.
struct FindingCourse {
  Defect defect;  ///< without occurrences; the words are of the newest test that found it
  std::vector<Showed> tests;
};

/// Sets the findings of one subject to what their courses tell, inside the caller's transaction.
/// The unit is the last that a test named; deadline and severity are those of the case that is
/// open, or was last: after it was gone they are asked for anew. A finding whose course shows it
/// nowhere any more was found by a record that has been corrected since: it is mended, and its
/// history says by what. What people decided (waived, dismissed) and findings without a course stay
/// as they are.
FindingChanges follow_courses(Tracker &tracker, RunId run, FindingKind kind,
                              std::string_view subject, std::optional<DistrictCode> const &district,
                              std::span<FindingCourse const> courses);

}  // namespace wza
