// SPDX-License-Identifier: Apache-2.0
// The retrofit of one home and the law of its states. Only `accepted` counts towards a plan.
#pragma once

#include "db/base/clock.h"
#include "db/base/enum_names.h"
#include "db/base/ids.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

enum class RetrofitState : std::uint8_t {
  applied,
  assessed,
  approved,
  in_progress,
  completed,
  accepted,
  returned,   ///< sent back to be completed or redone
  withdrawn,  ///< the family no longer wants it
  rejected,   ///< not eligible
};
template <>
struct Names<RetrofitState> {
  static constexpr std::array kAll{
      Name{RetrofitState::applied, "applied", "已申请", "Applied"},
      Name{RetrofitState::assessed, "assessed", "已评估", "Assessed"},
      Name{RetrofitState::approved, "approved", "已批准", "Approved"},
      Name{RetrofitState::in_progress, "in_progress", "施工中", "In progress"},
      Name{RetrofitState::completed, "completed", "已完工", "Completed"},
      Name{RetrofitState::accepted, "accepted", "已验收", "Accepted"},
      Name{RetrofitState::returned, "returned", "已退回", "Returned"},
      Name{RetrofitState::withdrawn, "withdrawn", "已放弃", "Withdrawn"},
      Name{RetrofitState::rejected, "rejected", "不符合", "Rejected"},
  };
};
static_assert(covers(RetrofitState::rejected));
constexpr std::size_t kRetrofitStates = Names<RetrofitState>::kAll.size();

struct RetrofitStep {
  RetrofitState from, to;
};
/// The law: which state may follow which.
constexpr std::array kRetrofitLaw{
    RetrofitStep{RetrofitState::applied, RetrofitState::assessed},
    RetrofitStep{RetrofitState::applied, RetrofitState::returned},
    RetrofitStep{RetrofitState::applied, RetrofitState::rejected},
    RetrofitStep{RetrofitState::applied, RetrofitState::withdrawn},
    RetrofitStep{RetrofitState::assessed, RetrofitState::approved},
    RetrofitStep{RetrofitState::assessed, RetrofitState::returned},
    RetrofitStep{RetrofitState::assessed, RetrofitState::rejected},
    RetrofitStep{RetrofitState::assessed, RetrofitState::withdrawn},
    RetrofitStep{RetrofitState::approved, RetrofitState::in_progress},
    RetrofitStep{RetrofitState::approved, RetrofitState::returned},
    RetrofitStep{RetrofitState::approved, RetrofitState::withdrawn},
    RetrofitStep{RetrofitState::in_progress, RetrofitState::completed},
    RetrofitStep{RetrofitState::in_progress, RetrofitState::withdrawn},
    RetrofitStep{RetrofitState::completed, RetrofitState::accepted},
    RetrofitStep{RetrofitState::completed, RetrofitState::returned},
    RetrofitStep{RetrofitState::returned, RetrofitState::applied},
    RetrofitStep{RetrofitState::returned, RetrofitState::assessed},
    RetrofitStep{RetrofitState::returned, RetrofitState::approved},
    RetrofitStep{RetrofitState::returned, RetrofitState::in_progress},
    RetrofitStep{RetrofitState::returned, RetrofitState::rejected},
    RetrofitStep{RetrofitState::returned, RetrofitState::withdrawn},
};

/// Whether one step of the law leads from `from` to `to`.
constexpr bool may_follow(RetrofitState from, RetrofitState to) {
  for (auto const &step : kRetrofitLaw) {
    if (step.from == from && step.to == to) return true;
  }
  return false;
}

/// Whether steps of the law lead from `from` to `to`; a table that is imported once a month skips
/// the states in between.
constexpr bool may_reach(RetrofitState from, RetrofitState to) {
  std::array<bool, kRetrofitStates> reached{};
  reached[static_cast<std::size_t>(from)] = true;
  for (std::size_t round = 0; round < kRetrofitStates; ++round) {
    for (auto const &step : kRetrofitLaw) {
      if (reached[static_cast<std::size_t>(step.from)])
        reached[static_cast<std::size_t>(step.to)] = true;
    }
  }
  return reached[static_cast<std::size_t>(to)];
}

/// One item of work as it came; `item` where the catalogue has it.
struct RetrofitWork {
  std::optional<std::string> item;
  std::string name;
  bool operator==(RetrofitWork const &) const = default;
};

struct Retrofit {
  HouseholdId household;
  std::string programme;
  int year = 0;
  DistrictCode district;
  RetrofitState state{};
  /// The day on which each state was reached; beside Names<RetrofitState>.
  std::array<std::optional<LocalDate>, kRetrofitStates> reached_on;
  std::optional<std::int64_t> planned_fen, paid_fen;  ///< hundredths of a yuan
  std::vector<RetrofitWork> works;
  std::vector<std::byte> geom;  ///< GeoPackage blob of a point inside the district; may be empty
  bool operator==(Retrofit const &) const = default;
};

}  // namespace wza
