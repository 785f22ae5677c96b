// SPDX-License-Identifier: Apache-2.0
// Along each measured quantity the outcome changes only where the standard's own table has an edge,
// and at each of those it does change.
#include "db/seed.h"
#include "tests/gis/field/criteria_cases.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace wza::gis {
namespace {

constexpr double kClose = 1e-6;

/// The numbers that the row prints, in SI: "850..900" mm, "1:12".
std::vector<double> printed_edges(Criterion const &criterion) {
  auto const unit = *unit_of(criterion.unit);
  auto const dots = criterion.threshold.find("..");
  std::vector<double> edges{parse_quantity(criterion.threshold.substr(0, dots), unit)->si};
  if (dots != std::string::npos)
    edges.push_back(parse_quantity(criterion.threshold.substr(dots + 2), unit)->si);
  if (criterion.comparator == Comparator::exactly) {
    auto const tolerance = criterion.tolerance.value().value.si;
    edges = {edges.front() - tolerance, edges.front() + tolerance};
  }
  return edges;
}

/// Where the criterion's own condition compares the very quantity that is measured.
void own_edges(Condition const &condition, std::string const &fact, std::vector<double> &edges) {
  if (condition.kind == Condition::Kind::compare && condition.fact == fact)
    edges.push_back(condition.value.si);
  for (auto const &part : condition.parts)
    own_edges(part, fact, edges);
}

/// Evenly over the range of the edges and beyond, and closely around each edge.
std::vector<double> sweep(std::vector<double> const &edges) {
  auto const [low, high] = std::minmax_element(edges.begin(), edges.end());
  double const reach = std::max({std::abs(*low), std::abs(*high), 0.01});
  std::vector<double> values;
  for (int i = -60; i <= 340; ++i)
    values.push_back(reach * i / 137.0);
  for (double const edge : edges) {
    for (double const step : {-kClose, 0.0, kClose})
      values.push_back(edge + step);
  }
  std::sort(values.begin(), values.end());
  return values;
}

class CriteriaEdges : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(seed(*m_tracker));
    for (auto &criterion : CriteriaStore(*m_tracker).all())
      m_criteria.emplace(criterion.id.value, std::move(criterion));
    m_cases = criterion_cases(*m_tracker);
  }

  /// The changes of outcome along the values, each between two of them.
  static std::vector<std::pair<double, double>> changes(Criterion const &criterion,
                                                        std::vector<double> const &values,
                                                        Circumstances const &at) {
    std::vector<std::pair<double, double>> found;
    auto const dimension = unit_of(criterion.unit)->dimension;
    std::optional<Outcome> before;
    double last = 0;
    for (double const value : values) {
      auto const outcome = judge(criterion, Reading(Quantity{dimension, value}), at).outcome;
      if (before && outcome != *before) found.emplace_back(last, value);
      before = outcome;
      last = value;
    }
    return found;
  }

  TempTracker m_tracker;
  std::map<std::string, Criterion> m_criteria;
  std::vector<CriterionCase> m_cases;
};

TEST_F(CriteriaEdges, OutcomesChangeOnlyWhereTheTableHasAnEdge) {
  std::set<std::string> swept;
  std::set<std::pair<std::string, std::string>> circumstances;
  for (auto const &one : m_cases) {
    auto const &criterion = m_criteria.at(one.criterion.value);
    bool const by_steps = !criterion.steps.empty() &&
                          criterion.steps.front().dimension == unit_of(criterion.unit)->dimension;
    // With a least number beside the share the edge lies elsewhere: see the shares below.
    bool const least = !criterion.steps.empty() && criterion.steps.front().minimum;
    if (!is_measured(criterion) || by_steps || least || one.at.tolerance) continue;
    if (!circumstances.insert({one.criterion.value, one.when}).second) continue;
    SCOPED_TRACE(one.file + ":" + std::to_string(one.line) + " " + one.criterion.value);
    auto const edges = printed_edges(criterion);
    auto all = edges;
    own_edges(criterion.applies_when, criterion.yields, all);
    auto at = one.at;
    at.facts.erase(criterion.yields);
    auto const found = changes(criterion, sweep(all), at);
    for (auto const &[low, high] : found) {
      EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                              [&, &from = low, &to = high](double edge) {
                                return from - kClose <= edge && edge <= to + kClose;
                              }))
          << "changes between " << low << " and " << high;
    }
    // Where no value passes the clause does not apply, nobody can tell, or, as with the cars of
    // lifts, its own condition lets go of the place before the demand is met.
    bool const passes = std::ranges::any_of(sweep(all), [&](double value) {
      Quantity const read{unit_of(criterion.unit)->dimension, value};
      return judge(criterion, Reading(read), at).outcome == Outcome::passed;
    });
    if (!passes) continue;
    swept.insert(one.criterion.value);
    for (double const edge : edges) {
      EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                              [&](auto const &change) {
                                return change.first >= edge - 2 * kClose &&
                                       change.second <= edge + 2 * kClose;
                              }))
          << "does not change at " << edge;
    }
  }
  for (auto const &[id, criterion] : m_criteria) {
    if (!is_measured(criterion) || !criterion.steps.empty()) continue;
    EXPECT_TRUE(swept.contains(id)) << id;
  }
}

