// SPDX-License-Identifier: Apache-2.0
// What is published of a plan's table is attacked as a reader would: by looking for other tables
// that agree with all shown numbers. A hidden number is safe where one of them differs in it. All
// tables that differ from the true one by at most one home in each of the last rows' cells are
// tried.
#include "gis/retrofit/suppress.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/runs.h"
#include "gis/retrofit/plan_count.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

namespace wza::gis {
namespace {

/// All numbers of a table as sums of its parts: the cells of the last rows.
class Attack {
 public:
  Attack(PlanTable const &published, PlanTable const &truth) : m_table(published) {
    for (std::size_t r = 0; r < truth.rows.size(); ++r) {
      for (std::size_t c = 0; ends(r) && c < truth.columns.size(); ++c) {
        m_part[{r, c}] = m_truth.size();
        m_truth.push_back(*truth.rows[r].cells[c]);
      }
    }
    m_change.resize(m_truth.size());
    for (std::size_t r = 0; r < truth.rows.size(); ++r) {
      std::vector<std::size_t> all;
      for (std::size_t c = 0; c < truth.columns.size(); ++c) {
        auto const parts = parts_of(r, c);
        all.insert(all.end(), parts.begin(), parts.end());
        know(parts, published.rows[r].cells[c]);
      }
      know(all, published.rows[r].total);
    }
  }

  /// Whether each hidden number can have another value.
  bool leaves_all_open() {
    search(0);
    return std::all_of(m_hidden.begin(), m_hidden.end(), [](auto const &sum) { return sum.open; });
  }

 private:
  struct Hidden {
    std::vector<std::size_t> parts;
    bool open = false;
  };

  bool ends(std::size_t r) const {
    return r + 1 == m_table.rows.size() || m_table.rows[r + 1].depth <= m_table.rows[r].depth;
  }
  std::vector<std::size_t> parts_of(std::size_t r, std::size_t c) const {
    if (ends(r)) return {m_part.at({r, c})};
    std::vector<std::size_t> out;
    for (std::size_t below = r + 1; below < m_table.rows.size(); ++below) {
      if (m_table.rows[below].depth <= m_table.rows[r].depth) break;
      if (ends(below)) out.push_back(m_part.at({below, c}));
    }
    return out;
  }
  void know(std::vector<std::size_t> const &parts, ShownCount const &count) {
    if (count) {
      m_known.push_back(parts);
    } else {
      m_hidden.push_back({parts, false});
    }
  }
  int change_of(std::vector<std::size_t> const &parts, std::size_t upto) const {
    int out = 0;
    for (auto const p : parts)
      out += p < upto ? m_change[p] : 0;
    return out;
  }
  bool may_still_fit(std::size_t upto) const {
    return std::all_of(m_known.begin(), m_known.end(), [&](auto const &parts) {
      auto const left =
          std::count_if(parts.begin(), parts.end(), [&](std::size_t p) { return p >= upto; });
      return std::abs(change_of(parts, upto)) <= left;
    });
  }
  /// True once all are open.
  bool search(std::size_t part) {
    if (!may_still_fit(part)) return false;
    if (part == m_truth.size()) {
      for (auto &sum : m_hidden)
        sum.open = sum.open || change_of(sum.parts, part) != 0;
      return std::all_of(m_hidden.begin(), m_hidden.end(),
                         [](auto const &sum) { return sum.open; });
    }
    for (int const change : {0, 1, -1}) {
      if (m_truth[part] + change < 0) continue;
      m_change[part] = change;
      if (search(part + 1)) return true;
    }
    m_change[part] = 0;
    return false;
  }

  PlanTable const &m_table;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> m_part;
  std::vector<std::int64_t> m_truth;
  std::vector<std::vector<std::size_t>> m_known;
  std::vector<Hidden> m_hidden;
  std::vector<int> m_change;
};

class Suppress : public testing::Test {
 protected:
  Suppress() {
    EXPECT_TRUE(seed(*m_tracker));
    Transaction transaction(m_tracker->db());
    auto const run = RunStore(*m_tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*m_tracker);
    for (auto const *code :
         {"990100", "990101", "990102", "990101001", "990101002", "990102001", "990102002"}) {
      DistrictCode const c(code);
      districts.put({{c, code, level_of(c), {}, {}, {}}, {}, {}, false}, run);
    }
    districts.rebuild_tree(run);
    transaction.commit();
    m_plan.district = DistrictCode("990100");
  }
  /// Homes at random: some towns and columns crowded, some nearly empty.
  std::vector<PlanHome> invent(std::mt19937 &random, std::size_t columns) {
    std::vector<PlanHome> homes;
    for (auto const *town :
         {"990101001", "990101002", "990102001", "990102002", "990101", "990102"}) {
      for (std::size_t c = 0; c < columns; ++c) {
        std::discrete_distribution<int> many{20, 15, 12, 10, 8, 8, 6, 6};
        int const count = std::string(town).size() == 6 ? many(random) / 5 : many(random);
        for (int i = 0; i < count; ++i) {
          PlanHome home;
          home.record.district = DistrictCode(town);
          home.column = std::to_string(c);
          homes.push_back(home);
        }
      }
    }
    return homes;
  }
  static std::vector<PlanColumn> columns(std::size_t count) {
    std::vector<PlanColumn> out;
    for (std::size_t c = 0; c < count; ++c)
      out.push_back({std::to_string(c), {"c", "c"}});
    return out;
  }
  PlanTable table(std::vector<PlanHome> const &homes, std::size_t width, std::int64_t threshold,
                  DistrictLevel level = DistrictLevel::township) {
    bool all = false;
    auto out =
        table_of(PlanDistricts(*m_tracker, m_plan, level), columns(width), homes, threshold, all);
    EXPECT_TRUE(all);
    return out;
  }
  static std::size_t hidden(PlanTable const &table) {
    std::size_t n = 0;
    for (auto const &row : table.rows) {
      n += row.total ? 0 : 1;
      for (auto const &cell : row.cells)
        n += cell ? 0 : 1;
    }
    return n;
  }

