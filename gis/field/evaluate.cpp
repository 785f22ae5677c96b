// SPDX-License-Identifier: Apache-2.0
#include "gis/field/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wza::gis {
namespace {

constexpr double kNoise = 1e-9;  // binary rounding of decimal readings, relative

/// What stands between the value and the demand.
struct Comparison {
  bool passed = false;
  double margin = 0;
  Quantity demanded;
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
    case Comparator::exactly:
      return beyond(std::abs(value - low->si) - tolerance, false, *low);
    case Comparator::absent:
      return {value <= 0, value, {Dimension::count, 0}};
    default:  // between
      return low->si - value > value - high->si ? beyond(low->si - value, false, *low)
                                                : beyond(value - high->si, false, *high);
  }
}

Judgement cant_tell(Text reason, std::vector<std::string> missing = {}) {
  return {Outcome::cant_tell, {}, {}, std::move(reason), {}, std::move(missing)};
}

Judgement inapplicable(Text reason) {
  return {Outcome::inapplicable, {}, {}, std::move(reason)};
}

Quantity const *total_of(Step const &step, Circumstances const &at) {
  auto const known = at.facts.find(step.fact);
  return known == at.facts.end() ? nullptr : std::get_if<Quantity>(&known->second);
}

Judgement unknown_total(std::string const &fact, Circumstances const &at) {
  auto const name = in_words({fact}, at);
  return cant_tell({fmt::format("限值随“{}”而定，但没有记录它。", name.zh),
                    fmt::format("The threshold follows “{}”, which was not recorded.", name.en)},
                   {fact});
}

/// The least that is demanded whatever the fact is that the threshold follows.
std::optional<Quantity> least_of(std::vector<Step> const &steps) {
  std::optional<double> least;
  for (Step const &step : steps) {
    if (!step.minimum) return std::nullopt;
    least = std::min(least.value_or(*step.minimum), *step.minimum);
  }
  if (!least) return std::nullopt;
  return Quantity{steps.front().dimension, *least};
}

Judgement met(Text const &shown, Text const &demand, Comparison const &c) {
  return {Outcome::passed,
          c.margin,
          c.demanded,
          {fmt::format("实测 {}，符合：{}。", shown.zh, demand.zh),
           fmt::format("Measured {}; met: {}.", shown.en, demand.en)}};
}

/// A reading against its bounds, in the unit in which it is shown.
Judgement weighed(Criterion const &criterion, Quantity const &value, Comparison const &c,
                  Unit const &unit, std::optional<Tolerance> const &stated) {
  auto const demand = demand_of(criterion, c.demanded);
  auto const shown = format_quantity(value, unit);
  if (c.passed) return met({shown, shown}, demand, c);
  auto const off = format_quantity({unit.dimension, std::abs(c.margin)}, unit);
  bool const within = stated && stated->value.dimension == c.demanded.dimension &&
                      criterion.comparator != Comparator::exactly &&
                      c.margin <= stated->value.si + kNoise;
  if (within) {
    auto const tolerance = format_quantity(stated->value, unit);
    return cant_tell(
        {fmt::format("实测 {}，超出限值 {}，没有超过{}的允差 ±{}，请用更精确的仪器复测：{}。",
                     shown, off, stated->instrument.zh, tolerance, demand.zh),
         fmt::format("Measured {}, beyond the limit by {}, which is within the tolerance ±{} of "
                     "{}; measure again more exactly: {}.",
                     shown, off, tolerance,
                     stated->instrument.en.empty() ? "the reading" : stated->instrument.en,
                     demand.en)});
  }
  if (criterion.comparator == Comparator::exactly) {
    auto const apart = format_quantity({unit.dimension, std::abs(value.si - c.demanded.si)}, unit);
    auto const allowed =
        format_quantity({unit.dimension, std::abs(value.si - c.demanded.si) - c.margin}, unit);
    return {Outcome::failed,
            c.margin,
            c.demanded,
            {fmt::format("实测 {}，不符合：{}；相差 {}，超出允差 ±{}。", shown, demand.zh, apart,
                         allowed),
             fmt::format("Measured {}; not met: {}; {} apart, more than the tolerance ±{}.", shown,
                         demand.en, apart, allowed)}};
  }
  return {Outcome::failed,
          c.margin,
          c.demanded,
          {fmt::format("实测 {}，不符合：{}；相差 {}。", shown, demand.zh, off),
           fmt::format("Measured {}; not met: {}; off by {}.", shown, demand.en, off)}};
}

