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

/// What proves that a step was done (retrofit_states.tsv). Papers and photos stay in the office's
/// file of the home; the tracker keeps day, unit and number or digest.
enum class Evidence : std::uint8_t {
  application,     ///< form of application, or of the need
  assessment,      ///< form of the visit with measures
  public_notice,   ///< list that was shown in public, names reduced
  home_plan,       ///< plan and budget for this home
  plan_signature,  ///< the family agrees with the plan
  contract,        ///< number of the contract; `by` is the installer
  photo_before,
  photo_after,
  self_check,            ///< the installer's own check
  acceptance,            ///< form of the joint acceptance; `by` is who accepted
  acceptance_signature,  ///< the family's, under the acceptance
  defect_list,
  reason,     ///< why it was sent back, given up or refused
  invoice,    ///< settlement
  filed,      ///< one file per home is closed
  follow_up,  ///< later visit, with the family's score
};
template <>
struct Names<Evidence> {
  static constexpr std::array kAll{
      Name{Evidence::application, "application", "申请表", "Application"},
      Name{Evidence::assessment, "assessment", "入户评估表", "Assessment form"},
      Name{Evidence::public_notice, "public_notice", "公示名单", "Public notice"},
      Name{Evidence::home_plan, "home_plan", "一户一策方案", "Plan for the home"},
      Name{Evidence::plan_signature, "plan_signature", "家庭对方案的签字",
           "Family's signature of the plan"},
      Name{Evidence::contract, "contract", "施工合同", "Contract"},
      Name{Evidence::photo_before, "photo_before", "改造前照片", "Photo before"},
      Name{Evidence::photo_after, "photo_after", "改造后照片", "Photo after"},
      Name{Evidence::self_check, "self_check", "施工方自检", "Installer's check"},
      Name{Evidence::acceptance, "acceptance", "联合验收表", "Acceptance form"},
      Name{Evidence::acceptance_signature, "acceptance_signature", "家庭对验收的签字",
           "Family's signature of acceptance"},
      Name{Evidence::defect_list, "defect_list", "问题清单", "List of defects"},
      Name{Evidence::reason, "reason", "原因", "Reason"},
      Name{Evidence::invoice, "invoice", "结算凭证", "Invoice"},
      Name{Evidence::filed, "filed", "归档", "File closed"},
      Name{Evidence::follow_up, "follow_up", "回访", "Follow-up visit"},
  };
};
static_assert(covers(Evidence::follow_up));

/// A set of Evidence.
using EvidenceSet = std::uint32_t;
template <class... Kinds>
constexpr EvidenceSet evidence(Kinds... kinds) {
  return ((EvidenceSet{1} << static_cast<unsigned>(kinds)) | ... | EvidenceSet{0});
}
constexpr bool holds(EvidenceSet set, Evidence kind) {
  return (set & evidence(kind)) != 0;
}

/// What was done to works that were sent back must be shown anew.
constexpr EvidenceSet kShownAnew = evidence(Evidence::photo_after, Evidence::self_check,
                                            Evidence::acceptance, Evidence::acceptance_signature);

struct RetrofitStep {
  RetrofitState from, to;
  EvidenceSet needs = 0;
  bool by_another = false;  ///< who accepts is somebody else than who installed and checked
};
/// The law: which state may follow which, and what has to be shown for it.
constexpr std::array kRetrofitLaw = [] {
  using enum RetrofitState;
  using E = Evidence;
  constexpr EvidenceSet kWhy = evidence(E::reason);
  constexpr EvidenceSet kAssessed = evidence(E::application, E::assessment);
  constexpr EvidenceSet kApproved = evidence(E::public_notice);
  constexpr EvidenceSet kStarted =
      evidence(E::home_plan, E::plan_signature, E::contract, E::photo_before);
  return std::array{
      RetrofitStep{applied, assessed, kAssessed},
      RetrofitStep{applied, returned, kWhy},
      RetrofitStep{applied, rejected, kWhy},
      RetrofitStep{applied, withdrawn, kWhy},
      RetrofitStep{assessed, approved, kApproved},
      RetrofitStep{assessed, returned, kWhy},
      RetrofitStep{assessed, rejected, kWhy},
      RetrofitStep{assessed, withdrawn, kWhy},
      RetrofitStep{approved, in_progress, kStarted},
      RetrofitStep{approved, returned, kWhy},
      RetrofitStep{approved, withdrawn, kWhy},
      RetrofitStep{in_progress, completed, evidence(E::photo_after, E::self_check)},
      RetrofitStep{in_progress, withdrawn, kWhy},
      RetrofitStep{completed, accepted,
                   evidence(E::contract, E::photo_before, E::photo_after, E::acceptance,
                            E::acceptance_signature),
                   true},
      RetrofitStep{completed, returned, evidence(E::defect_list)},
      RetrofitStep{returned, applied},
      RetrofitStep{returned, assessed, kAssessed},
      RetrofitStep{returned, approved, kApproved},
      RetrofitStep{returned, in_progress, kStarted},
      RetrofitStep{returned, rejected, kWhy},
      RetrofitStep{returned, withdrawn, kWhy},
  };
}();

/// The step from `from` to `to`; nullptr where the law has none.
constexpr RetrofitStep const *step_of_law(RetrofitState from, RetrofitState to) {
  for (auto const &step : kRetrofitLaw) {
    if (step.from == from && step.to == to) return &step;
  }
  return nullptr;
}

/// Whether one step of the law leads from `from` to `to`.
constexpr bool may_follow(RetrofitState from, RetrofitState to) {
  return step_of_law(from, to) != nullptr;
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

/// One piece of evidence. Nothing personal of the household may stand in it.
struct Proof {
  Evidence kind{};
  LocalDate on;
  std::string by;            ///< unit or office; empty where nobody said
  std::string reference;     ///< number of the paper, or "sha256:…" of the file
  std::optional<int> score;  ///< the family's satisfaction, 1 to 5, of a follow-up visit
  bool operator==(Proof const &) const = default;
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
  std::optional<std::string> money_source;  ///< as the office words it; several split by ';'
  std::vector<RetrofitWork> works;
  std::vector<std::byte> geom;  ///< GeoPackage blob of a point inside the district; may be empty
  bool operator==(Retrofit const &) const = default;
};

}  // namespace wza
