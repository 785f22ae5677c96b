// SPDX-License-Identifier: Apache-2.0
// The five plans' progress pages for invented homes against a table that was worked out otherwise
// (plan_expected/expected.py: SQL over the lines of homes.csv, targets written down by hand).
#include "gis/retrofit/plan_report.h"

#include "db/seed.h"
#include "db/sqlite/transaction.h"
#include "db/store/districts.h"
#include "db/store/plans.h"
#include "db/store/runs.h"
#include "gis/io/read_layer.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace wza::gis {
namespace {

using Line = std::map<std::string, std::string>;

/// A CSV file without quotes.
std::vector<Line> lines_of(std::string const &name) {
  std::ifstream file(std::string(WZA_SOURCE_DIR) + "/tests/gis/retrofit/plan_expected/" + name);
  std::vector<std::string> head;
  std::vector<Line> out;
  for (std::string text; std::getline(file, text);) {
    std::vector<std::string> cells;
    std::istringstream row(text + ",");
    for (std::string cell; std::getline(row, cell, ',');)
      cells.push_back(cell);
    if (head.empty()) {
      head = cells;
      continue;
    }
    auto &line = out.emplace_back();
    for (std::size_t i = 0; i < head.size(); ++i)
      line[head[i]] = cells.at(i);
  }
  EXPECT_FALSE(out.empty()) << name;
  return out;
}

std::optional<std::string> unless_empty(std::string const &text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// A tracker in which the lines of homes.csv were recorded, each on its own day.
class Recorded {
 public:
  Recorded() {
    EXPECT_TRUE(seed(*m_tracker));
    Transaction transaction(m_tracker->db());
    m_run = RunStore(*m_tracker).begin(RunKind::import, "test", "").id;
    DistrictStore districts(*m_tracker);
    auto code = m_tracker->db().prepare("SELECT code, name_zh FROM admin_codes");
    while (code.step()) {
      DistrictCode const c = code.get<DistrictCode>(0);
      districts.put({{c, code.get<std::string>(1), level_of(c), {}, "虚构", "2024-01-01"},
                     {std::byte{1}},
                     "cgcs2000",
                     false},
                    m_run);
    }
    districts.rebuild_tree(m_run);
    m_tracker->db().execute(
        "INSERT INTO denominators VALUES('610103', 'home-coverage', '2020-12-31', 1000, "
        "'测试统计')");
    transaction.commit();
  }

  /// Records what was told up to `last`, from where the former call ended.
  void record_until(std::string const &last) {
    Transaction transaction(m_tracker->db());
    for (; m_next < m_lines.size() && m_lines[m_next].at("recorded_on") <= last; ++m_next)
      record(m_lines[m_next]);
    m_tracker.clock().set(*UtcTime::parse("2026-11-22T06:00:00Z"));
    transaction.commit();
  }

  void record(Line const &line) {
    m_tracker.clock().set(*UtcTime::parse(line.at("recorded_on") + "T02:00:00Z"));
    RetrofitStore store(*m_tracker);
    HouseholdId const household(line.at("household"));
    DistrictCode const district(line.at("district"));
    auto const grade = unless_empty(line.at("grade"));
    store.put(Household{household, district, unless_empty(line.at("category")),
                        grade ? std::optional(std::stoi(*grade)) : std::nullopt, std::nullopt,
                        "K-" + line.at("person"), "K-" + line.at("place")},
              m_run);
    auto known = store.find(household, line.at("programme"), std::stoi(line.at("year")));
    bool const is_new = !known;
    Retrofit home = is_new ? Retrofit{} : *known;
    home.household = household;
    home.programme = line.at("programme");
    home.year = std::stoi(line.at("year"));
    home.district = district;
    home.money_source = unless_empty(line.at("money"));
    home.state = *from_key<RetrofitState>(line.at("state"));
    auto const state = static_cast<std::size_t>(home.state);
    home.reached_on[state] = LocalDate::parse(line.at("on"));
    if (line.at("verb") == "correct") {
      auto const accepted = static_cast<std::size_t>(RetrofitState::accepted);
      if (state < accepted) home.reached_on[accepted].reset();
      store.write(home, "corrected", "test", "虚构的更正");
    } else if (is_new) {
      ASSERT_TRUE(store.put(home, m_run));
    } else {
      store.write(home, "state_changed", "test", "");
    }
  }

  TempTracker &tracker() { return m_tracker; }

 private:
  TempTracker m_tracker;
  RunId m_run;
  std::vector<Line> m_lines = lines_of("homes.csv");
  std::size_t m_next = 0;
};

class FivePlans : public testing::Test {
 protected:
  /// All of it is recorded once for all tests that only look.
  static Tracker &whole() {
    static Recorded all;
    static bool const told = (all.record_until("9999"), true);
    EXPECT_TRUE(told);
    return *all.tracker();
  }

  static PlanQuery query(Line const &line) {
    PlanQuery query;
    query.plan = PlanId(line.at("plan"));
    query.as_of = {LocalDate::parse(line.at("as_of")), LocalDate::parse(line.at("known_on"))};
    query.rule = from_key<CountRule>(line.at("rule"));
    if (line.at("by") != "promise") query.by = *from_key<PlanBy>(line.at("by"));
    return query;
  }

  static PlanReport report(PlanQuery const &query, Tracker &tracker = whole()) {
    auto const report = plan_report(tracker, query);
    EXPECT_TRUE(report);
    return *report;
  }

  /// The page as lines of expected.csv: "row,column" → value, without what is 0.
  static std::map<std::string, std::string> shown(PlanReport const &report) {
    std::map<std::string, std::string> out;
    auto const put = [&](std::string const &row, std::string const &column, ShownCount const &n) {
      if (n.value_or(-1) != 0) out[row + "," + column] = n ? std::to_string(*n) : "*";
    };
    for (auto const &row : report.table.rows) {
      std::string const name = row.district.value + (row.rest ? "/rest" : "");
      put(name, "total", row.total);
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        put(name, report.table.columns[c].key, row.cells[c]);
    }
    return out;
  }

  static std::map<std::string, std::string> promised(PlanReport const &report) {
    std::map<std::string, std::string> out;
    for (auto const &promise : report.promises) {
      for (auto const &reading : promise.readings) {
        auto const row = promise.target.id.value + "/" + std::string(key(reading.reading)) + ",";
        auto const &pace = *reading.pace;
        out[row + "target"] = std::to_string(reading.target);
        out[row + "counted"] = std::to_string(*reading.counted);
        out[row + "missing"] = std::to_string(pace.missing);
        out[row + "due"] = std::to_string(pace.due);
        out[row + "days_left"] = std::to_string(pace.days_left);
        out[row + "forecast"] = pace.forecast ? std::to_string(*pace.forecast) : "";
        out[row + "needed_tenths_per_month"] =
            pace.needed_per_month ? std::to_string(std::llround(*pace.needed_per_month * 10)) : "";
      }
    }
    return out;
  }
};

TEST_F(FivePlans, EqualTheTableThatWasWorkedOutOtherwise) {
  // Page → its expected lines.
  std::map<std::string, std::pair<Line, std::map<std::string, std::string>>> pages;
  std::size_t values = 0;
  for (auto const &line : lines_of("expected.csv")) {
    if (line.at("rule") != "person") {
      auto const made = report(query(line));
      auto const &whole = made.table.rows.front();
      EXPECT_EQ(std::to_string(*whole.total), line.at("value"))
          << line.at("plan") << " by " << line.at("rule");
      continue;
    }
    auto &page =
        pages[line.at("plan") + line.at("as_of") + "|" + line.at("known_on") + line.at("by")];
    page.first = line;
    page.second[line.at("row") + "," + line.at("column")] = line.at("value");
    ++values;
  }
  EXPECT_EQ(pages.size(), 5U * (4 + 2 * 5) + 4 * 6) << "plans × days × columns, and promises";
  EXPECT_GT(values, 3000U);
  for (auto const &[name, page] : pages) {
    auto const made = report(query(page.first));
    auto const found = page.first.at("by") == "promise" ? promised(made) : shown(made);
    EXPECT_EQ(found, page.second) << name;
  }
}

TEST_F(FivePlans, EachCellOpensAsManyHomesAsItSays) {
  std::size_t cells = 0;
  for (auto const by : {PlanBy::year, PlanBy::money}) {
    PlanQuery q;
    q.plan = PlanId("fogang-14-5");
    q.by = by;
    auto const made = report(q);
    for (auto const &row : made.table.rows) {
      auto const line = plan_homes(whole(), q, {row.district, row.rest, {}});
      ASSERT_TRUE(line);
      EXPECT_EQ(static_cast<std::int64_t>(line->size()), *row.total) << row.name;
      for (std::size_t c = 0; c < row.cells.size(); ++c, ++cells) {
        auto const homes =
            plan_homes(whole(), q, {row.district, row.rest, made.table.columns[c].key});
        ASSERT_TRUE(homes);
        EXPECT_EQ(static_cast<std::int64_t>(homes->size()), *row.cells[c]) << row.name << c;
      }
    }
  }
  EXPECT_GT(cells, 60U);
}

TEST_F(FivePlans, WhoLeftOnADayThatNobodyKnowsIsInNeedOnNoDay) {
  Recorded told;
  told.record_until("2024-12-31");
  PlanQuery q;
  q.plan = PlanId("beilin-14-5");
  q.as_of.day = LocalDate::parse("2020-12-30");
  auto const in_need = [&] {
    auto const made = report(q, *told.tracker());
    auto const promise = std::ranges::find_if(made.promises, &Promise::own_denominator);
    return std::pair(promise->denominator->homes, made.cautions.left_undated);
  };
  auto const before = in_need();
  EXPECT_EQ(before.second, 0);
  Line line = lines_of("homes.csv").front();
  line["household"] = line["person"] = line["place"] = "H-left";
  line["district"] = "610103";
  Transaction transaction(told.tracker()->db());
  line["recorded_on"] = line["on"] = "2020-02-03";
  line["verb"] = "step";
  line["state"] = "applied";
  told.record(line);
  EXPECT_EQ(in_need(), std::pair(before.first + 1, before.second));
  line["recorded_on"] = "2026-11-20";
  line["state"] = "withdrawn";
  line["on"] = "";
  told.record(line);
  transaction.commit();
  told.tracker().clock().set(*UtcTime::parse("2026-11-22T06:00:00Z"));
  EXPECT_EQ(in_need(), std::pair(before.first, std::int64_t{1}))
      << "the share of a past day must not turn on when it was recorded";
  q.as_of.known = LocalDate::parse("2026-11-19");
  EXPECT_EQ(in_need(), std::pair(before.first + 1, std::int64_t{0})) << "as it was known then";
}

TEST_F(FivePlans, EveryOtherNumberOpensTooAndAColumnThatIsNotThereIsRefused) {
  PlanQuery q;
  q.plan = PlanId("beilin-14-5");
  q.as_of.day = LocalDate::parse("2020-12-30");
  auto const made = report(q);
  auto const promise = std::ranges::find_if(made.promises, &Promise::own_denominator);
  ASSERT_NE(promise, made.promises.end());
  DistrictCode const whole_district = made.plan.district;
  auto const in_need = plan_homes(whole(), q, {whole_district, false, {}, PlanSet::in_need});
  ASSERT_TRUE(in_need);
  EXPECT_EQ(static_cast<double>(in_need->size()), promise->denominator->homes);
  q.as_of.day.reset();
  for (auto const &each : report(q).promises) {
    for (auto const &reading : each.readings) {
      if (reading.reading != TargetReading::stock) continue;
      auto const ever = plan_homes(whole(), q, {whole_district, false, {}, PlanSet::all_years});
      EXPECT_EQ(static_cast<std::int64_t>(ever->size()), *reading.counted);
    }
  }
  auto const by_key = plan_homes(whole(), q, {whole_district, false, "2023"});
  EXPECT_EQ(plan_homes(whole(), q, {whole_district, false, "year_2023"})->size(), by_key->size());
  auto const none = plan_homes(whole(), q, {whole_district, false, "1999"});
  ASSERT_FALSE(none);
  EXPECT_NE(none.problem().remedy.zh.find("2023"), std::string::npos);
}

TEST_F(FivePlans, APastDayIsReproducedAfterLaterCorrections) {
  Recorded told;
  told.record_until("2024-12-31");
  PlanQuery then;
  then.as_of = {LocalDate::parse("2024-12-31"), {}};
  std::map<std::string,
           std::pair<std::map<std::string, std::string>, std::map<std::string, std::string>>>
      stood;
  std::vector<std::string> const plans{"guilin-14-5", "yulin-14-5", "ziyang-14-5", "beilin-14-5",
                                       "fogang-14-5"};
  for (auto const &plan : plans) {
    then.plan = PlanId(plan);
    auto const made = report(then, *told.tracker());
    stood[plan] = {shown(made), promised(made)};
  }
  told.record_until("9999");
  int changed = 0;
  for (auto const &plan : plans) {
    then.plan = PlanId(plan);
    then.as_of.known.reset();
    auto const now = report(then, *told.tracker());
    if (shown(now) != stood[plan].first) {
      ++changed;
      EXPECT_GT(now.cautions.corrected_since, 0) << "the page says so";
    }
    then.as_of.known = then.as_of.day;
    auto const again = report(then, *told.tracker());
    EXPECT_EQ(shown(again), stood[plan].first) << plan;
    EXPECT_EQ(promised(again), stood[plan].second) << plan;
  }
  EXPECT_GT(changed, 2) << "later corrections do change what is known of that day";
}

TEST_F(FivePlans, SayWhatTheyPromiseAndHowItCanBeRead) {
  PlanQuery q;
  q.plan = PlanId("yulin-14-5");
  auto const yulin = report(q);
  EXPECT_TRUE(yulin.promises.empty()) << "no number was promised";
  EXPECT_EQ(yulin.baselines.at(0).value, 5560);
  EXPECT_EQ(yulin.boundaries, std::vector<std::string>{"虚构 (2024-01-01)"});
  q.plan = PlanId("beilin-14-5");
  auto const beilin = report(q);
  auto const coverage = std::find_if(beilin.promises.begin(), beilin.promises.end(),
                                     [](Promise const &p) { return p.target.id.value == "BL-14"; });
  ASSERT_NE(coverage, beilin.promises.end());
  EXPECT_EQ(coverage->denominator->homes, 1000);
  EXPECT_EQ(coverage->denominator->source, "测试统计");
  EXPECT_FALSE(coverage->own_denominator);
  auto const &reading = coverage->readings.at(0);
  EXPECT_DOUBLE_EQ(*rate_of(*coverage, reading), static_cast<double>(*reading.counted) / 1000)
      << "a coverage is a share of the homes in need, not of the target";
  auto const devices = std::find_if(beilin.promises.begin(), beilin.promises.end(),
                                    [](Promise const &p) { return p.target.id.value == "BL-04"; });
  EXPECT_TRUE(devices->readings.empty()) << "the tracker does not count it";
  // Before the day of the official count there is only what the tracker itself has.
  q.as_of.day = LocalDate::parse("2020-12-30");
  for (auto const &promise : report(q).promises) {
    EXPECT_EQ(promise.own_denominator, promise.target.id.value == "BL-14");
  }
}

TEST_F(FivePlans, TheViewAndTheReportCountAlike) {
  auto row = whole().db().prepare("SELECT plan, accepted, target_id FROM v_progress");
  int promises = 0;
  while (row.step()) {
    PlanQuery q;
    q.plan = row.get<PlanId>(0);
    EXPECT_EQ(*report(q).table.rows.front().total, row.get<std::int64_t>(1));
    ++promises;
  }
  EXPECT_EQ(promises, 5);
}

TEST_F(FivePlans, ANarrowerPlanDoesNotTellWhatAWiderOneHides) {
  Transaction gone_again(whole().db());
  PlanQuery q;
  q.plan = PlanId("guilin-14-5");
  q.threshold = 5;
  auto const wide = report(q);
  int withheld = 0, shown_ones = 0;
  for (auto const &district : wide.table.rows) {
    if (district.rest || district.depth != 1) continue;
    PlanRow row;
    row.row = 2;
    row.district = district.district.value;
    row.plan = "虚构的县规划";
    row.indicator = "home-retrofits";
    row.year = "2025";
    row.from_year = "2021";
    row.target = "100";
    row.unit = "户";
    auto const added = PlanStore(whole()).add_local(row, "plan.csv");
    ASSERT_TRUE(added) << added.problem().in(Lang::en);
    q.plan = PlanId("local-" + district.district.value);
    auto const narrow = report(q);
    EXPECT_EQ(narrow.withheld_by.has_value(), !district.total) << district.name;
    EXPECT_TRUE(!narrow.withheld_by || !narrow.table.rows.front().total);
    ++(narrow.withheld_by ? withheld : shown_ones);
  }
  EXPECT_GT(withheld, 0);
  EXPECT_GT(shown_ones, 0);
}

TEST_F(FivePlans, TheNationIsCountedToo) {
  Transaction gone_again(whole().db());
  PlanRow row;
  row.row = 2;
  row.district = "000000";
  row.plan = "全国“十四五”残疾人保障和发展规划";
  row.indicator = "home-retrofits";
  row.year = "2025";
  row.from_year = "2021";
  row.target = "110";
  row.unit = "万户";
  auto const added = PlanStore(whole()).add_local(row, "plan.csv");
  ASSERT_TRUE(added) << added.problem().in(Lang::en);
  PlanQuery q;
  q.plan = PlanId("local-000000");
  auto const nation = report(q);
  EXPECT_EQ(nation.table.rows.size(), 5U) << "the whole and four provinces";
  std::int64_t sum = 0;
  for (auto const *plan :
       {"guilin-14-5", "yulin-14-5", "ziyang-14-5", "beilin-14-5", "fogang-14-5"}) {
    q.plan = PlanId(plan);
    sum += *report(q).table.rows.front().total;
  }
  EXPECT_EQ(*nation.table.rows.front().total, sum);
  EXPECT_EQ(nation.promises.at(0).readings.at(0).target, 1'100'000);
}

TEST(Pace, CountsDaysAndHomesAndNothingElse) {
  PaceInput in{600, 300, 0, 73, 2021, 2025, *LocalDate::parse("2023-12-31")};
  auto const pace = pace_of(in);
  EXPECT_EQ(pace.due, 600 * 1095 / 1826);
  EXPECT_EQ(pace.days_left, 731);
  EXPECT_EQ(pace.forecast, 300 + 73 * 731 / 365);
  EXPECT_DOUBLE_EQ(*pace.needed_per_month, 12.5);  // 300 / 24.017 months = 12.491
  EXPECT_EQ(pace.standing, Standing::behind);
  in.counted = 600;
  EXPECT_EQ(pace_of(in).standing, Standing::reached);
  in.counted = 599;
  in.day = *LocalDate::parse("2026-01-01");
  EXPECT_EQ(pace_of(in).standing, Standing::missed);
  EXPECT_FALSE(pace_of(in).forecast);
}

}  // namespace
}  // namespace wza::gis
