// SPDX-License-Identifier: Apache-2.0
// A facility criterion: what one clause of GB 55019-2021 or GB 50763-2012 demands of one thing that
// can be measured or seen, and when it demands it. Facts are rows (db/reference/criteria.tsv,
// criteria_steps.tsv, facts.tsv); this is their shape. Judging a measurement is gis/field's work.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "db/base/ids.h"
#include "db/base/known.h"
#include "db/base/units.h"
#include "db/model/outcome.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wza {

/// How a value is held against the threshold. `low` and `high` are those of Criterion.
enum class Comparator : std::uint8_t {
  at_least,   ///< value >= low
  at_most,    ///< value <= high
  more_than,  ///< value > low
  less_than,  ///< value < high
  exactly,    ///< value = low = high, within the tolerance of the instrument
  between,    ///< low <= value <= high
  present,    ///< the thing is there: yes or no, no number
  absent,     ///< none of it is there: yes or no, or a count that must be 0
};
template <>
struct Names<Comparator> {
  static constexpr std::array kAll{
      Name{Comparator::at_least, "at_least", "不小于", "At least"},
      Name{Comparator::at_most, "at_most", "不大于", "At most"},
      Name{Comparator::more_than, "more_than", "大于", "More than"},
      Name{Comparator::less_than, "less_than", "小于", "Less than"},
      Name{Comparator::exactly, "exactly", "等于", "Exactly"},
      Name{Comparator::between, "between", "介于", "Between"},
      Name{Comparator::present, "present", "应有", "Present"},
      Name{Comparator::absent, "absent", "不应有", "Absent"},
  };
};
static_assert(covers(Comparator::absent));

/// 应 (must) or 宜 (should) in the clause. A missed `should` is advice, not a breach.
enum class Obligation : std::uint8_t { must, should };
template <>
struct Names<Obligation> {
  static constexpr std::array kAll{
      Name{Obligation::must, "must", "应（必须）", "Must"},
      Name{Obligation::should, "should", "宜（建议）", "Should"},
  };
};
static_assert(covers(Obligation::should));

/// Which buildings a criterion is for. GB 55019-2021 asks more of new and extended ones.
enum class AppliesTo : std::uint8_t { all, new_build, existing };
template <>
struct Names<AppliesTo> {
  static constexpr std::array kAll{
      Name{AppliesTo::all, "all", "新建和既有", "New and existing"},
      Name{AppliesTo::new_build, "new_build", "新建、扩建", "New and extended"},
      Name{AppliesTo::existing, "existing", "既有改造", "Existing, being altered"},
  };
};
static_assert(covers(AppliesTo::existing));

/// Where a row of reference data comes from: shipped with the program, or added by an office.
/// Local rows are never overwritten.
enum class Origin : std::uint8_t { reference, local };
template <>
struct Names<Origin> {
  static constexpr std::array kAll{
      Name{Origin::reference, "reference", "随软件提供", "Shipped with the program"},
      Name{Origin::local, "local", "本单位添加", "Added by the office"},
  };
};
static_assert(covers(Origin::local));

/// When a criterion applies, as a tree over named facts (facts.tsv) about the thing inspected.
/// A fact that nobody recorded makes its leaf unknown; and, or, not are Kleene's (db/base/known.h),
/// so `rise_per_run <= 150 mm and site_constrained` is false for a high ramp on any site. Unknown
/// as a whole means: the outcome is cant_tell, unless the value would pass either way.
struct Condition {
  enum class Kind : std::uint8_t {
    always,   ///< true; nothing else is set
    yes,      ///< the yes-or-no fact `fact` is yes
    compare,  ///< the measured fact `fact` stands in `comparator` to `value` (at_least, at_most,
              ///< more_than, less_than or exactly)
    one_of,   ///< the choice fact `fact` is one of `words`
    not_,     ///< parts[0] is false
    all_of,   ///< every one of `parts` is true
    any_of,   ///< at least one of `parts` is true
  };
  Kind kind = Kind::always;
  std::string fact;
  Comparator comparator{};
  Quantity value;
  std::vector<std::string> words;
  std::vector<Condition> parts;
  /// Leaf only: whoever records a value for the criterion says with it that this holds, as long as
  /// nobody recorded otherwise (the height of a door handle is that of a manual door). Set by
  /// CriteriaStore from facts.tsv, column `implied`; not part of the text form.
  bool implied = false;

  bool operator==(Condition const &) const = default;
};

/// Reads the text form that stands in criteria.tsv, column `applies_when`:
///   rise_per_run <= 150 mm and not (site_constrained or ramp_form = curved|folded)
/// Empty text is `always`. `and` binds tighter than `or`; units are those of db/base/units.h and
/// needed except for counts; `=` with a number compares, with words it chooses. A Problem names
/// the place where reading stopped.
Result<Condition> parse_condition(std::string_view text);

