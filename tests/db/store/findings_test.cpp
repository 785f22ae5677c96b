// SPDX-License-Identifier: Apache-2.0
#include "db/store/findings.h"

#include "db/sqlite/transaction.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

constexpr std::string_view kSite = "http://gov.example";

struct Findings : testing::Test {
  TempTracker tracker;
  FindingStore store{*tracker};
  RuleId const rule{"image-has-name"};
  RuleId const other{"link-has-name"};

  UtcTime day(int d) const {
    return {UtcTime::parse("2026-01-01T00:00:00Z")->value + std::chrono::days(d)};
  }

  /// Applies one run: the defect `print` stands on `pages`; `tested` pages were tested on `at`.
  FindingChanges run_on(int at, std::vector<std::string> const &pages,
                        std::vector<std::string> const &tested, std::vector<RuleId> decided) {
    Defect defect{std::string(64, 'a'), rule,    std::nullopt,      {"图片没有替代文本", "No text"},
                  "WCAG 2.2",           "1.1.1", Severity::serious, {}};
    for (std::string const &page : pages)
      defect.occurrences.push_back({page});
    std::vector<Defect> const defects = pages.empty() ? std::vector<Defect>{} : std::vector{defect};
    std::vector<TestedPlace> places;
    for (std::string const &page : tested)
      places.push_back({page, day(at), decided});
    auto const run = RunStore(*tracker).begin(RunKind::crawl, std::to_string(at), "tester");
    Transaction transaction(tracker->db());
    FindingChanges const changes =
        store.apply(run.id, FindingKind::web, kSite, std::nullopt, defects, places);
    transaction.commit();
    return changes;
  }
  FindingState state() { return store.list({}, 0, 10).at(0).state; }
};

TEST_F(Findings, AreOneThoughTheyStandOnManyPages) {
  FindingChanges const changes = run_on(1, {"/a", "/b"}, {"/a", "/b", "/c"}, {rule});
  EXPECT_EQ(changes.found, 1);
  ASSERT_EQ(store.count({}), 1);
  EXPECT_EQ(store.list({}, 0, 10)[0].present, 2);
}

TEST_F(Findings, AreMendedWhenAllOfTheirPagesWereTestedAndNoneShowsThem) {
  run_on(1, {"/a", "/b"}, {"/a", "/b"}, {rule});
  EXPECT_EQ(run_on(2, {}, {"/a"}, {rule}).partly_gone, 1);
  EXPECT_EQ(state(), FindingState::open);
  EXPECT_EQ(run_on(3, {}, {"/b"}, {rule}).mended, 1);
  EXPECT_EQ(state(), FindingState::mended);
  EXPECT_EQ(store.list({}, 0, 10)[0].mended_at, day(3));
}

TEST_F(Findings, StayAsTheyAreWhenTheirPageWasNotTested) {
  run_on(1, {"/a"}, {"/a"}, {rule});
  EXPECT_EQ(run_on(2, {}, {"/b"}, {rule}).not_tested, 1);
  EXPECT_EQ(state(), FindingState::open);
}

TEST_F(Findings, StayAsTheyAreWhenTheRuleCouldNotTell) {
  run_on(1, {"/a"}, {"/a"}, {rule});
  EXPECT_EQ(run_on(2, {}, {"/a"}, {other}).not_tested, 1);
  EXPECT_EQ(state(), FindingState::open);
}

TEST_F(Findings, AreReopenedWhenTheyComeBack) {
  run_on(1, {"/a"}, {"/a"}, {rule});
  run_on(2, {}, {"/a"}, {rule});
  EXPECT_EQ(run_on(3, {"/a"}, {"/a"}, {rule}).reopened, 1);
  EXPECT_EQ(state(), FindingState::reopened);
  auto const id = std::to_string(store.list({}, 0, 1)[0].id.value);
  std::vector<std::string> verbs;
  for (auto const &past : events_of(*tracker, "findings", id))
    verbs.push_back(past.event.verb);
  EXPECT_EQ(verbs, (std::vector<std::string>{"found", "mended", "reopened"}));
}

TEST_F(Findings, ALateRecordOfAnEarlierDayChangesNothing) {
  run_on(5, {"/a"}, {"/a"}, {rule});
  run_on(2, {}, {"/a"}, {rule});
  EXPECT_EQ(state(), FindingState::open);
}

TEST_F(Findings, WhatPeopleWaivedNoTestOpens) {
  run_on(1, {"/a"}, {"/a"}, {rule});
  tracker->db().execute("UPDATE findings SET state = 'waived'");
  run_on(2, {"/a"}, {"/a"}, {rule});
  EXPECT_EQ(state(), FindingState::waived);
}

TEST_F(Findings, AreListedByEachFilter) {
  run_on(1, {"/a"}, {"/a"}, {rule});
  FindingFilter filter;
  filter.text = "替代";
  filter.kind = FindingKind::web;
  filter.severity = Severity::serious;
  filter.only_open = true;
  filter.rule = rule.value;
  EXPECT_EQ(store.count(filter), 1);
  filter.text = "坡道";
  EXPECT_EQ(store.count(filter), 0);
  filter = {};
  filter.state = FindingState::mended;
  EXPECT_EQ(store.count(filter), 0);
}

}  // namespace
}  // namespace wza