/// A measured fact of a condition: the clause begins or ends to apply only where it says so.
TEST_F(CriteriaEdges, ConditionsChangeOnlyWhereTheySayANumber) {
  std::set<std::string> swept;
  for (auto const &one : m_cases) {
    auto const &criterion = m_criteria.at(one.criterion.value);
    auto const readings = read_values(criterion, one.value, "");
    ASSERT_TRUE(readings);
    for (auto const &[name, recorded] : one.at.facts) {
      std::vector<double> edges;
      own_edges(criterion.applies_when, name, edges);
      auto const *quantity = std::get_if<Quantity>(&recorded);
      bool const follows = !criterion.steps.empty() && criterion.steps.front().fact == name;
      if (quantity == nullptr || edges.empty() || follows) continue;
      SCOPED_TRACE(one.file + ":" + std::to_string(one.line) + " " + name);
      auto at = one.at;
      std::optional<Outcome> before;
      double last = 0;
      for (double const value : sweep(edges)) {
        at.facts.insert_or_assign(name, Quantity{quantity->dimension, value});
        auto const outcome = judge_sides(criterion, *readings, at).outcome;
        if (before && outcome != *before) {
          swept.insert(name);
          EXPECT_TRUE(std::any_of(
              edges.begin(), edges.end(),
              [&](double edge) { return last - kClose <= edge && edge <= value + kClose; }))
              << key(*before) << " at " << last << ", " << key(outcome) << " at " << value;
        }
        before = outcome;
        last = value;
      }
    }
  }
  EXPECT_GE(swept.size(), 10U) << testing::PrintToString(swept);
}

/// Pieces that a total demands: `per_mille` of it, rounded up, and at least `least`.
struct Share {
  char const *criterion;
  int from, to;  ///< totals for which the clause is written
  int per_mille, least;
};
constexpr Share kShares[]{
    {"bay-count-large", 100, 3000, 10, 0},
    {"d-pub-bay-large", 100, 3000, 10, 0},
    {"d-sq-bay-100", 100, 3000, 20, 0},
    {"d-park-bay-100", 100, 3000, 20, 0},
    {"d-res-bay", 1, 3000, 5, 0},
    {"d-res-homes", 1, 3000, 20, 0},
    {"d-res-dorm", 1, 3000, 10, 0},
    {"d-carpark-1", 1, 3000, 20, 0},
    {"d-carpark-23", 1, 3000, 20, 2},
    {"d-sport-bay-a", 1, 3000, 20, 2},
    {"d-sport-seat", 1, 3000, 2, 0},
    {"d-culture-restaurant", 1, 3000, 20, 0},
    {"d-office-seat-more", 301, 3000, 2, 2},
    {"d-theatre-seat-more", 301, 3000, 2, 2},
    {"seat-companion", 1, 300, 1000, 1},
    {"d-seat-companion", 1, 300, 1000, 1},
};

