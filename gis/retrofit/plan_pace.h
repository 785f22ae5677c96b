// SPDX-License-Identifier: Apache-2.0
// A promise held against what was accepted: how much is due by now, what the present pace leads to,
// and which pace is needed. Only arithmetic of counts and days; nothing is smoothed.
#pragma once

#include "db/base/clock.h"
#include "db/base/enum_names.h"

#include <cstdint>
#include <optional>

namespace wza::gis {

/// How the number of a plan is to be read. A plan that prints the same number for its base year and
/// its last year can be read two ways, and then both are shown.
enum class TargetReading : std::uint8_t {
  newly,       ///< that many homes accepted within the plan's years
  cumulative,  ///< that many in all, what was done before the plan included
  coverage,    ///< a share of the homes in need, by those accepted within the plan's years
  stock,       ///< the same share, by all that were ever accepted
};
}  // namespace wza::gis
template <>
struct wza::Names<wza::gis::TargetReading> {
  static constexpr std::array kAll{
      Name{wza::gis::TargetReading::newly, "newly", "新增", "New homes"},
      Name{wza::gis::TargetReading::cumulative, "cumulative", "累计（含规划前）",
           "All homes, those before the plan included"},
      Name{wza::gis::TargetReading::coverage, "coverage", "覆盖率（规划期内验收）",
           "Coverage by homes of the plan's years"},
      Name{wza::gis::TargetReading::stock, "stock", "覆盖率（历年验收）",
           "Coverage by homes of all years"},
  };
};
static_assert(wza::covers(wza::gis::TargetReading::stock));

namespace wza::gis {

enum class Standing : std::uint8_t { unknown, reached, on_pace, behind, missed };
}  // namespace wza::gis
template <>
struct wza::Names<wza::gis::Standing> {
  static constexpr std::array kAll{
      Name{wza::gis::Standing::unknown, "unknown", "无法判断", "Cannot be told"},
      Name{wza::gis::Standing::reached, "reached", "已兑现", "Reached"},
      Name{wza::gis::Standing::on_pace, "on_pace", "按目前进度可兑现", "On pace"},
      Name{wza::gis::Standing::behind, "behind", "按目前进度不能兑现", "Behind"},
      Name{wza::gis::Standing::missed, "missed", "到期未兑现", "Missed"},
  };
};
static_assert(wza::covers(wza::gis::Standing::missed));

namespace wza::gis {

struct PaceInput {
  std::int64_t target = 0;     ///< homes
  std::int64_t counted = 0;    ///< homes, `base` included
  std::int64_t base = 0;       ///< of them, those that were there when the plan began
  std::int64_t last_year = 0;  ///< accepted in the 365 days that end with `day`
  int from_year = 0, to_year = 0;
  LocalDate day;
};

struct Pace {
  double rate = 0;  ///< counted / target; 1 is all
  std::int64_t missing = 0;
  /// Homes that a straight line from the plan's first day to its last asks for by `day`.
  std::int64_t due = 0;
  int days_left = 0;  ///< from the day after `day` to 31 December of the last year
  /// counted + last_year × days_left / 365, rounded down; nothing once no day is left.
  std::optional<std::int64_t> forecast;
  /// missing / months left (of 365.25 / 12 days), rounded up to a tenth; nothing likewise.
  std::optional<double> needed_per_month;
  Standing standing{};
};

/// Precondition: target > 0, from_year <= to_year.
Pace pace_of(PaceInput const &input);

}  // namespace wza::gis
