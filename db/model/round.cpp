// SPDX-License-Identifier: Apache-2.0
#include "db/model/round.h"

#include "db/model/finding.h"

#include <algorithm>

namespace wza {
namespace {

/// Days on which a criterion was decided at a component, and whether it failed.
struct Decision {
  LocalDate day;
  bool failed = false;
  bool of_round = false;
};

std::vector<Decision> decisions_of(Round const &round, std::span<Inspection const> visits,
                                   CriterionId const &criterion, std::string_view component,
                                   LocalDate as_of) {
  std::vector<Decision> out;
  for (Inspection const &visit : visits) {
    if (visit.inspected_on > as_of) continue;
    for (Measurement const &m : visit.measurements) {
      if (m.criterion != criterion || m.component != component) continue;
      if (m.outcome != Outcome::passed && m.outcome != Outcome::failed) continue;
      out.push_back({visit.inspected_on, m.outcome == Outcome::failed, is_of_round(round, visit)});
    }
  }
  std::ranges::stable_sort(out, {}, [](Decision const &one) {
    return std::pair(one.day, one.failed);  // a failure is the last word of its day
  });
  return out;
}

}  // namespace

bool is_of_round(Round const &round, Inspection const &visit) {
  bool const in_time = visit.inspected_on >= round.from && visit.inspected_on <= round.to;
  bool const recheck = round.kind == InspectionKind::recheck;
  return in_time && (!recheck || visit.kind == InspectionKind::recheck);
}

PlaceProgress progress_of(Round const &round, std::span<Inspection const> visits, LocalDate as_of) {
  bool tried = false;
  for (Inspection const &visit : visits) {
    if (visit.inspected_on > as_of || !is_of_round(round, visit)) continue;
    if (visit.access == AccessState::allowed) return PlaceProgress::visited;
    tried = true;
  }
  if (tried) return PlaceProgress::not_let_in;
  return as_of > round.to ? PlaceProgress::overdue : PlaceProgress::pending;
}

std::optional<RecheckResult> recheck_of(Round const &round, std::span<Inspection const> visits,
                                        CriterionId const &criterion, std::string_view component,
                                        LocalDate as_of) {
  std::optional<FindingState> state;
  bool open_before = false;
  std::optional<bool> failed_in_round;
  for (Decision const &one : decisions_of(round, visits, criterion, component, as_of)) {
    if (state) {
      state = after_test(*state, one.failed);
    } else if (one.failed) {
      state = FindingState::open;
    }
    if (one.day < round.from) open_before = state && is_open(*state);
    if (one.of_round) failed_in_round = one.failed;
  }
  if (!open_before) return std::nullopt;
  if (failed_in_round) return *failed_in_round ? RecheckResult::still_there : RecheckResult::mended;
  return is_open(*state) ? RecheckResult::not_retested : RecheckResult::mended_elsewhere;
}

}  // namespace wza
