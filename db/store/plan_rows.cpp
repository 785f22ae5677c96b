// SPDX-License-Identifier: Apache-2.0
#include "db/store/plan_rows.h"

#include "db/model/district.h"
#include "db/store/plan_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace wza {
namespace {

struct Heading {
  std::string_view word;
  std::string PlanRow::*field;
};
constexpr std::array kHeadings{
    Heading{"行政区划代码", &PlanRow::district},
    Heading{"区划代码", &PlanRow::district},
    Heading{"district", &PlanRow::district},
    Heading{"行政区划", &PlanRow::place},
    Heading{"地区", &PlanRow::place},
    Heading{"place", &PlanRow::place},
    Heading{"规划名称", &PlanRow::plan},
    Heading{"规划", &PlanRow::plan},
    Heading{"plan", &PlanRow::plan},
    Heading{"状态", &PlanRow::status},
    Heading{"status", &PlanRow::status},
    Heading{"指标", &PlanRow::indicator},
    Heading{"indicator", &PlanRow::indicator},
    Heading{"年份", &PlanRow::year},
    Heading{"目标年", &PlanRow::year},
    Heading{"year", &PlanRow::year},
    Heading{"目标值", &PlanRow::target},
    Heading{"target", &PlanRow::target},
    Heading{"单位", &PlanRow::unit},
    Heading{"unit", &PlanRow::unit},
    Heading{"基期值", &PlanRow::base},
    Heading{"base", &PlanRow::base},
    Heading{"基期年", &PlanRow::base_year},
    Heading{"base_year", &PlanRow::base_year},
    Heading{"指标属性", &PlanRow::nature},
    Heading{"属性", &PlanRow::nature},
    Heading{"nature", &PlanRow::nature},
    Heading{"原文", &PlanRow::quote},
    Heading{"quote", &PlanRow::quote},
    Heading{"起始年", &PlanRow::from_year},
    Heading{"规划起始年", &PlanRow::from_year},
    Heading{"from_year", &PlanRow::from_year},
    Heading{"计数口径", &PlanRow::rule},
    Heading{"rule", &PlanRow::rule},
    Heading{"分母", &PlanRow::denominator},
    Heading{"denominator", &PlanRow::denominator},
    Heading{"分母日期", &PlanRow::denominator_date},
    Heading{"denominator_date", &PlanRow::denominator_date},
    Heading{"分母来源", &PlanRow::denominator_source},
    Heading{"denominator_source", &PlanRow::denominator_source},
};

/// Wire word or label of either language.
template <class E>
std::optional<E> from_word(std::string_view word) {
  for (auto const &name : Names<E>::kAll) {
    if (word == name.key || word == name.zh || ascii_iequals(word, name.en)) return name.value;
  }
  return std::nullopt;
}

/// Where the brackets of a header begin; its end where it has none.
std::size_t bracket_in(std::string_view header) {
  return std::min({header.size(), header.find('('), header.find("（")});
}

std::optional<int> year_of(std::string_view text) {
  if (text.ends_with("年")) text.remove_suffix(std::string_view("年").size());
  auto const number = parse_number(text);
  if (!number || *number != std::floor(*number) || *number < 1990 || *number > 2100)
    return std::nullopt;
  return static_cast<int>(*number);
}

}  // namespace

std::string PlanRow::*plan_column(std::string_view header) {
  header = trimmed(header.substr(0, bracket_in(header)));
  for (Heading const &heading : kHeadings) {
    if (ascii_iequals(header, heading.word)) return heading.field;
  }
  return nullptr;
}

std::string_view plan_heading(std::string PlanRow::*field) {
  return std::find_if(kHeadings.begin(), kHeadings.end(),
                      [&](Heading const &one) { return one.field == field; })
      ->word;
}

