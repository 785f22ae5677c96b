// SPDX-License-Identifier: Apache-2.0
#include "audit/report/round.h"

#include "audit/report/round_sheet.h"
#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/inspections.h"
#include "db/store/rounds.h"
#include "db/store/runs.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/check.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>

namespace wza::audit {
namespace {

/// A re-check round of all three places; at F-001 a failure of its ramp was found before, and
/// somebody came to F-003 who was not let in.
struct RecheckRound : testing::Test {
  RecheckRound() {
    fill_sample(*tracker);
    Transaction transaction(tracker->db());
    auto const run = RunStore(*tracker).begin(RunKind::import, "visits", "test").id;
    Measurement ramp;
    ramp.criterion = CriterionId("ramp-slope");
    ramp.component = "坡道";
    ramp.outcome = Outcome::failed;
    visit(run, "F-001", "2026-10-02", AccessState::allowed, {ramp});
    visit(run, "F-003", "2026-11-05", AccessState::under_works, {});
    RoundStore(*tracker).put({RoundId("R-1"),
                              "<复查>",
                              "一组",
                              InspectionKind::recheck,
                              *LocalDate::parse("2026-11-01"),
                              *LocalDate::parse("2026-11-20"),
                              {FacilityId("F-001"), FacilityId("F-002"), FacilityId("F-003")}},
                             std::nullopt, "test");
    transaction.commit();
  }
  void visit(RunId run, char const *id, char const *on, AccessState access,
             std::vector<Measurement> measurements) {
    auto const facility = FacilityStore(*tracker).find(FacilityId(id));
    InspectionStore(*tracker).put({facility->id, *LocalDate::parse(on), InspectionKind::recheck,
                                   "一组", access, std::nullopt, std::move(measurements)},
                                  facility->geom, run);
  }
  RoundStanding standing() {
    auto found = round_of(*tracker, "R-1", *LocalDate::parse("2026-11-22"));
    EXPECT_TRUE(found);
    return *std::move(found);
  }
  TempTracker tracker;
};

TEST_F(RecheckRound, SaysOfEachPlaceWhereItStands) {
  std::istringstream lines(round_in("json", standing(), Lang::zh));
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(lines, line);)
    rows.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0]["schema"], "wza.round/1");
  EXPECT_EQ(rows[0]["progress"], "overdue");
  EXPECT_EQ(rows[0]["findings"]["not_retested"], 1);
  EXPECT_EQ(rows[0]["to_recheck"][0]["criterion"], "ramp-slope");
  EXPECT_EQ(rows[2]["progress"], "not_let_in");
  EXPECT_EQ(rows[2]["access"], "under_works");
  std::string const text = round_in("text", standing(), Lang::zh);
  EXPECT_NE(text.find("[没有复测] 坡道太陡。"), std::string::npos) << text;
  std::string const list = rounds_in("csv", std::array{standing()}, Lang::zh);
  EXPECT_NE(list.find("R-1,<复查>,一组,recheck,2026-11-01,2026-11-20,3,0,1,0,2,2026-11-22"),
            std::string::npos)
      << list;
  EXPECT_FALSE(round_of(*tracker, "R-2", LocalDate()));
}

TEST_F(RecheckRound, ItsRouteSheetPassesOurOwnCheck) {
  std::string const page = round_sheet_html(standing(), Lang::zh);
  for (char const *part : {"督导路线单：&lt;复查&gt;", "云杉镇便民中心", "113.500000, 23.900000",
                           "坡道太陡。", "□ 未能进入", "距上一处 0 米"})
    EXPECT_NE(page.find(part), std::string::npos) << part;
  web::PageBytes bytes;
  bytes.url = "file:///round.html";
  bytes.bytes = page;
  for (web::PageFinding const &finding : web::check_page(*web::open_page(bytes)).findings)
    EXPECT_NE(finding.outcome, Outcome::failed) << finding.rule->id << ' ' << finding.selector;
}

}  // namespace
}  // namespace wza::audit
