// SPDX-License-Identifier: Apache-2.0
#include "gis/field/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::gis {
namespace {

constexpr double kNoise = 1e-9;  // binary rounding of decimal readings, relative

struct Word {
  std::string_view word;
  bool yes;
};
constexpr std::array kWords{
    Word{"有", true},      Word{"是", true},  Word{"设有", true},   Word{"已设", true},
    Word{"存在", true},    Word{"yes", true}, Word{"true", true},   Word{"y", true},
    Word{"1", true},       Word{"√", true},   Word{"✓", true},      Word{"present", true},
    Word{"无", false},     Word{"否", false}, Word{"没有", false},  Word{"未设", false},
    Word{"不存在", false}, Word{"no", false}, Word{"false", false}, Word{"n", false},
    Word{"0", false},      Word{"×", false},  Word{"✗", false},     Word{"absent", false},
};

Unit unit_or_presence(Criterion const &criterion) {
  auto const unit = unit_of(criterion.unit);
  return unit ? *unit : *unit_of("bool");
}

Text joined(std::vector<std::string> const &names) {
  return {fmt::format("{}", fmt::join(names, "、")), fmt::format("{}", fmt::join(names, ", "))};
}

/// Half of the last digit that the clause prints: "1.20" m is held to ±5 mm, "550" mm to ±0.5 mm.
double tolerance_of(Criterion const &criterion) {
  auto const dot = criterion.threshold.find('.');
  auto const digits =
      dot == std::string::npos ? 0 : static_cast<int>(criterion.threshold.size() - dot - 1);
  return 0.5 * std::pow(10, -digits) * unit_or_presence(criterion).to_si;
}

/// What stands between the value and the demand.
struct Comparison {
  bool passed = false;
  std::optional<double> margin;
  std::optional<Quantity> demanded;
};

Comparison compare(Comparator comparator, double value, std::optional<Quantity> const &low,
                   std::optional<Quantity> const &high, double tolerance) {
  auto const beyond = [&](double distance, bool strict, Quantity const &bound) {
    double const slack = kNoise * std::max({1.0, std::abs(value), std::abs(bound.si)});
    return Comparison{strict ? distance < -slack : distance <= slack, distance, bound};
  };
  switch (comparator) {
    case Comparator::at_least:
    case Comparator::more_than:
      return beyond(low->si - value, comparator == Comparator::more_than, *low);
    case Comparator::at_most:
    case Comparator::less_than:
      return beyond(value - high->si, comparator == Comparator::less_than, *high);
    case Comparator::exactly: {
      double const off = std::abs(value - low->si);
      return {off <= tolerance + kNoise, off - tolerance, *low};
    }
    default:  // between
      return value < low->si ? beyond(low->si - value, false, *low)
                             : beyond(value - high->si, false, *high);
  }
}

/// The facts of the condition that nobody recorded.
std::vector<std::string> missing_facts(Criterion const &criterion, Circumstances const &at) {
  std::vector<std::string> missing;
  if (criterion.applies_to != AppliesTo::all && !at.build)
    missing.emplace_back("新建或既有 (build)");
  if (!criterion.places.empty() && !at.place) missing.emplace_back("场所类型 (place_type)");
  for (auto const &fact : facts_of(criterion.applies_when)) {
    if (!at.facts.contains(fact)) missing.push_back(fact);
  }
  return missing;
}

Trilean applicability(Criterion const &criterion, Circumstances const &at) {
  if (at.applies) return *at.applies;
  Trilean result = true;
  if (!criterion.places.empty()) {
    result = at.place ? Trilean(std::find(criterion.places.begin(), criterion.places.end(),
                                          *at.place) != criterion.places.end())
                      : Trilean::unknown();
  }
  if (criterion.applies_to != AppliesTo::all) {
    result = result && (at.build ? Trilean(*at.build == criterion.applies_to) : Trilean::unknown());
  }
  return result && applies(criterion.applies_when, at.facts);
}

Judgement cant_tell(Text reason) {
  return {Outcome::cant_tell, {}, {}, std::move(reason)};
}

/// The value against the clause alone, as if it applied.
Judgement held(Criterion const &criterion, Reading const &reading, Circumstances const &at) {
  auto const demand = demand_of(criterion);
  if (auto const *yes = std::get_if<bool>(&reading)) {
    bool const passed = *yes == (criterion.comparator == Comparator::present);
    return {passed ? Outcome::passed : Outcome::failed,
            {},
            {},
            passed ? Text{fmt::format("符合：{}。", demand.zh), fmt::format("Met: {}.", demand.en)}
                   : Text{fmt::format("不符合：{}。", demand.zh),
                          fmt::format("Not met: {}.", demand.en)}};
  }
  auto const &value = std::get<Quantity>(reading);
  auto low = criterion.low;
  auto high = criterion.high;
  auto unit = shown_unit(criterion);
  bool const by_steps =
      !criterion.steps.empty() && value.dimension == criterion.steps.front().dimension;
  if (by_steps) {
    auto const &fact = criterion.steps.front().fact;
    auto const known = at.facts.find(fact);
    auto const *total = known == at.facts.end() ? nullptr : std::get_if<Quantity>(&known->second);
    if (total == nullptr) {
      return cant_tell({fmt::format("限值随“{}”而定，但没有记录它。", fact),
                        fmt::format("The threshold follows “{}”, which was not recorded.", fact)});
    }
    auto const demanded = demanded_at(criterion.steps, total->si);
    if (!demanded) {
      return cant_tell(
          {fmt::format("标准没有给出“{}”为该值时的限值。", fact),
           fmt::format("The clause gives no threshold for this value of “{}”.", fact)});
    }
    (criterion.comparator == Comparator::at_most || criterion.comparator == Comparator::less_than
         ? high
         : low) = demanded;
    if (value.dimension == Dimension::count) unit = *unit_of("count");
  }
  auto const result =
      criterion.comparator == Comparator::absent
          ? Comparison{value.si <= 0, value.si, Quantity{value.dimension, 0}}
          : compare(criterion.comparator, value.si, low, high, tolerance_of(criterion));
  if (criterion.comparator == Comparator::absent) unit = *unit_of("count");
  auto const shown = format_quantity(value, unit);
  if (result.passed) {
    return {Outcome::passed,
            result.margin,
            result.demanded,
            {fmt::format("实测 {}，符合：{}。", shown, demand.zh),
             fmt::format("Measured {}; met: {}.", shown, demand.en)}};
  }
  auto const off = format_quantity({value.dimension, std::abs(*result.margin)}, unit);
  return {Outcome::failed,
          result.margin,
          result.demanded,
          {fmt::format("实测 {}，不符合：{}；相差 {}。", shown, demand.zh, off),
           fmt::format("Measured {}; not met: {}; off by {}.", shown, demand.en, off)}};
}

}  // namespace