Problem plan_problem(ProblemCode code, std::string_view file, PlanRow const &row,
                     std::string_view field, Text reason, Text remedy) {
  Problem p;
  p.code = code;
  p.where = std::string(file);
  auto const known = plan_column(field);
  p.field = std::string(known == nullptr ? field : plan_heading(known));
  p.row = row.row;
  p.reason = std::move(reason);
  p.remedy = std::move(remedy);
  return p;
}

std::optional<DistrictCode> plan_district(std::string_view text) {
  auto const plain = trimmed(text);
  if (plain == kNation || plain == "100000") return DistrictCode(std::string(kNation));
  return canonical_code(text);
}

namespace {

Result<CheckedPlanRow> with_denominator(PlanRow const &row, CheckedPlanRow out,
                                        Indicator const &indicator, std::string_view file) {
  auto const homes = trimmed(row.denominator), day = trimmed(row.denominator_date),
             source = trimmed(row.denominator_source);
  if (homes.empty() && day.empty() && source.empty()) return out;
  auto const refused = [&](ProblemCode code, std::string_view field) {
    return plan_problem(
        code, file, row, field,
        {"分母须同时有户数、统计日期和来源，并且只用于比率指标。",
         "A denominator needs its number, its day and its source, and belongs to a "
         "rate."},
        {"例如 3200、2024-12-31、区残联。", "For example 3200, 2024-12-31, district federation."});
  };
  auto const number = parse_number(homes);
  auto const counted_on = LocalDate::parse(day);
  if (!number || *number <= 0 || indicator.kind != IndicatorKind::rate)
    return refused(ProblemCode::bad_number, "denominator");
  if (!counted_on) return refused(ProblemCode::bad_date, "denominator_date");
  if (source.empty()) return refused(ProblemCode::missing_value, "denominator_source");
  out.denominator = Denominator{*number, *counted_on, std::string(source)};
  return out;
}

}  // namespace