/// The text form of a condition; parse_condition reads it back to the same tree.
std::string format_condition(Condition const &condition);

/// The names of all facts in the tree, sorted, each once.
std::vector<std::string> facts_of(Condition const &condition);

/// What was recorded about the thing inspected, by the names of facts.tsv: yes or no, a measured
/// quantity, or a word of a choice. What is not in it is unknown.
using Facts = std::map<std::string, std::variant<bool, Quantity, std::string>, std::less<>>;

/// Whether the criterion applies. A recorded fact always decides its leaf; an unknown one is
/// unknown, or passed over where it is implied. A fact of the wrong kind counts as unknown.
Trilean applies(Condition const &condition, Facts const &facts);

/// One stretch of a threshold that depends on another fact: car parks by their number of bays,
/// halls by their seats, ramps by their slope. For from <= fact <= to the demanded value is
///   demanded = max(base + rate * (fact - offset), minimum), rounded up where `round_up`.
/// Both ends belong to the stretch; where two stretches meet, the first in order holds.
struct Step {
  std::string fact;          ///< a measured fact of facts.tsv: "seats_total"
  double from = 0;           ///< in the SI unit of the fact's dimension
  std::optional<double> to;  ///< none: without end
  Dimension dimension{};     ///< of the demanded value; `count` for shares of a total
  double base = 0, rate = 0, offset = 0;
  std::optional<double> minimum;
  bool round_up = false;

  bool operator==(Step const &) const = default;
};

/// The demanded value at `fact_si`, or nothing where no step covers it.
std::optional<Quantity> demanded_at(std::vector<Step> const &steps, double fact_si);

/// How exactly an instrument reads. The clauses print no tolerance: who judges states his own.
struct Tolerance {
  Text instrument;  ///< 钢卷尺; empty where only the number was stated
  Quantity value;   ///< readings may be off by as much as this, either way

  bool operator==(Tolerance const &) const = default;
};

/// One of the sides, ends or faces that a criterion is read on.
struct Side {
  std::string key;  ///< "left"
  Text name;        ///< 左

  bool operator==(Side const &) const = default;
};

/// One criterion, as criteria.tsv has it.
struct Criterion {
  CriterionId id;                          ///< "ramp-slope"; for ever, unique across standards
  std::string standard;                    ///< standards.tsv id with its year: "GB 55019-2021"
  std::optional<LocalDate> in_force_from;  ///< of the standard; nothing where it is not known
  std::string clause;                      ///< "2.3.1"
  std::string facility_type;               ///< facility_types.tsv: "wheelchair-ramp"
  Text facility_name;                      ///< 轮椅坡道
  /// Places (place_types.tsv) for which alone the clause is written; empty: wherever the facility
  /// stands. A place of another type makes the criterion inapplicable, an unknown one cant_tell.
  std::vector<PlaceTypeCode> places;
  Text name;      ///< what is demanded, in short: 纵向坡度
  Text quantity;  ///< what is measured or looked at: 坡度
  /// The named fact that a measurement of this criterion also yields ("slope"), so that conditions
  /// and steps of other criteria of the same component can use it; empty for most.
  std::string yields;

  Comparator comparator{};
  std::optional<Quantity> low, high;  ///< in SI; which are set follows from the comparator
  std::string threshold;              ///< as the clause prints it: "1:12", "850..900"
  std::string unit;  ///< word of db/base/units.h in which it is measured; "" for yes or no
  /// Where not empty: the threshold follows the total or slope that the steps name. A value of the
  /// steps' dimension (bays counted) is held against demanded_at(), a value of the threshold's own
  /// dimension (a share) against low/high.
  std::vector<Step> steps;

  /// Where not empty: each is read by itself, the worst decides.
  std::vector<Side> sides;
  /// Of the instrument that is usual for the threshold; nothing where none is.
  std::optional<Tolerance> tolerance;

  AppliesTo applies_to{};
  Condition applies_when;  ///< what can be evaluated of the clause's conditions
  Text condition;          ///< the conditions in words, complete; empty where there are none
  /// True if `condition` says more than `applies_when` holds: an inspector decides whether the
  /// criterion applies; where he did not say, a failing value is cant_tell.
  bool needs_judgement = false;
  Text note;  ///< remark that is no condition

  Obligation obligation{};
  Severity severity{};
  Confidence confidence{};
  std::string source;  ///< free text: where the value was read
  /// A newer standard asks otherwise for the same thing: from superseded_from on judge by that
  /// criterion. Empty where this one still stands.
  CriterionId superseded_by;
  std::optional<LocalDate> superseded_from;
  Origin origin{};
  bool retired = false;  ///< gone from the reference data, kept because records refer to it
};

/// True if a measured number decides; false where somebody looks and says yes or no.
constexpr bool is_measured(Criterion const &criterion) {
  return criterion.comparator != Comparator::present && criterion.comparator != Comparator::absent;
}

}  // namespace wza
