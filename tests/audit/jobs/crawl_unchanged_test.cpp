// SPDX-License-Identifier: Apache-2.0
// A second crawl of a site whose server says what has changed since the first.
#include "audit/jobs/crawl_sites.h"
#include "tests/support/fake_web.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/engine.h"

#include <gtest/gtest.h>

namespace wza::audit {
namespace {

using Lines = std::vector<std::string>;

class CrawlUnchanged : public testing::Test {
 protected:
  CrawlUnchanged() {
    request.options.starts = {*web::Url::parse("http://gov.example/")};
    put("/", "<a href=/1>一</a><a href=/2>二</a><a href=/3>三</a><a href=/4>四</a>", "v1");
    for (int i = 1; i <= 4; ++i)
      put("/" + std::to_string(i), "<button></button><p class=faint>第" + std::to_string(i), "v1");
    put_sheet("p { color: black }");
    put_plain("/4");
  }

  void put(std::string const &path, std::string const &body, std::string const &version) {
    web.put("http://gov.example" + path, 200,
            "<!doctype html><html lang=zh><title>页" + path +
                "</title><link rel=stylesheet href=/s.css>" + body,
            {{"Content-Type", "text/html; charset=utf-8"}, {"ETag", '"' + version + '"'}});
  }
  /// A page whose server has no validators.
  void put_plain(std::string const &path) {
    web.put_page("http://gov.example" + path,
                 "<!doctype html><html lang=zh><title>页</title><img src=a.gif>");
  }
  void put_sheet(std::string const &text) {
    web.put("http://gov.example/s.css", 200, text, {{"Content-Type", "text/css"}});
  }
  CrawlOutcome crawl() {
    web.not_modified.clear();
    m_day.value += std::chrono::days(1);
    tracker.clock().set(m_day);
    auto outcome = crawl_sites(*tracker, request, test::lend(web), pacer, {}, {});
    EXPECT_TRUE(outcome) << outcome.problem().in(Lang::en);
    return *std::move(outcome);
  }
  Lines column(std::string const &sql) {
    Lines out;
    Statement row = tracker->db().prepare(sql);
    while (row.step())
      out.emplace_back(row.text(0));
    return out;
  }
  Lines states(RunId run) {
    return column(
        "SELECT substr(p.url, 19) || ' ' || v.state FROM visits v JOIN pages p ON p.id = "
        "v.page WHERE v.run = " +
        std::to_string(run.value) + " ORDER BY p.url");
  }
  Lines findings() {
    return column(
        "SELECT f.rule || ' ' || f.state || ' ' || o.place || ' ' || o.state FROM "
        "findings f JOIN occurrences o ON o.finding = f.id ORDER BY 1");
  }

  TempTracker tracker;
  test::FakeWeb web;
  test::FakePacer pacer;
  CrawlRequest request;

 private:
  UtcTime m_day{*UtcTime::parse("2026-11-22T06:00:00Z")};
};

TEST_F(CrawlUnchanged, WhatDidNotChangeCountsAsTestedAgain) {
  crawl();
  Lines const before = findings();
  ASSERT_FALSE(before.empty());
  CrawlOutcome const second = crawl();
  EXPECT_EQ(states(second.run),
            (Lines{"/ unchanged", "/1 unchanged", "/2 unchanged", "/3 unchanged", "/4 tested"}));
  EXPECT_EQ(web.not_modified.size(), 4U);
  EXPECT_EQ(findings(), before);
  FindingChanges const &changes = second.changes.at("http://gov.example");
  EXPECT_EQ(changes.found + changes.mended + changes.not_tested + changes.partly_gone, 0);
  EXPECT_GT(changes.seen_again, 0);
}

TEST_F(CrawlUnchanged, AChangedPageIsTestedAndItsOtherFindingsStay) {
  crawl();
  put("/1", "<button>提交</button>", "v2");
  CrawlOutcome const second = crawl();
  EXPECT_EQ(states(second.run),
            (Lines{"/ unchanged", "/1 tested", "/2 unchanged", "/3 unchanged", "/4 tested"}));
  Lines const gone = column(
      "SELECT o.place FROM occurrences o JOIN findings f ON f.id = o.finding WHERE o.state = "
      "'gone' AND f.rule = 'button-has-name'");
  EXPECT_EQ(gone, Lines{"http://gov.example/1"});
}

TEST_F(CrawlUnchanged, AChangedStyleSheetChangesThePage) {
  crawl();
  put_sheet("p { color: #ddd; background: #fff }");
  CrawlOutcome const second = crawl();
  EXPECT_EQ(states(second.run),
            (Lines{"/ tested", "/1 tested", "/2 tested", "/3 tested", "/4 tested"}));
  EXPECT_FALSE(column("SELECT 1 FROM findings WHERE rule = 'text-contrast'").empty());
}

TEST_F(CrawlUnchanged, OtherRulesTestAnew) {
  crawl();
  auto const all = web::all_rules();
  request.options.check.rules.assign(all.begin(), all.end() - 1);
  CrawlOutcome const second = crawl();
  EXPECT_TRUE(web.not_modified.empty());
  EXPECT_EQ(second.summary.count(VisitState::tested), 5U);
}

TEST_F(CrawlUnchanged, EveryPageIsTestedAnewWhereThatIsWished) {
  crawl();
  request.test_all_anew = true;
  EXPECT_EQ(crawl().summary.count(VisitState::tested), 5U);
}

TEST_F(CrawlUnchanged, WhatCannotBeReadIsTestedAnew) {
  crawl();
  tracker->db().execute("UPDATE page_memory SET content = x'00ff'");
  EXPECT_EQ(crawl().summary.count(VisitState::tested), 5U);
}

}  // namespace
}  // namespace wza::audit