Result<CheckedPlanRow> check_plan_row(PlanRow const &row, Indicator const &indicator,
                                      std::string_view file) {
  auto const refused = [&](ProblemCode code, std::string_view field, Text reason, Text remedy) {
    return plan_problem(code, file, row, field, std::move(reason), std::move(remedy));
  };
  CheckedPlanRow out;
  auto const district = plan_district(row.district);
  if (!district) {
    return refused(ProblemCode::unknown_code, "district",
                   {fmt::format("“{}”不是行政区划代码。", row.district),
                    fmt::format("\"{}\" is no district code.", row.district)},
                   {"请填写 6 位或 9 位行政区划代码，例如 441821；全国规划填 000000。",
                    "Give a code of 6 or 9 digits, for example 441821; 000000 for the nation."});
  }
  out.district = *district;

  std::string_view number = trimmed(row.target);
  for (std::string_view sign : {">=", "≥", ">", "＞"}) {
    if (!number.starts_with(sign)) continue;
    out.relation =
        sign == ">" || sign == "＞" ? TargetRelation::more_than : TargetRelation::at_least;
    number = trimmed(number.substr(sign.size()));
    break;
  }
  auto const said = unit_said(row, number, indicator, file);
  if (!said) return said.problem();
  PlanUnit const *unit = *said;
  bool const rate = unit->kind == IndicatorKind::rate;
  auto const *behind = unit_behind(number);
  bool const with_unit = behind != nullptr;
  if (with_unit) number = trimmed(number.substr(0, number.size() - behind->word.size()));
  auto const value = parse_number(number);
  if (!value || *value < 0) {
    return refused(ProblemCode::bad_number, "target",
                   {fmt::format("目标值“{}”不是数字。", row.target),
                    fmt::format("The target \"{}\" is no number.", row.target)},
                   {"请只填写数字，单位填在单位列。",
                    "Give a number alone; its unit stands in the unit column."});
  }
  if (rate && !with_unit && *value > 0 && *value < 1) {
    return refused(
        ProblemCode::bad_value, "target",
        {fmt::format("看不出目标值“{0}”是 {0}% 还是 {1:g}%（表格软件把 {1:g}% 存成 {0}）。", number,
                     *value * 100),
         fmt::format("Whether the target \"{0}\" is {0} % or {1:g} % cannot be told "
                     "(spreadsheets keep {1:g} % as {0}).",
                     number, *value * 100)},
        {fmt::format("请把百分号写在目标值里：“{}%”或“{:g}%”。", number, *value * 100),
         fmt::format("Write the sign with the target: {}% or {:g}%.", number, *value * 100)});
  }
  out.quoted = fmt::format("{}", *value);
  out.unit = std::string(unit->word);
  out.unit_factor = unit->factor;
  out.value = unit->kind == IndicatorKind::rate ? *value / 100 : *value * unit->factor;
  if (unit->kind == IndicatorKind::rate && out.value > 1) {
    return refused(ProblemCode::bad_value, "target",
                   {fmt::format("比率 {}% 大于 100%。", *value),
                    fmt::format("The rate {} % is more than 100 %.", *value)},
                   {"请检查目标值和单位。", "Check the target and its unit."});
  }
  auto const year = year_of(trimmed(row.year));
  if (!year) {
    return refused(
        ProblemCode::bad_date, "year",
        {fmt::format("“{}”不是年份。", row.year), fmt::format("\"{}\" is no year.", row.year)},
        {"请填写四位年份，例如 2025。", "Give a year of four digits, for example 2025."});
  }
  out.year = *year;

  std::string_view base_text = trimmed(row.base);
  if (base_text.ends_with(unit->word)) base_text.remove_suffix(unit->word.size());
  if (auto const base = parse_number(base_text)) {
    out.base_value = unit->kind == IndicatorKind::rate ? *base / 100 : *base * unit->factor;
    out.base_kind = *out.base_value == out.value ? BaseKind::unclear : BaseKind::state;
  }
  out.base_year = year_of(trimmed(row.base_year));
  out.status = PlanStatus::final;
  if (auto const word = trimmed(row.status); !word.empty()) {
    auto const status = from_word<PlanStatus>(word);
    if (!status) {
      return refused(ProblemCode::bad_value, "status",
                     {fmt::format("“{}”不是规划状态。", word),
                      fmt::format("\"{}\" is no status of a plan.", word)},
                     {"请填写“征求意见稿”或“正式印发”。", "Give draft or final."});
    }
    out.status = *status;
  }
  out.nature = Nature::unspecified;
  if (auto const word = trimmed(row.nature); !word.empty()) {
    auto const nature = from_word<Nature>(word);
    if (!nature) {
      return refused(ProblemCode::bad_value, "nature",
                     {fmt::format("“{}”不是指标属性。", word),
                      fmt::format("\"{}\" is no nature of a target.", word)},
                     {"请填写“约束性”或“预期性”。", "Give binding or expected."});
    }
    out.nature = *nature;
  }
  if (auto const word = trimmed(row.from_year); !word.empty()) {
    out.from_year = year_of(word);
    if (!out.from_year || *out.from_year > out.year) {
      return refused(ProblemCode::bad_date, "from_year",
                     {fmt::format("“{}”不是不晚于目标年的年份。", word),
                      fmt::format("\"{}\" is no year up to that of the target.", word)},
                     {"请填写规划的第一年，例如 2021。",
                      "Give the first year of the plan, for example 2021."});
    }
  }
  if (auto const word = trimmed(row.rule); !word.empty()) {
    auto const rule = from_word<CountRule>(word);
    if (!rule) {
      return refused(ProblemCode::bad_value, "rule",
                     {fmt::format("“{}”不是计数口径。", word),
                      fmt::format("\"{}\" is no rule of counting.", word)},
                     {"请填写 record、person 或 place。", "Give record, person or place."});
    }
    out.rule = *rule;
  }
  return with_denominator(row, std::move(out), indicator, file);
}

}  // namespace wza
