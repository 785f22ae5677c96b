// SPDX-License-Identifier: Apache-2.0
// Plans and what they promise. The five published plans differ in form: 万户, 户 and percent, with
// a base, without one, or with one that equals the target. So a target keeps the number as printed,
// its unit and factor, the meaning of its base, how binding it is, and where it was read.
#pragma once

#include "db/base/clock.h"
#include "db/base/ids.h"
#include "db/base/text.h"
#include "db/model/criterion.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

using PlanId = Key<struct PlanTag>;            ///< "fogang-14-5"
using IndicatorId = Key<struct IndicatorTag>;  ///< "home-retrofits"
using TargetId = Key<struct TargetTag>;        ///< "FG-05"

enum class PlanStatus : std::uint8_t { draft, final };
template <>
struct Names<PlanStatus> {
  static constexpr std::array kAll{
      Name{PlanStatus::draft, "draft", "征求意见稿", "Draft for comment"},
      Name{PlanStatus::final, "final", "正式印发", "Final"},
  };
};
static_assert(covers(PlanStatus::final));

enum class IndicatorKind : std::uint8_t { count, rate };
template <>
struct Names<IndicatorKind> {
  static constexpr std::array kAll{
      Name{IndicatorKind::count, "count", "数量", "Count"},
      Name{IndicatorKind::rate, "rate", "比率", "Rate"},
  };
};
static_assert(covers(IndicatorKind::rate));

/// What is counted for an indicator. `none`: the tracker does not hold it; it is shown as
/// "not counted here", never as 0.
enum class Counted : std::uint8_t { none, accepted_homes };
template <>
struct Names<Counted> {
  static constexpr std::array kAll{
      Name{Counted::none, "none", "本系统不统计", "Not counted here"},
      Name{Counted::accepted_homes, "accepted_homes", "验收合格户数", "Homes accepted"},
  };
};
static_assert(covers(Counted::accepted_homes));

/// 约束性, 预期性, or not said.
enum class Nature : std::uint8_t { binding, expected, unspecified };
template <>
struct Names<Nature> {
  static constexpr std::array kAll{
      Name{Nature::binding, "binding", "约束性", "Binding"},
      Name{Nature::expected, "expected", "预期性", "Expected"},
      Name{Nature::unspecified, "unspecified", "未注明", "Not stated"},
  };
};
static_assert(covers(Nature::unspecified));

enum class TargetRelation : std::uint8_t { at_least, more_than };
template <>
struct Names<TargetRelation> {
  static constexpr std::array kAll{
      Name{TargetRelation::at_least, "at_least", "达到", "At least"},
      Name{TargetRelation::more_than, "more_than", "大于", "More than"},
  };
};
static_assert(covers(TargetRelation::more_than));

/// What the number in the base column means.
enum class BaseKind : std::uint8_t {
  none,     ///< no number stands there
  state,    ///< the state in the base year
  unclear,  ///< it equals the target: cumulative or new is not to be told
};
template <>
struct Names<BaseKind> {
  static constexpr std::array kAll{
      Name{BaseKind::none, "none", "无基期值", "No base"},
      Name{BaseKind::state, "state", "基期状况", "State in the base year"},
      Name{BaseKind::unclear, "unclear", "含义不明", "Meaning unclear"},
  };
};
static_assert(covers(BaseKind::unclear));

/// What a plan counts once. One home that appears under two programmes or in two years is one
/// record each, one person, and one place.
enum class CountRule : std::uint8_t { record, person, place };
template <>
struct Names<CountRule> {
  static constexpr std::array kAll{
      Name{CountRule::record, "record", "每条记录计一次", "Each record counts"},
      Name{CountRule::person, "person", "同一残疾人只计一次", "Each person counts once"},
      Name{CountRule::place, "place", "同一住址只计一次", "Each place counts once"},
  };
};
static_assert(covers(CountRule::place));

struct Plan {
  PlanId id;
  DistrictCode district;
  Text place, title;
  PlanStatus status{};
  int from_year = 0, to_year = 0;
  Text note;
  CountRule rule = CountRule::person;
  Confidence confidence{};
  Origin origin{};
};

struct Indicator {
  IndicatorId id;
  Text name;
  IndicatorKind kind{};
  Counted numerator{};
  /// A rate over all homes of poor, severely disabled people needs that number and its date.
  bool over_homes_in_need = false;
  Text note;
};

struct Target {
  TargetId id;
  PlanId plan;
  IndicatorId indicator;
  std::optional<int> year;  ///< by the end of which it is to be reached
  TargetRelation relation{};
  std::string quoted, unit;  ///< as printed: "0.4", "万户"
  double unit_factor = 1;    ///< 万户: 10000, %: 0.01
  double value = 0;          ///< quoted × factor: 4000 homes; rates as 0.95
  std::string base_quoted;   ///< as printed: ">80", "—"
  std::optional<double> base_value;
  std::optional<int> base_year;
  BaseKind base_kind{};
  Nature nature{};
  std::string quote_zh;     ///< words by which the line is found in the plan
  std::optional<int> line;  ///< of the plan's text
  Text note;
  Origin origin{};
};

/// What was before the plan, or how many people there are. Never added to a target.
struct Baseline {
  PlanId plan;
  IndicatorId indicator;
  std::optional<int> from_year, to_year;
  double value = 0;
  std::string quote_zh;
  int line = 0;
};

/// What a promised coverage is a share of, as somebody counted it on a day.
struct Denominator {
  double homes = 0;
  LocalDate counted_on;
  std::string source;
};

}  // namespace wza
