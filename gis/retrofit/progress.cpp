// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/progress.h"

#include "db/store/districts.h"
#include "db/store/plans.h"
#include "db/store/retrofits.h"

namespace wza::gis {
namespace {

void add_promises(PlanStore &plans, DistrictProgress &row) {
  for (auto &target : plans.targets_of(row.district.code)) {
    auto plan = plans.find(target.plan);
    auto indicator = plans.indicator(target.indicator);
    if (!plan || !indicator || indicator->numerator != Counted::accepted_homes) continue;
    PromiseProgress promise{std::move(target), std::move(*plan), std::move(*indicator), 0,
                            std::nullopt};
    int const last = promise.target.year.value_or(promise.plan.to_year);
    for (auto const &[year, homes] : row.accepted_in) {
      if (year >= promise.plan.from_year && year <= last) promise.accepted += homes;
    }
    double const whole =
        promise.indicator.kind == IndicatorKind::rate ? row.in_need() : promise.target.value;
    if (whole > 0) promise.rate = promise.accepted / whole;
    row.promises.push_back(std::move(promise));
  }
}

}  // namespace

int DistrictProgress::in_need() const {
  int sum = 0;
  for (auto const &name : Names<RetrofitState>::kAll) {
    if (name.value != RetrofitState::withdrawn && name.value != RetrofitState::rejected)
      sum += of(name.value);
  }
  return sum;
}

std::vector<DistrictProgress> progress(Tracker &tracker, std::optional<LocalDate> const &as_of) {
  std::vector<DistrictProgress> rows;
  std::map<DistrictCode, std::size_t> at;
  for (auto &district : DistrictStore(tracker).all()) {
    at.emplace(district.code, rows.size());
    rows.emplace_back().district = std::move(district);
  }
  for (auto const &count : RetrofitStore(tracker).counts(as_of)) {
    auto lines = ancestors_of(count.district);
    lines.push_back(count.district);
    for (auto const &code : lines) {
      auto const found = at.find(code);
      if (found == at.end()) continue;
      auto &row = rows[found->second];
      row.homes[static_cast<std::size_t>(count.state)] += count.homes;
      if (count.state != RetrofitState::accepted) continue;
      if (count.year) {
        row.accepted_in[*count.year] += count.homes;
      } else {
        row.accepted_undated += count.homes;
      }
    }
  }
  PlanStore plans(tracker);
  for (auto &row : rows)
    add_promises(plans, row);
  return rows;
}

}  // namespace wza::gis
