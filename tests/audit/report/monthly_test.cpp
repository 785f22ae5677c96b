// SPDX-License-Identifier: Apache-2.0
// Months of the sample county against numbers that were worked out by hand from what
// tests/support/sample_tracker.cpp puts there: two visits on 2026-10-01; a critical finding of a
// facility and two findings of a web site (serious, moderate) of 2026-11-22; two homes of one town,
// accepted on 2023-09-01.
#include "audit/report/monthly.h"

#include "db/sqlite/transaction.h"
#include "db/store/findings.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/check.h"

#include <gtest/gtest.h>

namespace wza::audit {
namespace {

LocalDate day(char const *text) {
  return *LocalDate::parse(text);
}

struct Monthly : testing::Test {
  Monthly() { fill_sample(*tracker); }

  MonthlyReport month(char const *text, std::optional<LocalDate> known = {}, bool publish = false) {
    auto const made =
        monthly_report(*tracker, {DistrictCode(kSampleCounty), *month_of(text), known, publish});
    EXPECT_TRUE(made);
    return *made;
  }

  /// The sample's ramp is tested again: still too steep, or not. Recorded when the clock says.
  void test_ramp(char const *tested_at, bool fails) {
    Transaction transaction(tracker->db());
    auto const run = RunStore(*tracker).begin(RunKind::import, tested_at, "").id;
    UtcTime const at = *UtcTime::parse(tested_at);
    std::vector<Defect> defects;
    if (fails) {
      Defect defect;
      defect.fingerprint = std::string(64, 'a');
      defect.rule = RuleId("ramp-slope");
      defect.occurrences = {{.place = "坡道"}};
      defects.push_back(std::move(defect));
    }
    TestedPlace const tested{"坡道", at, {RuleId("ramp-slope")}};
    FindingStore(*tracker).apply(run, FindingKind::facility, "F-001", DistrictCode("441821901"),
                                 defects, std::array{tested});
    transaction.commit();
  }

