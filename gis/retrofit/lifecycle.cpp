// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/lifecycle.h"

#include "db/model/personal_text.h"
#include "gis/retrofit/eligibility.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza::gis {
namespace {

constexpr std::size_t at(RetrofitState state) {
  return static_cast<std::size_t>(state);
}

Problem unknown_home(RetrofitId id) {
  return refused(ProblemCode::not_found, "id",
                 {fmt::format("没有编号为 {} 的改造记录。", id.value),
                  fmt::format("There is no retrofit {}.", id.value)},
                 {"编号见 wza report plan --list 或 v_retrofit 的 fid。",
                  "Ids stand in wza report plan --list and as fid in v_retrofit."});
}

Problem no_step(RetrofitState from, RetrofitState to) {
  std::vector<std::string_view> zh, en;
  for (auto const &step : kRetrofitLaw) {
    if (step.from != from) continue;
    zh.push_back(key(step.to));
    en.push_back(key(step.to));
  }
  return refused(ProblemCode::conflict, "state",
                 {fmt::format("“{}”之后不能是“{}”。", label(from).zh, label(to).zh),
                  fmt::format("“{}” cannot follow “{}”.", label(to).en, label(from).en)},
                 zh.empty()
                     ? Text{"这是最后的状态；记错了请用 wza retrofit correct 更正。",
                            "This state is the last; if it is wrong, use wza retrofit correct."}
                     : Text{fmt::format("可以是：{}。", fmt::join(zh, "、")),
                            fmt::format("What can: {}.", fmt::join(en, ", "))});
}

Problem lacking(std::vector<Evidence> const &missing) {
  std::vector<std::string> zh, en;
  for (auto const kind : missing) {
    zh.push_back(fmt::format("{}（{}）", label(kind).zh, key(kind)));
    en.push_back(fmt::format("{} ({})", label(kind).en, key(kind)));
  }
  return refused(
      ProblemCode::missing_value, "evidence",
      {fmt::format("缺少凭证：{}。", fmt::join(zh, "、")),
       fmt::format("Evidence is missing: {}.", fmt::join(en, ", "))},
      {"请先用 wza retrofit prove 登记；日期不得晚于这一步，合同和验收表须写 --by 单位。",
       "Record it first with wza retrofit prove, dated no later than the step; contract "
       "and acceptance need --by UNIT."});
}

std::optional<Problem> against_conditions(Tracker &tracker, RetrofitId id, Retrofit const &home,
                                          RetrofitState to) {
  if (to != RetrofitState::approved && to != RetrofitState::accepted) return std::nullopt;
  for (auto const &found : eligibility_of(tracker, id, home)) {
    if (found.outcome != Outcome::failed) continue;
    if (to == RetrofitState::accepted && found.condition != Condition::cap) continue;
    return refused(ProblemCode::conflict, key(found.condition), found.reason,
                   {"请核对登记的内容，或由本单位调整项目设置（wza retrofit programme）。",
                    "Check what is recorded, or have the programme's settings changed (wza "
                    "retrofit programme)."});
  }
  return std::nullopt;
}

/// A correction forward is no way past the evidence: all steps between ask for theirs. A home that
/// left the way (returned, withdrawn, rejected) shows all of it.
std::optional<Problem> unproved_correction(Tracker &tracker, RetrofitId id, Retrofit const &home,
                                           RetrofitState to, LocalDate on) {
  if (to > RetrofitState::accepted) return std::nullopt;
  auto const from = home.state <= RetrofitState::accepted ? home.state : RetrofitState::applied;
  if (to <= from) return std::nullopt;
  RetrofitStep between{from, to};
  for (auto const &step : kRetrofitLaw) {
    if (step.from < from || step.to > to || step.from >= step.to) continue;
    between.needs |= step.needs;
    between.by_another |= step.by_another;
  }
  auto const proofs = EvidenceStore(tracker).of(id);
  if (auto const missing = missing_evidence(home, between, proofs, on); !missing.empty())
    return lacking(missing);
  if (holds(between.needs, Evidence::photo_after) || between.by_another) {
    if (auto problem = without_photo_of_its_own(proofs)) return problem;
  }
  if (between.by_another) {
    if (auto problem = accepted_by_installer(proofs, on)) return problem;
  }
  if (from < RetrofitState::approved && to >= RetrofitState::approved) {
    if (auto problem = against_conditions(tracker, id, home, RetrofitState::approved))
      return problem;
  }
  return against_conditions(tracker, id, home, to);
}

std::optional<Problem> in_future(Tracker &tracker, LocalDate on) {
  if (on <= LocalDate::of(tracker.clock().now())) return std::nullopt;
  return refused(ProblemCode::bad_date, "on", {"日期在将来。", "The day lies in the future."},
                 {"请填写实际完成的日期。", "Give the day on which it was done."});
}

std::optional<Problem> wrong_day(Tracker &tracker, Retrofit const &home, LocalDate on) {
  if (auto problem = in_future(tracker, on)) return problem;
  auto const &last = home.reached_on[at(home.state)];
  if (!last || on >= *last) return std::nullopt;
  return refused(ProblemCode::bad_date, "on",
                 {"日期早于上一个状态的日期。", "The day lies before that of the last state."},
                 {"请核对日期；上一个状态记错了请用 wza retrofit correct 更正。",
                  "Check the day; if the last state is wrong, use wza retrofit correct."});
}

}  // namespace