std::optional<bool> read_yes_no(std::string_view word) {
  auto const plain = ascii_lower(trimmed(word));
  for (auto const &known : kWords) {
    if (known.word == plain) return known.yes;
  }
  return std::nullopt;
}

Result<std::optional<Reading>> read_value(Criterion const &criterion, std::string_view value,
                                          std::string_view unit) {
  auto const text = trimmed(value);
  if (text.empty()) return std::optional<Reading>();
  if (!is_measured(criterion)) {
    // "Conforms" speaks of the clause, "yes" and "there is" of the thing.
    if (text == "符合" || text == "不符合") {
      return std::optional<Reading>((text == "符合") ==
                                    (criterion.comparator == Comparator::present));
    }
    if (auto const yes = read_yes_no(text)) return std::optional<Reading>(*yes);
    if (criterion.comparator == Comparator::absent) {
      if (auto const count = parse_quantity(text, *unit_of("count")))
        return std::optional<Reading>(*count);
    }
    return Problem{ProblemCode::bad_value,
                   "",
                   "value",
                   std::nullopt,
                   {"测量值既不是“有”“无”，也不是“是”“否”。", "The value is neither yes nor no."},
                   {"请填写“有”或“无”；没有检查的留空。",
                    "Write yes or no; leave it empty where nobody looked."}};
  }
  auto const named = trimmed(unit);
  auto default_unit = unit_or_presence(criterion);
  if (!named.empty()) {
    auto const written = unit_of(named);
    bool const by_steps = written && !criterion.steps.empty() &&
                          written->dimension == criterion.steps.front().dimension;
    if (!written || (written->dimension != default_unit.dimension && !by_steps)) {
      return Problem{
          ProblemCode::bad_value,
          "",
          "unit",
          std::nullopt,
          {fmt::format("单位“{}”不能用于这项指标，应为 {}。", named, default_unit.word),
           fmt::format("The unit “{}” does not fit this criterion, which is measured in {}.", named,
                       default_unit.word)},
          {fmt::format("请改用 {} 或留空。", default_unit.word),
           fmt::format("Use {} or leave the unit empty.", default_unit.word)}};
    }
    default_unit = *written;
  }
  if (auto const quantity = parse_quantity(text, default_unit))
    return std::optional<Reading>(*quantity);
  return Problem{
      ProblemCode::bad_number,
      "",
      "value",
      std::nullopt,
      {fmt::format("测量值“{}”不是数字。", utf8_prefix(text, 60)),
       fmt::format("The value “{}” is no number.", utf8_prefix(text, 60))},
      {fmt::format("请只填写数字（单位 {}），例如 1200、1.2 或坡度 1:12；没有测量的留空。",
                   default_unit.word),
       fmt::format("Write a number in {}, such as 1200, 1.2 or a slope 1:12; leave it empty where "
                   "nothing was measured.",
                   default_unit.word)}};
}

