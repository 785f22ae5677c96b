// SPDX-License-Identifier: Apache-2.0
// What the report on one place says is missing, failing and open.
#include "gis/field/facility_report.h"

#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "tests/gis/field/drawn_county.h"

#include <algorithm>

namespace wza::gis {
namespace {

class ReportOnAFacility : public DrawnCounty {
 protected:
  void place(std::string const &type, std::string const &build = "existing") {
    auto const report = import_facilities(*m_tracker,
                                          csv("id,name,type,build,lon,lat\nL1,测试馆（虚构）," +
                                              type + "," + build + ",123.3259,29.1784\n"),
                                          in(Frame::wgs84));
    ASSERT_TRUE(report);
    ASSERT_TRUE(report->refused.empty()) << report->refused[0].in(Lang::en);
  }
  void inspect(std::string const &rows) {
    auto const report = import_inspections(
        *m_tracker, csv("facility,date,component,criterion,value,unit,context\n" + rows), {});
    ASSERT_TRUE(report);
    ASSERT_TRUE(report->refused.empty()) << report->refused[0].in(Lang::en);
  }
  FacilityReport report(char const *day = "2026-11-22") {
    auto made = report_on(*m_tracker, FacilityId("L1"), *LocalDate::parse(day));
    EXPECT_TRUE(made) << made.problem().in(Lang::en);
    return *std::move(made);
  }
  static ElementState state(FacilityReport const &report, std::string_view element) {
    for (auto const &one : report.elements) {
      if (one.element == element) return one.state;
    }
    ADD_FAILURE() << element << " is not asked for";
    return {};
  }
  static ComponentReport const *component(FacilityReport const &report, std::string_view name,
                                          std::string_view type) {
    auto const found = std::find_if(
        report.components.begin(), report.components.end(),
        [&](auto const &one) { return one.component == name && one.facility_type == type; });
    return found == report.components.end() ? nullptr : &*found;
  }
};

TEST_F(ReportOnAFacility, AnUnknownIdIsRefused) {
  auto const none = report_on(*m_tracker, FacilityId("nowhere"), *LocalDate::parse("2026-01-01"));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.problem().code, ProblemCode::unknown_code);
}

TEST_F(ReportOnAFacility, WhereNobodyWasNothingIsSaidToBeMissing) {
  place("library");
  auto const made = report();
  EXPECT_FALSE(made.last_visit);
  EXPECT_TRUE(made.components.empty());
  EXPECT_FALSE(made.elements.empty());
  for (auto const &element : made.elements)
    EXPECT_EQ(element.state, ElementState::unknown) << element.element;
}

TEST_F(ReportOnAFacility, ElementsAreThoseOfThePlaceAndAreMissingWhereSomebodyLooked) {
  place("library");
  inspect(
      "L1,2024-05-06,服务台,d-library-low-desk,无,,\n"
      "L1,2024-05-06,门厅,lift-count-public,0,,has_lifts=no\n"
      "L1,2024-05-06,卫生间,toilet-per-floor,0,,\n"
      "L1,2024-05-06,出入口,flat-entrance-slope,1:25,,\n");
  auto const made = report();
  EXPECT_EQ(state(made, "low-service"), ElementState::missing);
  EXPECT_EQ(state(made, "public-toilet"), ElementState::missing);
  EXPECT_EQ(state(made, "accessible-lift"), ElementState::not_required) << "no lifts at all";
  EXPECT_EQ(state(made, "accessible-entrance"), ElementState::present) << "its slope was measured";
  EXPECT_EQ(state(made, "sign-information"), ElementState::unknown);
  for (auto const &element : made.elements)
    EXPECT_NE(element.element, "kerb-ramp") << "not of a library";
  EXPECT_EQ(made.last_visit, LocalDate::parse("2024-05-06"));
}

TEST_F(ReportOnAFacility, TooFewIsAFailureAndNotMissing) {
  place("cinema");
  inspect("L1,2024-05-06,观众厅,seat-count-more,3,,seats_total=750\n");
  auto const made = report();
  EXPECT_EQ(state(made, "wheelchair-space"), ElementState::present);
  auto const *hall = component(made, "观众厅", "wheelchair-space");
  ASSERT_NE(hall, nullptr);
  EXPECT_EQ(hall->verdict.outcome, Outcome::failed);
}

TEST_F(ReportOnAFacility, AComponentNamesWhatFailsAndWhatIsNotMeasured) {
  place("library");
  inspect(
      "L1,2024-05-06,坡道,ramp-slope,1:10,,site_constrained=no\n"
      "L1,2024-05-06,坡道,ramp-width,1.25,m,\n"
      "L1,2024-05-06,坡道,surface-firm-flat-nonslip,符合,,\n");
  auto const made = report();
  auto const *ramp = component(made, "坡道", "wheelchair-ramp");
  ASSERT_NE(ramp, nullptr);
  EXPECT_EQ(component(made, "坡道", "general"), nullptr) << "the surface is a part of the ramp";
  EXPECT_EQ(ramp->verdict.outcome, Outcome::failed);
  int failed = 0, open = 0;
  for (auto const &part : ramp->verdict.parts) {
    for (auto const &one : part.criteria) {
      failed += one.judgement.outcome == Outcome::failed ? 1 : 0;
      open += one.judgement.outcome == Outcome::cant_tell ? 1 : 0;
      if (one.criterion->id.value == "ramp-slope") {
        EXPECT_NEAR(*one.judgement.margin, 0.1 - 1.0 / 12, 1e-9);
      }
    }
  }
  EXPECT_EQ(failed, 1);
  EXPECT_EQ(open, 7) << "cross slope, rise, two of the landings, two of the rails, the open side";
}

TEST_F(ReportOnAFacility, TheLatestReadingCountsAndADayOfThePastKnowsOnlyItsPast) {
  place("library");
  inspect("L1,2023-05-06,门,threshold-height,30,mm,\n");
  inspect("L1,2024-05-06,门,threshold-height,10,mm,\n");
  inspect("L1,2025-05-06,门,threshold-height,,,\n");
  auto const threshold = [&](char const *day) {
    auto const made = report(day);
    auto const *door = component(made, "门", "door");
    if (door == nullptr) return Outcome::untested;
    for (auto const &part : door->verdict.parts) {
      for (auto const &one : part.criteria) {
        if (one.criterion->id.value == "threshold-height") return one.judgement.outcome;
      }
    }
    return Outcome::untested;
  };
  EXPECT_EQ(threshold("2026-01-01"), Outcome::passed) << "not measured takes nothing back";
  EXPECT_EQ(threshold("2023-12-31"), Outcome::failed);
  EXPECT_EQ(threshold("2022-12-31"), Outcome::untested);
}

TEST_F(ReportOnAFacility, AnOldDayIsJudgedByTheStandardsOfThatDay) {
  place("library");
  inspect("L1,2020-05-06,厕位,d-stall-short,1.35,m,\n");
  auto const then = report("2020-12-31");
  ASSERT_NE(component(then, "厕位", "accessible-stall"), nullptr);
  EXPECT_EQ(component(then, "厕位", "accessible-stall")->verdict.outcome, Outcome::passed);
  auto const now = report();
  EXPECT_NE(component(now, "厕位", "accessible-stall")->verdict.outcome, Outcome::passed);
}

}  // namespace
}  // namespace wza::gis
