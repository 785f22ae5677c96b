// SPDX-License-Identifier: Apache-2.0
#include "db/store/plan_units.h"

#include "db/store/plan_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wza {
namespace {

constexpr std::array kUnits{
    PlanUnit{"户", 1, IndicatorKind::count},       PlanUnit{"万户", 10000, IndicatorKind::count},
    PlanUnit{"人", 1, IndicatorKind::count},       PlanUnit{"名", 1, IndicatorKind::count},
    PlanUnit{"万人", 10000, IndicatorKind::count}, PlanUnit{"万名", 10000, IndicatorKind::count},
    PlanUnit{"个", 1, IndicatorKind::count},       PlanUnit{"所", 1, IndicatorKind::count},
    PlanUnit{"homes", 1, IndicatorKind::count},    PlanUnit{"%", 0.01, IndicatorKind::rate},
    PlanUnit{"％", 0.01, IndicatorKind::rate},
};

/// The unit of that name; null where none has it.
PlanUnit const *unit_named(std::string_view word) {
  auto const found = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](PlanUnit const &known) { return known.word == word; });
  return found == kUnits.end() ? nullptr : &*found;
}

}  // namespace

PlanUnit const *unit_behind(std::string_view number) {
  PlanUnit const *found = nullptr;
  for (PlanUnit const &known : kUnits) {
    if (number.ends_with(known.word) && (!found || found->word.size() < known.word.size()))
      found = &known;
  }
  return found;
}

Result<PlanUnit const *> unit_said(PlanRow const &row, std::string_view number,
                                   Indicator const &indicator, std::string_view file) {
  auto const refused = [&](Text reason) {
    return plan_problem(ProblemCode::bad_value, file, row, "unit", std::move(reason),
                        {indicator.kind == IndicatorKind::rate
                             ? Text{"比率指标的单位请填写“%”。", "Give % for a rate."}
                             : Text{"数量指标的单位请填写户、万户、人、万人、个或所。",
                                    "Give 户, 万户, 人, 万人, 个 or 所 for a count."}});
  };
  auto const cell = trimmed(row.unit);
  PlanUnit const *unit = unit_named(cell);
  if (!cell.empty() && (!unit || unit->kind != indicator.kind)) {
    return refused({fmt::format("单位“{}”不适合指标“{}”。", cell, indicator.name.zh),
                    fmt::format("The unit \"{}\" does not fit the indicator \"{}\".", cell,
                                indicator.name.en)});
  }
  for (PlanUnit const *other : {unit_behind(number), unit_named(row.header_unit)}) {
    if (!other) continue;
    if (!unit) unit = other;
    if (unit->factor == other->factor && unit->kind == other->kind) continue;
    return refused({fmt::format("单位不一致：“{}”和“{}”。", unit->word, other->word),
                    fmt::format("Two units: \"{}\" and \"{}\".", unit->word, other->word)});
  }
  if (!unit) return refused({"没有写单位。", "There is no unit."});
  if (unit->kind == indicator.kind) return unit;
  return refused({fmt::format("单位“{}”不适合指标“{}”。", unit->word, indicator.name.zh),
                  fmt::format("The unit \"{}\" does not fit the indicator \"{}\".", unit->word,
                              indicator.name.en)});
}

std::string_view plan_unit(std::string_view header) {
  for (PlanUnit const &known : kUnits) {
    for (auto const &[open, close] : {std::pair{"(", ")"}, {"（", "）"}}) {
      auto const in_brackets = fmt::format("{}{}{}", open, known.word, close);
      if (header.find(in_brackets) != std::string_view::npos) return known.word;
    }
  }
  return {};
}

}  // namespace wza
