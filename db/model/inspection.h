// SPDX-License-Identifier: Apache-2.0
// A visit to a facility and what was measured there. Measurements are kept as they came; a wrong
// one is corrected by a later visit, not overwritten.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/model/assignment.h"
#include "db/model/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

/// Why somebody went there.
enum class InspectionKind : std::uint8_t {
  routine,
  campaign,
  experience,
  acceptance,
  complaint,
  recheck
};
template <>
struct Names<InspectionKind> {
  static constexpr std::array kAll{
      Name{InspectionKind::routine, "routine", "日常督导", "Routine"},
      Name{InspectionKind::campaign, "campaign", "专项检查", "Campaign"},
      Name{InspectionKind::experience, "experience", "体验活动", "Experience trip"},
      Name{InspectionKind::acceptance, "acceptance", "验收试用", "Acceptance"},
      Name{InspectionKind::complaint, "complaint", "投诉核查", "Complaint"},
      Name{InspectionKind::recheck, "recheck", "复查", "Re-check"},
  };
};
static_assert(covers(InspectionKind::recheck));

/// Whether the facility could be reached and used.
enum class AccessState : std::uint8_t {
  allowed,
  refused,
  closed,
  under_works,
  occupied,
  absent,
  damaged
};
template <>
struct Names<AccessState> {
  static constexpr std::array kAll{
      Name{AccessState::allowed, "allowed", "可以进入", "Allowed"},
      Name{AccessState::refused, "refused", "拒绝进入", "Refused"},
      Name{AccessState::closed, "closed", "关闭", "Closed"},
      Name{AccessState::under_works, "under_works", "施工中", "Under works"},
      Name{AccessState::occupied, "occupied", "被占用", "Occupied"},
      Name{AccessState::absent, "absent", "不存在", "Does not exist"},
      Name{AccessState::damaged, "damaged", "损坏", "Damaged"},
  };
};
static_assert(covers(AccessState::damaged));

/// One criterion at one component, as it came, with our judgement.
struct Measurement {
  CriterionId criterion;
  std::string component;             ///< "坡道", "坡道 2"
  std::optional<std::string> value;  ///< nothing: not measured
  std::optional<std::string> unit;
  std::optional<std::string> context;  ///< facts: "rise_per_run=300 mm;site_constrained=no"
  std::optional<std::string> note;
  Outcome outcome = Outcome::untested;
  std::optional<double> margin;  ///< SI; positive: beyond the threshold
  Text reason;
  std::optional<std::string> location = std::nullopt;  ///< where in the place
  std::optional<std::string> extent = std::nullopt;  ///< how much does not conform: "121 m", "3 处"
  Assignment assigned = {};                          ///< of the fault, where it is one
  bool operator==(Measurement const &) const = default;
};

struct Inspection {
  FacilityId facility;
  LocalDate inspected_on;
  InspectionKind kind{};
  std::string inspector;  ///< the team; empty where nobody said
  AccessState access{};
  std::optional<std::string> note;
  std::vector<Measurement> measurements;
  std::optional<std::string> time = std::nullopt;     ///< "14:30" in China
  std::optional<std::string> weather = std::nullopt;  ///< weather and ground
};

}  // namespace wza
