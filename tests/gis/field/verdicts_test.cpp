// SPDX-License-Identifier: Apache-2.0
// Verdicts and findings when records arrive in several files, are corrected, or lose their ground.
#include "gis/field/verdicts.h"

#include "db/store/finding_history.h"
#include "db/store/findings.h"
#include "db/store/runs.h"
#include "gis/field/facility_report.h"
#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "tests/gis/field/drawn_county.h"

#include <map>

namespace wza::gis {
namespace {

class VerdictsOfAFacility : public DrawnCounty {
 protected:
  VerdictsOfAFacility() { place("new"); }

  void place(std::string const &build) {
    auto const report =
        import_facilities(*m_tracker,
                          csv("id,name,type,build,lon,lat\nL1,测试馆（虚构）,library," + build +
                              ",123.3259,29.1784\n"),
                          in(Frame::wgs84));
    ASSERT_TRUE(report);
    ASSERT_TRUE(report->refused.empty()) << report->refused[0].in(Lang::en);
  }
  InspectionReport take(std::string const &rows) {
    auto const report = import_inspections(
        *m_tracker, csv("设施编号,检查日期,检查类型,部件,指标编号,测量值,单位,现场条件\n" + rows),
        {});
    EXPECT_TRUE(report);
    for (auto const &problem : report->refused)
      ADD_FAILURE() << problem.in(Lang::en);
    return *report;
  }
  /// The state of each finding by its rule.
  std::map<std::string, FindingState> states() {
    std::map<std::string, FindingState> all;
    for (auto const &finding : FindingStore(*m_tracker).list({}, 0, 1000))
      all[finding.rule.value] = finding.state;
    return all;
  }
  Finding only_finding() {
    auto const all = FindingStore(*m_tracker).list({}, 0, 1000);
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? Finding{} : all.front();
  }
  /// What happened last to the only finding.
  std::string last_verb() {
    auto const events = events_of(*m_tracker, "findings", std::to_string(only_finding().id.value));
    return events.empty() ? "" : events.back().event.verb;
  }
  /// The outcomes of all measurements by criterion; of several the newest.
  std::map<std::string, Measurement> measured() {
    std::map<std::string, Measurement> all;
    for (auto const &one : InspectionStore(*m_tracker).measured_at(FacilityId("L1")))
      all[one.measurement.criterion.value] = one.measurement;
    return all;
  }
};

TEST_F(VerdictsOfAFacility, ACorrectedRecordLeavesWhatTheRightOneWouldHave) {
  take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  EXPECT_EQ(only_finding().state, FindingState::open);
  auto const right = take("L1,2024-05-06,,门,manual-door-width-new,970,mm,\n");
  EXPECT_EQ(right.findings_withdrawn, 1);
  EXPECT_EQ(right.findings_mended, 0) << "nobody mended anything";
  EXPECT_FALSE(is_open(only_finding().state));
  EXPECT_EQ(last_verb(), "corrected");
  take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  EXPECT_EQ(only_finding().state, FindingState::open);
  auto const same = take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  EXPECT_EQ(same.updated + same.findings_new + same.findings_reopened, 0);
}

TEST_F(VerdictsOfAFacility, ARecheckOfTheSameDayIsTheLaterVisit) {
  take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  EXPECT_EQ(take("L1,2024-05-06,复查,门,manual-door-width-new,950,mm,\n").findings_mended, 1);
  EXPECT_EQ(only_finding().state, FindingState::mended);
  auto const report = report_on(*m_tracker, FacilityId("L1"), *LocalDate::parse("2026-01-01"));
  ASSERT_TRUE(report);
  EXPECT_NE(report->components.at(0).verdict.outcome, Outcome::failed);
  take("L1,2024-05-06,,门,manual-door-width-new,710,mm,\n");
  EXPECT_EQ(only_finding().state, FindingState::mended) << "the re-check was later";
}

TEST_F(VerdictsOfAFacility, AnOldRecordThatArrivesLateIsHistory) {
  take("L1,2024-09-06,,门,manual-door-width-new,950,mm,\n");
  take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  auto const finding = only_finding();
  EXPECT_EQ(finding.state, FindingState::mended);
  EXPECT_EQ(LocalDate::of(finding.first_seen).iso(), "2024-05-06");
  EXPECT_EQ(LocalDate::of(*finding.mended_at).iso(), "2024-09-06");
}

TEST_F(VerdictsOfAFacility, APastDayIsToldByTheDaysOfTheTests) {
  auto const on = [&](char const *day) {
    auto const all = finding_history(*m_tracker, only_finding().district.value(), {});
    return all.at(0).state_on(*LocalDate::parse(day));
  };
  take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  take("L1,2024-08-30,复查,门,manual-door-width-new,950,mm,\n");
  EXPECT_EQ(on("2024-05-05"), std::nullopt);
  EXPECT_EQ(on("2024-05-06"), FindingState::open);
  EXPECT_EQ(on("2024-08-29"), FindingState::open);
  EXPECT_EQ(on("2024-08-30"), FindingState::mended) << "not when the re-check was entered";
  take("L1,2024-07-10,复查,门,manual-door-width-new,960,mm,\n");
  EXPECT_EQ(on("2024-07-09"), FindingState::open);
  EXPECT_EQ(on("2024-07-10"), FindingState::mended) << "a record that came late";
  take("L1,2024-03-04,,门,manual-door-width-new,700,mm,\n");
  EXPECT_EQ(on("2024-03-04"), FindingState::open);
}

TEST_F(VerdictsOfAFacility, CorrectedFactsOfTheFacilityCloseWhatNoLongerApplies) {
  take("L1,2024-05-06,,门,manual-door-width-new,850,mm,\n");
  EXPECT_EQ(only_finding().state, FindingState::open);
  place("existing");
  EXPECT_EQ(measured().at("manual-door-width-new").outcome, Outcome::inapplicable);
  EXPECT_FALSE(is_open(only_finding().state));
  EXPECT_EQ(last_verb(), "no_longer_applies");
  place("new");
  EXPECT_EQ(only_finding().state, FindingState::open);
}

TEST_F(VerdictsOfAFacility, ACorrectedKindOfBuildingIsJudgedByItsOwnClause) {
  place("existing");
  take("L1,2024-05-06,,门,manual-door-width-existing,750,mm,\n");
  EXPECT_EQ(states().at("manual-door-width-existing"), FindingState::open);
  place("new");
  EXPECT_EQ(states().at("manual-door-width-existing"), FindingState::mended);
  EXPECT_EQ(states().at("manual-door-width-new"), FindingState::open) << "750 mm stand there";
  auto const report = report_on(*m_tracker, FacilityId("L1"), *LocalDate::parse("2026-01-01"));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->components.at(0).verdict.outcome, Outcome::failed);
  place("existing");
  EXPECT_EQ(states().at("manual-door-width-new"), FindingState::mended);
  EXPECT_EQ(states().at("manual-door-width-existing"), FindingState::open);
  take("L1,2024-06-06,复查,门,manual-door-width-existing,850,mm,\n");
  EXPECT_EQ(states().at("manual-door-width-existing"), FindingState::mended);
}

TEST_F(VerdictsOfAFacility, WhatWasNotMeasuredAgainStaysOpen) {
  take("L1,2024-05-06,,门,manual-door-width-new,700,mm,\n");
  take("L1,2024-09-06,,门,manual-door-width-new,,,\nL1,2024-09-06,,门,threshold-height,10,mm,\n");
  EXPECT_EQ(only_finding().state, FindingState::open);
}

TEST_F(VerdictsOfAFacility, MeasurementsOfSeveralFilesDecideTogether) {
  take("L1,2024-05-06,,坡道,ramp-slope,1:10,,\n");
  take("L1,2024-05-06,,坡道,ramp-handrails,无,,\n");
  EXPECT_EQ(measured().at("ramp-handrails").outcome, Outcome::cant_tell);
  EXPECT_TRUE(states().empty());
  take("L1,2024-05-06,,坡道,ramp-rise-per-run,500,mm,\n");
  EXPECT_EQ(measured().at("ramp-slope").outcome, Outcome::failed);
  EXPECT_EQ(measured().at("ramp-handrails").outcome, Outcome::failed);
  EXPECT_EQ(states(),
            (std::map<std::string, FindingState>{{"ramp-slope", FindingState::open},
                                                 {"ramp-handrails", FindingState::open}}));
}

TEST_F(VerdictsOfAFacility, AReadingStandsUntilTheNextOne) {
  take("L1,2024-05-06,,坡道,ramp-slope,1:10,,\n");
  take("L1,2024-07-06,,坡道,ramp-rise-per-run,500,mm,\n");
  EXPECT_EQ(states().at("ramp-slope"), FindingState::open) << "another day tells as well";
  take(
      "L1,2024-09-06,,坡道,ramp-slope,1:14,,\nL1,2024-09-06,,坡道,ramp-rise-per-run,100,mm,"
      "场地受限\n");
  EXPECT_EQ(states().at("ramp-slope"), FindingState::mended);
  auto const before = InspectionStore(*m_tracker).measured_at(FacilityId("L1")).at(0).measurement;
  EXPECT_EQ(before.outcome, Outcome::failed) << "the new rise is not that of the old slope";
}

TEST_F(VerdictsOfAFacility, WordsNameTheThresholdThatDecidedAndFactsAsPeopleCallThem) {
  take(
      "L1,2024-05-06,,大厅,seat-count-more,3,,坐席总数=750\n"
      "L1,2024-05-06,,坡道,ramp-slope,1:10,,每段提升高度=500 mm\n"
      "L1,2024-05-06,,坡道 2,ramp-slope,1:10,,场地是否受限=是\n"
      "L1,2024-05-06,,出入口,flat-entrance-slope,1:30,,平坡出入口\n"
      "L1,2024-05-06,,盲道,tactile-warning-width,350,mm,\n");
  auto const hall = measured().at("seat-count-more").reason;
  EXPECT_NE(hall.zh.find("应不小于 4 个"), std::string::npos) << hall.zh;
  for (auto const &finding : FindingStore(*m_tracker).list({}, 0, 10)) {
    if (finding.rule.value != "seat-count-more") continue;
    EXPECT_NE(finding.message.zh.find("4 个"), std::string::npos) << finding.message.zh;
    EXPECT_EQ(FindingStore(*m_tracker).occurrences(finding.id).at(0).what.threshold, "4");
  }
  auto const open = measured().at("ramp-slope");
  EXPECT_EQ(open.outcome, Outcome::cant_tell);
  EXPECT_NE(open.reason.zh.find("没有记录：每段提升高度"), std::string::npos) << open.reason.zh;
  EXPECT_NE(open.reason.en.find("Rise of the run"), std::string::npos) << open.reason.en;
  EXPECT_EQ(measured().at("flat-entrance-slope").outcome, Outcome::passed);
  auto const paving = measured().at("tactile-warning-width").reason.zh;
  EXPECT_NE(paving.find("行进盲道宽度"), std::string::npos) << paving;
}

}  // namespace
}  // namespace wza::gis