  TempTracker tracker;
};

TEST_F(Monthly, CountsWhatHappenedInTheMonthAndTheOneBefore) {
  tracker.clock().set(*UtcTime::parse("2027-03-01T00:00:00Z"));
  auto const october = month("2026-10");
  EXPECT_EQ(october.now.visits.visits, 2);
  EXPECT_EQ(october.now.visits.places, 2);
  EXPECT_EQ(october.now.visits.not_let_in(), 0);
  EXPECT_EQ(october.now.facilities.found.total(), 0);
  EXPECT_EQ(october.now.sites, 0) << "the site was not known before November";
  auto const november = month("2026-11");
  EXPECT_EQ(november.now.visits.visits, 0);
  EXPECT_EQ(november.before.visits.visits, 2);
  EXPECT_EQ(november.now.facilities.found[Severity::critical], 1);
  EXPECT_EQ(november.now.facilities.open.total(), 1);
  EXPECT_EQ(november.now.web.found[Severity::serious], 1);
  EXPECT_EQ(november.now.web.found[Severity::moderate], 1);
  EXPECT_EQ(november.now.web.open.total(), 2);
  EXPECT_EQ(november.now.sites, 1);
  EXPECT_EQ(november.now.runs, 1);
  EXPECT_EQ(november.now.pages, 2);
  ASSERT_EQ(november.now.units.size(), 1U);
  EXPECT_EQ(november.now.units[0].serious, 1);
  ASSERT_EQ(november.now.types.size(), 1U);
  EXPECT_EQ(november.now.types[0].type.value, "bank-post");
  auto const december = month("2026-12");
  EXPECT_EQ(december.now.facilities.found.total(), 0);
  EXPECT_EQ(december.now.facilities.open.total(), 1) << "nobody tested again: not mended";
}

TEST_F(Monthly, HomesStandBesideThePlan) {
  auto const september = month("2023-09");
  ASSERT_TRUE(september.homes.plan);
  EXPECT_EQ(september.homes.plan->plan.id.value, "fogang-14-5");
  auto const &rows = september.homes.rows;
  ASSERT_EQ(rows.size(), 3U) << "the county and its two towns";
  EXPECT_EQ(rows[0].accepted.month, 2);
  EXPECT_EQ(rows[0].accepted.year, 2);
  EXPECT_EQ(rows[0].in_plan, 2);
  EXPECT_EQ(rows[1].district.value, kSampleTown);
  EXPECT_EQ(rows[1].accepted.month, 2);
  EXPECT_EQ(rows[2].accepted.month, 0);
  EXPECT_EQ(rows[0].applied.year, 0) << "nobody said when they applied";
  EXPECT_EQ(september.homes.month_money->homes, 2);
  EXPECT_EQ(september.homes.month_money->without_paid, 2) << "not said is not 0";
  auto const october = month("2023-10");
  EXPECT_EQ(october.homes.rows[0].accepted.month, 0);
  EXPECT_EQ(october.homes.rows[0].accepted.previous, 2);
  EXPECT_EQ(october.homes.rows[0].accepted.year, 2);
  auto const next_year = month("2024-01");
  EXPECT_EQ(next_year.homes.rows[0].accepted.year, 0);
  EXPECT_EQ(next_year.homes.rows[0].in_plan, 2);
  EXPECT_FALSE(month("2026-10").homes.plan) << "the plan ended in 2025";
}

TEST_F(Monthly, SumsUpHowMuchDoesNotConformOfWhatIsOpen) {
  auto const measured = [&](char const *part, double metres, bool fails, char const *at) {
    Transaction transaction(tracker->db());
    auto const run = RunStore(*tracker).begin(RunKind::import, at, "").id;
    std::vector<Defect> defects;
    if (fails) {
      Defect defect;
      defect.fingerprint = part;
      defect.rule = RuleId("ramp-slope");
      defect.occurrences = {{.place = part, .extent = metres, .extent_unit = "m"}};
      defects.push_back(std::move(defect));
    }
    TestedPlace const tested{part, *UtcTime::parse(at), {RuleId("ramp-slope")}};
    FindingStore(*tracker).apply(run, FindingKind::facility, "F-001", DistrictCode("441821901"),
                                 defects, std::array{tested});
    transaction.commit();
  };
  measured("坡道 2", 12.5, true, "2026-12-05T02:00:00Z");
  measured("坡道 3", 3, true, "2026-12-05T02:00:00Z");
  tracker.clock().set(*UtcTime::parse("2027-03-01T00:00:00Z"));
  auto const december = month("2026-12");
  ASSERT_EQ(december.now.extents.size(), 1U) << "the sample's own ramp says no extent";
  EXPECT_EQ(december.now.extents[0].sum, 15.5);
  EXPECT_EQ(december.now.extents[0].unit, "m");
  EXPECT_EQ(december.now.extents[0].findings, 2);
  measured("坡道 3", 0, false, "2027-01-05T02:00:00Z");
  EXPECT_EQ(month("2027-01").now.extents.at(0).sum, 12.5) << "what was mended is no more";
}

TEST_F(Monthly, ALaterReportTellsTheMonthAsItWasKnown) {
  tracker.clock().set(*UtcTime::parse("2026-12-20T04:00:00Z"));
  test_ramp("2026-12-05T02:00:00Z", false);
  tracker.clock().set(*UtcTime::parse("2027-01-11T04:00:00Z"));
  test_ramp("2027-01-10T02:00:00Z", true);
  auto const december = month("2026-12");
  EXPECT_EQ(december.now.facilities.mended.total(), 1);
  EXPECT_EQ(december.now.facilities.open.total(), 0);
  auto const early = month("2026-12", day("2026-12-10"));
  EXPECT_EQ(early.now.facilities.mended.total(), 0);
  EXPECT_EQ(early.now.facilities.open.total(), 1) << "the test was recorded on the 20th";
  auto const january = month("2027-01");
  EXPECT_EQ(january.now.facilities.reopened.total(), 1);
  EXPECT_EQ(january.now.facilities.open.total(), 1);
  EXPECT_FALSE(january.whole) << "it is the 11th";

  auto home = RetrofitStore(*tracker).find(RetrofitId{1});
  ASSERT_TRUE(home);
  home->state = RetrofitState::applied;
  home->reached_on[static_cast<std::size_t>(RetrofitState::accepted)].reset();
  home->reached_on[static_cast<std::size_t>(RetrofitState::applied)] = day("2023-08-15");
  Transaction transaction(tracker->db());
  RetrofitStore(*tracker).write(*home, "corrected", "test", "误录");
  transaction.commit();
  auto const now = month("2023-09");
  EXPECT_EQ(now.homes.rows[0].accepted.month, 1);
  EXPECT_EQ(now.homes.rows[0].applied.previous, 1);
  EXPECT_EQ(month("2023-09", day("2026-12-31")).homes.rows[0].accepted.month, 2);
}

TEST_F(Monthly, NoCountOfHomesIsPublished) {
  constexpr char const *kTwo = "\"accepted\":{\"month\":2";
  EXPECT_NE(monthly_json(month("2023-09")).find(kTwo), std::string::npos);
  auto const report = month("2023-09", {}, true);
  auto const json = monthly_json(report);
  EXPECT_EQ(json.find(kTwo), std::string::npos) << json;
  EXPECT_EQ(json.find("\"row\":\"money\""), std::string::npos) << json;
  EXPECT_EQ(json.find("\"row\":\"promise\""), std::string::npos) << json;
  auto const words = paper_text(monthly_paper(report, Lang::en), Lang::en);
  EXPECT_EQ(words.find("homes were accepted"), std::string::npos) << words;
  EXPECT_NE(words.find("has no counts of homes"), std::string::npos) << words;
}

TEST_F(Monthly, PassesOurOwnCheck) {
  for (Lang const lang : {Lang::zh, Lang::en}) {
    auto const html = paper_html(monthly_paper(month("2023-09"), lang), lang);
    EXPECT_EQ(html.find("<b>石桥"), std::string::npos) << "names are escaped";
    web::PageBytes bytes;
    bytes.url = "file:///month.html";
    bytes.bytes = html;
    for (web::PageFinding const &finding : web::check_page(*web::open_page(bytes)).findings)
      EXPECT_NE(finding.outcome, Outcome::failed) << finding.rule->id << ' ' << finding.selector;
  }
}

TEST_F(Monthly, WhatCannotBeReportedIsRefused) {
  EXPECT_FALSE(month_of("2024-13"));
  EXPECT_FALSE(month_of("2024-5"));
  EXPECT_FALSE(
      monthly_report(*tracker, {DistrictCode(kSampleCounty), *month_of("2026-12"), {}, false}))
      << "it is November";
  EXPECT_FALSE(
      monthly_report(*tracker, {DistrictCode("440000999"), *month_of("2026-10"), {}, false}));
}

}  // namespace
}  // namespace wza::audit