TEST_F(CriteriaEdges, SharesOfATotalRoundUpToWholePieces) {
  std::set<std::string> shares{"seat-count-more"};
  for (auto const &share : kShares) {
    SCOPED_TRACE(share.criterion);
    shares.insert(share.criterion);
    auto const &criterion = m_criteria.at(share.criterion);
    auto const example = std::find_if(m_cases.begin(), m_cases.end(), [&](auto const &one) {
      return one.criterion == criterion.id && one.expected == Outcome::failed;
    });
    ASSERT_NE(example, m_cases.end());
    auto at = example->at;
    auto const with = [&](int total, int pieces) {
      at.facts[criterion.steps.front().fact] = Quantity{Dimension::count, double(total)};
      return judge(criterion, Reading(Quantity{Dimension::count, double(pieces)}), at).outcome;
    };
    for (int total = share.from; total <= share.to; ++total) {
      int const needed = std::max((total * share.per_mille + 999) / 1000, share.least);
      ASSERT_EQ(key(with(total, needed)), "passed") << needed << " of " << total;
      ASSERT_EQ(key(with(total, needed - 1)), "failed") << needed - 1 << " of " << total;
    }
    at.applies.reset();  // the inspector's word would go before the number
    if (share.from > 1) {
      EXPECT_EQ(key(with(share.from - 1, 0)), "inapplicable");
    }
  }
  for (auto const &[id, criterion] : m_criteria) {
    bool const share =
        !criterion.steps.empty() && criterion.steps.front().dimension == Dimension::count;
    EXPECT_EQ(share, shares.contains(id)) << id;
  }
}

TEST_F(CriteriaEdges, SeatsAreTwoAndOneMoreForEachTwoHundredOrPartAboveFourHundred) {
  for (int seats = 1; seats <= 3000; ++seats) {
    int const needed = seats <= 100 ? 1 : seats <= 400 ? 2 : 2 + (seats - 400 + 199) / 200;
    int passed = 0, failed = 0;
    for (auto const *id : {"seat-count-100", "seat-count-400", "seat-count-more"}) {
      Circumstances at;
      at.facts["seats_total"] = Quantity{Dimension::count, double(seats)};
      auto const with = [&](int spaces) {
        return judge(m_criteria.at(id), Reading(Quantity{Dimension::count, double(spaces)}), at)
            .outcome;
      };
      passed += with(needed) == Outcome::passed ? 1 : 0;
      failed += with(needed - 1) == Outcome::failed ? 1 : 0;
    }
    ASSERT_EQ(passed, 1) << seats << " seats: one clause asks";
    ASSERT_EQ(failed, 1) << seats << " seats, one space short";
  }
}

/// GB 50763-2012 table 3.4.4, straight between its columns.
TEST_F(CriteriaEdges, RampsRiseAndRunAsTheTableInterpolates) {
  struct Column {
    double slope, rise, run;
    char const *steeper;  ///< the row that holds from this column to the next steeper one
  };
  constexpr Column table[]{{1.0 / 20, 1.20, 24.00, "1-16"},
                           {1.0 / 16, 0.90, 14.40, "1-12"},
                           {1.0 / 12, 0.75, 9.00, "1-10"},
                           {1.0 / 10, 0.60, 6.00, "1-8"},
                           {1.0 / 8, 0.30, 2.40, ""}};
  Circumstances at;
  at.on = LocalDate::parse("2020-06-01");
  for (int i = 1; i < 1000; ++i) {
    double const slope = 1.0 / 20 + (1.0 / 8 - 1.0 / 20) * i / 1000;
    auto const *column = table;
    while (column[1].slope < slope - 1e-12)
      ++column;
    double const part = (slope - column[0].slope) / (column[1].slope - column[0].slope);
    at.facts["slope"] = Quantity{Dimension::ratio, slope};
    for (bool rise : {true, false}) {
      auto const id = std::string(rise ? "d-ramp-rise-" : "d-ramp-run-") + column->steeper;
      double const from = rise ? column[0].rise : column[0].run;
      double const to = rise ? column[1].rise : column[1].run;
      double const most = from + (to - from) * part;
      auto const with = [&](double value) {
        return judge(m_criteria.at(id), Reading(Quantity{Dimension::length, value}), at).outcome;
      };
      ASSERT_EQ(key(with(most - kClose)), "passed") << id << " at " << slope;
      ASSERT_EQ(key(with(most + kClose)), "failed") << id << " at " << slope;
    }
  }
}

}  // namespace
}  // namespace wza::gis