/// A share that is large enough, where the clause asks for a least number as well.
Judgement share_held(Criterion const &criterion, Quantity const &share, Judgement enough,
                     Circumstances const &at) {
  Step const &step = criterion.steps.front();
  auto const *total = total_of(step, at);
  if (total == nullptr) return unknown_total(step.fact, at);
  Quantity const pieces{step.dimension, std::round(share.si * total->si)};
  Quantity const least{step.dimension, *step.minimum};
  if (pieces.si >= least.si) return enough;
  return weighed(criterion, pieces, {false, least.si - pieces.si, least}, *unit_of("count"), {});
}

/// The threshold follows a fact that nobody recorded: what is demanded at least still decides.
Judgement follows_unknown(Criterion const &criterion, Quantity const &value,
                          Circumstances const &at) {
  if (auto const least = least_of(criterion.steps)) {
    auto const unit =
        value.dimension == Dimension::count ? *unit_of("count") : shown_unit(criterion);
    auto const compared = compare(criterion.comparator, value.si, least, least, 0);
    if (!compared.passed) return weighed(criterion, value, compared, unit, at.tolerance);
  }
  return unknown_total(criterion.steps.front().fact, at);
}

Judgement held_number(Criterion const &criterion, Quantity const &value, Circumstances const &at) {
  auto low = criterion.low;
  auto high = criterion.high;
  auto unit = shown_unit(criterion);
  bool const by_steps =
      !criterion.steps.empty() && value.dimension == criterion.steps.front().dimension;
  if (by_steps) {
    Step const &step = criterion.steps.front();
    auto const *total = total_of(step, at);
    if (total == nullptr) return follows_unknown(criterion, value, at);
    auto const demanded = demanded_at(criterion.steps, total->si);
    if (!demanded) {
      auto const name = in_words({step.fact}, at);
      return cant_tell(
          {fmt::format("标准没有给出“{}”为该值时的限值。", name.zh),
           fmt::format("The clause gives no threshold for this value of “{}”.", name.en)});
    }
    (criterion.comparator == Comparator::at_most || criterion.comparator == Comparator::less_than
         ? high
         : low) = demanded;
  }
  if (value.dimension == Dimension::count) unit = *unit_of("count");
  auto const &tolerance = at.tolerance ? at.tolerance : criterion.tolerance;
  bool const exactly = criterion.comparator == Comparator::exactly;
  if (exactly && !tolerance) {
    return cant_tell({"没有说明仪器的允差，无法判定是否等于。",
                      "The tolerance of the instrument was not stated, so that equal cannot be "
                      "told from unequal."});
  }
  auto const compared =
      compare(criterion.comparator, value.si, low, high, exactly ? tolerance->value.si : 0);
  auto judgement = weighed(criterion, value, compared, unit, at.tolerance);
  if (!by_steps && judgement.outcome == Outcome::passed && !criterion.steps.empty() &&
      criterion.steps.front().minimum)
    return share_held(criterion, value, std::move(judgement), at);
  return judgement;
}

/// The value against the clause alone, as if it applied.
Judgement held(Criterion const &criterion, Reading const &reading, Circumstances const &at) {
  if (auto const *value = std::get_if<Quantity>(&reading))
    return held_number(criterion, *value, at);
  auto const demand = demand_of(criterion);
  if (std::get<bool>(reading) == (criterion.comparator == Comparator::present)) {
    return {Outcome::passed,
            {},
            {},
            {fmt::format("符合：{}。", demand.zh), fmt::format("Met: {}.", demand.en)}};
  }
  return {Outcome::failed,
          {},
          {},
          {fmt::format("不符合：{}。", demand.zh), fmt::format("Not met: {}.", demand.en)}};
}