Unit shown_unit(Criterion const &criterion) {
  auto const unit = unit_or_presence(criterion);
  // Differences of slopes cannot be told as 1:n.
  return unit.dimension == Dimension::ratio ? *unit_of("%") : unit;
}

Text demand_of(Criterion const &criterion) {
  bool const must = criterion.obligation == Obligation::must;
  auto const comparator = label(criterion.comparator);
  if (!is_measured(criterion)) {
    return {fmt::format("{}{}", must ? "" : "（宜）", criterion.name.zh),
            fmt::format("{}{}", criterion.name.en, must ? "" : " (advice)")};
  }
  bool const ratio = criterion.unit == "1:n";
  auto const unit = ratio ? std::string() : " " + criterion.unit;
  return {fmt::format("{}{}{} {}{}", criterion.quantity.zh, must ? "应" : "宜", comparator.zh,
                      criterion.threshold, unit),
          fmt::format("{} {} be {} {}{}", criterion.quantity.en, must ? "must" : "should",
                      ascii_lower(comparator.en), criterion.threshold, unit)};
}

Judgement judge(Criterion const &criterion, std::optional<Reading> const &reading,
                Circumstances const &at) {
  if (!criterion.superseded_by.empty()) {
    return {Outcome::inapplicable,
            {},
            {},
            {fmt::format("该条已由“{}”代替，请按新条判定。", criterion.superseded_by.value),
             fmt::format("Replaced by “{}”; judge by that one.", criterion.superseded_by.value)}};
  }
  auto const applies_here = applicability(criterion, at);
  if (applies_here.is_false()) {
    return {
        Outcome::inapplicable,
        {},
        {},
        {"该条不适用于这个场所或部件。", "The clause does not apply to this place or component."}};
  }
  if (!reading) {
    return cant_tell({fmt::format("没有测量“{}”。", criterion.quantity.zh),
                      fmt::format("“{}” was not measured.", criterion.quantity.en)});
  }
  auto judgement = held(criterion, *reading, at);
  if (judgement.outcome != Outcome::failed) return judgement;
  if (applies_here.is_unknown()) {
    auto const missing = joined(missing_facts(criterion, at));
    return cant_tell(
        {fmt::format("实测值达不到该条，但不知道该条是否适用；没有记录：{}。", missing.zh),
         fmt::format("The value does not meet the clause, but whether it applies is not known; not "
                     "recorded: {}.",
                     missing.en)});
  }
  if (criterion.needs_judgement && !at.applies) {
    return cant_tell({fmt::format("实测值达不到该条；该条只在以下情况适用，需由督导人员判断：{}",
                                  criterion.condition.zh),
                      fmt::format("The value does not meet the clause, which applies only in this "
                                  "case, for the inspector to decide: {}",
                                  criterion.condition.en)});
  }
  return judgement;
}

}  // namespace wza::gis