Result<Done> prove(Tracker &tracker, RetrofitId id, Proof const &proof, std::string_view actor) {
  auto const home = RetrofitStore(tracker).find(id);
  if (!home) return unknown_home(id);
  auto const sound = check_proof(*home, proof, LocalDate::of(tracker.clock().now()));
  if (!sound) return sound.problem();
  EvidenceStore evidence(tracker);
  auto const others = evidence.of(id);
  if (std::any_of(others.begin(), others.end(),
                  [&](Proof const &other) { return is_same_photo(proof, other); }))
    return one_photo_for_both();
  evidence.put(id, proof, actor);
  return Done{};
}

Result<Done> advance(Tracker &tracker, RetrofitId id, RetrofitState to, LocalDate on,
                     std::string_view actor) {
  RetrofitStore store(tracker);
  auto home = store.find(id);
  if (!home) return unknown_home(id);
  auto const *step = step_of_law(home->state, to);
  if (!step) return no_step(home->state, to);
  if (auto problem = wrong_day(tracker, *home, on)) return *std::move(problem);
  auto const proofs = EvidenceStore(tracker).of(id);
  if (auto const missing = missing_evidence(*home, *step, proofs, on); !missing.empty())
    return lacking(missing);
  if (holds(step->needs, Evidence::photo_after) || step->by_another) {
    if (auto problem = without_photo_of_its_own(proofs)) return *std::move(problem);
  }
  if (step->by_another) {
    if (auto problem = accepted_by_installer(proofs, on)) return *std::move(problem);
  }
  if (auto problem = against_conditions(tracker, id, *home, to)) return *std::move(problem);
  home->state = to;
  home->reached_on[at(to)] = on;
  store.write(*home, "state_changed", actor, "");
  return Done{};
}

Result<Done> correct(Tracker &tracker, RetrofitId id, RetrofitState state, LocalDate on,
                     std::string_view reason, std::string_view actor) {
  RetrofitStore store(tracker);
  auto home = store.find(id);
  if (!home) return unknown_home(id);
  if (trimmed(reason).empty()) {
    return refused(
        ProblemCode::missing_value, "reason",
        {"更正须写明原因。", "A correction needs its reason."},
        {"请加 --reason；其中不要写个人信息。", "Give --reason, without anything personal in it."});
  }
  if (holds_personal_number(reason)) {
    return refused(ProblemCode::forbidden, "reason", personal_number_words(),
                   {"请改写原因，不写个人信息。", "Write it without anything personal."});
  }
  if (auto problem = in_future(tracker, on)) return *std::move(problem);
  if (auto problem = unproved_correction(tracker, id, *home, state, on)) return *std::move(problem);
  for (auto const &name : Names<RetrofitState>::kAll) {
    auto &day = home->reached_on[at(name.value)];
    bool const later = name.value > state && name.value <= RetrofitState::accepted;
    bool const side = name.value > RetrofitState::accepted && day && *day > on;
    if (name.value != state && (later || side)) day.reset();
  }
  for (auto const &name : Names<RetrofitState>::kAll) {
    auto const &day = home->reached_on[at(name.value)];
    if (name.value >= state || name.value > RetrofitState::accepted || !day || *day <= on) continue;
    return refused(ProblemCode::bad_date, "on",
                   {fmt::format("日期早于“{}”的日期。", label(name.value).zh),
                    fmt::format("The day lies before that of “{}”.", label(name.value).en)},
                   {"请先更正那个状态。", "Correct that state first."});
  }
  home->state = state;
  home->reached_on[at(state)] = on;
  store.write(*home, "corrected", actor, reason);
  return Done{};
}

}  // namespace wza::gis
