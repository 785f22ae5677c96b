// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/progress.h"

#include "db/sqlite/transaction.h"
#include "db/store/plans.h"
#include "gis/retrofit/import_households.h"
#include "tests/gis/field/drawn_county.h"

namespace wza::gis {
namespace {

class Progress : public DrawnCounty {
 protected:
  Progress() {
    HouseholdOptions options;
    options.datum = Frame::wgs84;
    auto store = PrivateStore::open(*m_tracker);
    EXPECT_TRUE(import_households(*m_tracker, store, demo("households.csv"), options));
  }
  DistrictProgress of(std::string const &code, std::optional<LocalDate> const &as_of = {}) {
    for (auto &row : progress(*m_tracker, as_of)) {
      if (row.district.code.value == code) return row;
    }
    ADD_FAILURE() << code;
    return {};
  }
};

TEST_F(Progress, TownsAddUpToTheCounty) {
  std::array<int, kRetrofitStates> sum{};
  for (auto const &row : progress(*m_tracker, {})) {
    if (row.district.level != DistrictLevel::township) continue;
    for (std::size_t i = 0; i < sum.size(); ++i)
      sum[i] += row.homes[i];
  }
  auto const county = of("990101");
  EXPECT_EQ(county.homes, sum);
  EXPECT_GT(county.of(RetrofitState::accepted), 50);
  EXPECT_EQ(
      county.in_need() + county.of(RetrofitState::withdrawn) + county.of(RetrofitState::rejected),
      240);
  int by_year = county.accepted_undated;
  for (auto const &[year, homes] : county.accepted_in)
    by_year += homes;
  EXPECT_EQ(by_year, county.of(RetrofitState::accepted));
}

TEST_F(Progress, APastDayCountsWhatWasReachedByThen) {
  auto const then = of("990101", LocalDate::parse("2024-12-31"));
  auto const now = of("990101");
  EXPECT_GT(then.of(RetrofitState::accepted), 0);
  EXPECT_LT(then.of(RetrofitState::accepted), now.of(RetrofitState::accepted));
  EXPECT_EQ(of("990101", LocalDate::parse("2000-01-01")).in_need(), 0);
}

TEST_F(Progress, AcceptedHomesAreHeldAgainstThePromiseOfTheirOwnDistrict) {
  PlanRow row;
  row.row = 2;
  row.district = "990101";
  row.place = "清溪县（虚构）";
  row.indicator = "home-retrofits";
  row.year = "2025";
  row.target = "220";
  row.unit = "户";
  Transaction transaction(m_tracker->db());
  auto const added = PlanStore(*m_tracker).add_local(row, "plan.csv");
  ASSERT_TRUE(added) << added.problem().in(Lang::en);
  transaction.commit();
  auto const county = of("990101");
  ASSERT_EQ(county.promises.size(), 1U);
  EXPECT_DOUBLE_EQ(*county.promises[0].rate, county.promises[0].accepted / 220.0);
  EXPECT_EQ(number("SELECT accepted FROM v_progress WHERE district = '990101'"),
            county.promises[0].accepted);
  EXPECT_EQ(number("SELECT target FROM v_progress WHERE district = '990101'"), 220);
}

}  // namespace
}  // namespace wza::gis