Judgement not_in_force(Criterion const &criterion) {
  if (criterion.superseded_by.empty()) {
    return inapplicable({fmt::format("{} 在检查当日尚未施行。", criterion.standard),
                         fmt::format("{} was not yet in force on that day.", criterion.standard)});
  }
  return inapplicable(
      {fmt::format("该条已由“{}”代替，请按新条判定。", criterion.superseded_by.value),
       fmt::format("Replaced by “{}”; judge by that one.", criterion.superseded_by.value)});
}

/// With the fact that the reading itself yields, which its own condition may ask about.
Circumstances with_own_fact(Criterion const &criterion, std::optional<Reading> const &reading,
                            Circumstances at) {
  auto const *value = reading ? std::get_if<Quantity>(&*reading) : nullptr;
  if (value != nullptr && !criterion.yields.empty()) at.facts.try_emplace(criterion.yields, *value);
  return at;
}

Judgement judge_in_force(Criterion const &criterion, std::optional<Reading> const &reading,
                         Circumstances const &at) {
  auto const applies_here = applicability(criterion, at);
  if (applies_here.is_false()) {
    return inapplicable(
        {"该条不适用于这个场所或部件。", "The clause does not apply to this place or component."});
  }
  if (!reading) {
    return cant_tell({fmt::format("没有测量“{}”。", criterion.quantity.zh),
                      fmt::format("“{}” was not measured.", criterion.quantity.en)});
  }
  auto judgement = held(criterion, *reading, at);
  judgement.reading = reading;
  if (judgement.outcome != Outcome::failed) return judgement;
  if (applies_here.is_unknown()) {
    auto names = missing_facts(criterion, at);
    auto const missing = in_words(names, at);
    return cant_tell(
        {fmt::format("实测值达不到该条，但不知道该条是否适用；没有记录：{}。", missing.zh),
         fmt::format("The value does not meet the clause, but whether it applies is not known; not "
                     "recorded: {}.",
                     missing.en)},
        std::move(names));
  }
  if (criterion.needs_judgement && !at.applies) {
    return cant_tell({fmt::format("实测值达不到该条；该条只在以下情况适用，需由督导人员判断：{}",
                                  criterion.condition.zh),
                      fmt::format("The value does not meet the clause, which applies only in this "
                                  "case, for the inspector to decide: {}",
                                  criterion.condition.en)},
                     {"applies"});
  }
  return judgement;
}

}  // namespace

int badness(Outcome outcome) {
  switch (outcome) {
    case Outcome::failed:
      return 3;
    case Outcome::cant_tell:
      return 2;
    case Outcome::passed:
      return 1;
    default:
      return 0;
  }
}

Judgement judge(Criterion const &criterion, std::optional<Reading> const &reading,
                Circumstances const &at) {
  if (!in_force(criterion, at)) return not_in_force(criterion);
  return judge_in_force(criterion, reading, with_own_fact(criterion, reading, at));
}

Judgement judge_sides(Criterion const &criterion, std::span<std::optional<Reading> const> readings,
                      Circumstances const &at) {
  if (readings.size() == 1) return judge(criterion, readings.front(), at);
  Judgement worst = inapplicable({});
  worst.outcome = Outcome::untested;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    auto one = judge(criterion, readings[i], at);
    bool const worse = worst.outcome == Outcome::untested ||
                       badness(one.outcome) > badness(worst.outcome) ||
                       (badness(one.outcome) == badness(worst.outcome) &&
                        one.margin.value_or(0) > worst.margin.value_or(0));
    if (!worse) continue;
    worst = std::move(one);
    auto const &side = criterion.sides.at(i).name;
    worst.reason = {fmt::format("{}：{}", side.zh, worst.reason.zh),
                    fmt::format("{}: {}", side.en, worst.reason.en)};
  }
  return worst;
}

}  // namespace wza::gis