  TempTracker m_tracker;
  Plan m_plan;
};

TEST_F(Suppress, NoHiddenNumberIsDeterminedByWhatIsShown) {
  std::mt19937 random(20261122);
  std::size_t something = 0, shown = 0, all = 0;
  for (int round = 0; round < 150; ++round) {
    auto const homes = invent(random, 2);
    auto const published = table(homes, 2, round % 2 ? 3 : 5);
    for (auto const &row : published.rows) {
      for (auto const &cell : row.cells) {
        bool const small = cell && *cell > 0 && *cell < (round % 2 ? 3 : 5);
        EXPECT_FALSE(small) << "round " << round;
      }
    }
    std::size_t const n = hidden(published);
    something += n > 0 ? 1 : 0;
    EXPECT_TRUE(published.rows.front().total) << "a great total is never given up for small parts";
    shown += published.rows.size() * 3 - n;
    all += published.rows.size() * 3;
    EXPECT_TRUE(Attack(published, table(homes, 2, 0)).leaves_all_open()) << "round " << round;
  }
  EXPECT_GT(something, 120U);
  EXPECT_GT(shown * 3, all) << "hiding all would be safe and useless";
}

TEST_F(Suppress, TheAttackFindsWhatSimpleHidingGivesAway) {
  std::mt19937 random(7);
  int told = 0;
  for (int round = 0; round < 60; ++round) {
    auto const truth = table(invent(random, 2), 2, 0);
    auto simple = truth;
    for (auto &row : simple.rows) {
      for (auto &cell : row.cells)
        if (*cell > 0 && *cell < 5) cell.reset();
      if (*row.total > 0 && *row.total < 5) row.total.reset();
    }
    if (!Attack(simple, truth).leaves_all_open()) ++told;
  }
  EXPECT_GT(told, 30) << "hiding the small counts alone is undone by subtraction";
}

TEST_F(Suppress, TotalsAreShownAlikeWhateverTheColumnsAndHoweverNarrowTheRows) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    auto const homes = invent(random, 3);
    auto other = homes;
    for (auto &home : other)
      home.column = home.column == "2" ? "0" : "1";
    auto const a = table(homes, 3, 5), b = table(other, 2, 5);
    for (std::size_t r = 0; r < a.rows.size(); ++r)
      EXPECT_EQ(a.rows[r].total, b.rows[r].total) << round;
    auto const wide = table(homes, 3, 5, DistrictLevel::county);
    for (auto const &row : wide.rows) {
      auto const same = std::find_if(a.rows.begin(), a.rows.end(), [&](PlanTableRow const &r) {
        return r.district == row.district && r.rest == row.rest;
      });
      ASSERT_NE(same, a.rows.end());
      EXPECT_EQ(same->total, row.total) << round;
      EXPECT_EQ(same->cells, row.cells) << round;
    }
  }
}

TEST(HideSmall, AHiddenArcIsOpenOnlyWhereAClosedWayOfHiddenArcsLeadsOverIt) {
  // 12 = 3 + 9: hiding 3 alone is no hiding.
  std::vector<CellArc> arcs{{0, 1, 12, true, false, false},
                            {1, 0, 3, false, true, false},
                            {1, 0, 9, false, false, false}};
  EXPECT_FALSE(is_open(arcs, 2, 1));
  EXPECT_TRUE(hide_small(arcs, 2, 5));
  EXPECT_TRUE(arcs[2].hidden);
  EXPECT_TRUE(is_open(arcs, 2, 1));
  arcs[2].hidden = false;
  arcs[2].fixed = true;
  EXPECT_FALSE(hide_small(arcs, 2, 5)) << "nothing is left that could help, and it says so";
}

}  // namespace
}  // namespace wza::gis
