// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/plan_pace.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>

namespace wza::gis {

Pace pace_of(PaceInput const &in) {
  assert(in.target > 0 && in.from_year <= in.to_year);
  using namespace std::chrono;
  sys_days const first = year(in.from_year) / January / 1;
  sys_days const end = year(in.to_year) / December / 31;
  sys_days const today(in.day.value);
  auto const whole = (end - first).count() + 1;
  auto const past = std::clamp<std::int64_t>((today - first).count() + 1, 0, whole);

  Pace pace;
  pace.rate = static_cast<double>(in.counted) / static_cast<double>(in.target);
  pace.missing = std::max<std::int64_t>(0, in.target - in.counted);
  pace.due = in.base + std::max<std::int64_t>(0, in.target - in.base) * past / whole;
  pace.days_left = static_cast<int>(std::max<std::int64_t>(0, (end - today).count()));
  if (pace.days_left > 0) {
    pace.forecast = in.counted + in.last_year * pace.days_left / 365;
    double const months = pace.days_left / (365.25 / 12);
    pace.needed_per_month = std::ceil(static_cast<double>(pace.missing) / months * 10 - 1e-9) / 10;
  }
  if (pace.missing == 0) {
    pace.standing = Standing::reached;
  } else if (pace.days_left == 0) {
    pace.standing = Standing::missed;
  } else {
    pace.standing = *pace.forecast >= in.target ? Standing::on_pace : Standing::behind;
  }
  return pace;
}

}  // namespace wza::gis
