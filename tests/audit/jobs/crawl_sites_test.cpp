// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/crawl_sites.h"

#include "db/store/findings.h"
#include "db/store/visits.h"
#include "tests/support/fake_web.h"
#include "tests/support/temp_tracker.h"
#include "tests/support/trap_words.h"
#include "webcheck/engine.h"
#include "webcheck/fetch/problems.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

namespace wza::audit {
namespace {

constexpr std::size_t kPages = 6;

/// A site whose pages share a nameless image in their head, one of them with a fault of its own.
void put_site(test::FakeWeb &web) {
  auto const page = [](std::string const &links, std::string const &body) {
    return "<!doctype html><html lang=zh><title>页</title><div id=head><img src=logo.gif></div>" +
           links + body;
  };
  web.put_page("http://gov.example/",
               page("<a href=/1>一</a><a href=/2>二</a><a href=/3>三</a><a href=/gone>无</a>", ""));
  web.put_page("http://gov.example/1", page("<a href=/4>四</a>", ""));
  web.put_page("http://gov.example/2", page("", "<button></button>"));
  web.put_page("http://gov.example/3", page("", ""));
  web.put_page("http://gov.example/4", page("", ""));
}

struct CrawlSites : testing::Test {
  CrawlSites() { request.options.starts = {*web::Url::parse("http://gov.example/")}; }

  CrawlOutcome run(TempTracker &tracker, CrawlProgress const &progress = {}) {
    auto outcome = crawl_sites(*tracker, request, test::lend(web), pacer, progress, {});
    EXPECT_TRUE(outcome) << outcome.problem().in(Lang::en);
    return *std::move(outcome);
  }

  /// All that a crawl leaves in the tracker.
  static std::vector<std::string> left_behind(TempTracker &tracker) {
    std::vector<std::string> lines;
    for (char const *sql :
         {"SELECT id, kind, state, summary FROM runs ORDER BY id",
          "SELECT run, seq, p.url, state, status, depth, template, failed, record FROM visits v "
          "JOIN "
          "pages p ON p.id = v.page ORDER BY run, seq",
          "SELECT id, fingerprint, subject, rule, state, first_run, last_run FROM findings ORDER "
          "BY id",
          "SELECT finding, place, state, selector, line FROM occurrences ORDER BY finding, place",
          "SELECT origin, name FROM sites", "SELECT url FROM frontier_urls",
          "SELECT verb, entity, entity_key FROM events ORDER BY id"}) {
      Statement row = tracker->db().prepare(sql);
      while (row.step()) {
        std::string line;
        for (int i = 0; i < row.columns(); ++i)
          line.append(row.text(i)).append("|");
        lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  test::FakeWeb web;
  test::FakePacer pacer;
  CrawlRequest request;
};

TEST_F(CrawlSites, AFaultOfTheTemplateIsOneFindingWithItsPages) {
  put_site(web);
  TempTracker tracker;
  CrawlOutcome const outcome = run(tracker);
  EXPECT_EQ(outcome.summary.count(VisitState::tested), kPages - 1);
  FindingFilter images;
  images.rule = "image-has-name";
  auto const found = FindingStore(*tracker).list(images, 0, 10);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].present, 5);
  EXPECT_EQ(found[0].subject, "http://gov.example");
}

TEST_F(CrawlSites, KilledAfterAnyVisitAndContinuedItEndsAsIfUndisturbed) {
  put_site(web);
  TempTracker undisturbed;
  run(undisturbed);
  auto const expected = left_behind(undisturbed);
  std::size_t const requests = web.asked.size();
  for (std::size_t kill_after = 1; kill_after <= kPages; ++kill_after) {
    TempTracker tracker;
    std::size_t seen = 0;
    web.asked.clear();
    CrawlProgress progress;
    progress.visit = [&](web::CrawlVisit const &) {
      if (++seen == kill_after) throw std::runtime_error("killed");
    };
    EXPECT_THROW(crawl_sites(*tracker, request, test::lend(web), pacer, progress, {}),
                 std::runtime_error);
    CrawlOutcome const outcome = run(tracker);
    EXPECT_EQ(outcome.continued, kill_after);
    EXPECT_EQ(left_behind(tracker), expected) << "killed after visit " << kill_after;
    EXPECT_LE(web.asked.size(), requests + 1) << "only robots.txt is asked for again";
  }
}

TEST_F(CrawlSites, ASecondCrawlTellsMendedFromNotTested) {
  put_site(web);
  request.options.check.rules = {web::find_rule("image-has-name"),
                                 web::find_rule("button-has-name")};
  TempTracker tracker;
  run(tracker);
  // The button gets a name; page 3, one of those with the nameless image, answers no more.
  web.put_page("http://gov.example/2",
               "<!doctype html><html lang=zh><title>页</title><button>提交</button>");
  web.put("http://gov.example/3", 500, "");
  tracker.clock().set(*UtcTime::parse("2026-11-23T06:00:00Z"));
  CrawlOutcome const outcome = run(tracker);
  FindingChanges const &changes = outcome.changes.at("http://gov.example");
  EXPECT_EQ(changes.mended, 1);       // the button
  EXPECT_EQ(changes.partly_gone, 1);  // the image is gone from page 2, and still on the others
  FindingFilter images;
  images.rule = "image-has-name";
  auto const image = FindingStore(*tracker).list(images, 0, 1).at(0);
  EXPECT_EQ(image.present, 4) << "page 3 was not tested: its image counts as it did";
}

TEST_F(CrawlSites, AStartThatDoesNotAnswerLeavesAllFindingsAsTheyAre) {
  put_site(web);
  TempTracker tracker;
  run(tracker);
  int const before = FindingStore(*tracker).count({});
  web.put("http://gov.example/", 503, "");
  tracker.clock().set(*UtcTime::parse("2026-11-23T06:00:00Z"));
  CrawlOutcome const outcome = run(tracker);
  EXPECT_EQ(outcome.summary.unreached.size(), 1U);
  FindingFilter open;
  open.only_open = true;
  EXPECT_EQ(FindingStore(*tracker).count(open), before);
}

/// A page that its visitor does not get to see, each in its own way.
void spoil(test::FakeWeb &site, std::string const &url, int kind) {
  constexpr std::array kRefusals{403, 404, 410, 429, 500, 503};
  switch (kind % 12) {
    case 0:
      return site.put_problem(url, web::no_connection(url, "refused"));
    case 1:
      return site.put_problem(url, web::stage_timed_out(url, web::Stage::header));
    case 2:
      return site.put_problem(url, web::certificate_refused(url, "gov.example", 10));
    case 3:
      return site.put_problem(url, web::body_too_large(url, 1));
    case 4:
      site.at(url).truncated = true;
      return;
    case 5:  // a wall that asks for a login
      return site.put_redirect(url, "http://login.example/");
    default:
      return site.put(url, kRefusals[static_cast<std::size_t>(kind % 12 - 6)], "<p>封禁</p>");
  }
}

TEST_F(CrawlSites, AThousandFailedVisitsChangeTheStateOfNoFinding) {
  constexpr int kFailing = 1000;
  auto const page = [](int i) { return "http://gov.example/" + std::to_string(i); };
  std::string start = "<!doctype html><html lang=zh><title>页</title>";
  for (int i = 0; i < kFailing; ++i) {
    start += "<a href=/" + std::to_string(i) + ">页</a>";
    // Every page has a fault of its own kind of place.
    web.put_page(page(i), "<!doctype html><html lang=zh><title>页</title><div id=n" +
                              std::string(static_cast<std::size_t>(i % 7 + 1), 'x') +
                              "><button></button></div>" +
                              test::chinese(static_cast<std::uint64_t>(i), 8));
  }
  web.put_page("http://gov.example/", start);
  request.options.max_pages = kFailing + 1;
  TempTracker tracker;
  ASSERT_EQ(run(tracker).summary.count(VisitState::tested), std::size_t{kFailing} + 1);
  auto const states = [&tracker] {
    std::vector<std::string> out;
    Statement row = tracker->db().prepare(
        "SELECT f.fingerprint || f.state || o.place || o.state FROM findings f JOIN occurrences o "
        "ON o.finding = f.id WHERE f.rule <> 'broken-link' ORDER BY 1");
    while (row.step())
      out.emplace_back(row.text(0));
    return out;
  };
  auto const before = states();
  ASSERT_GE(before.size(), std::size_t{kFailing});
  for (int i = 0; i < kFailing; ++i)
    spoil(web, page(i), i);
  tracker.clock().set(*UtcTime::parse("2026-11-23T06:00:00Z"));
  CrawlOutcome const second = run(tracker);
  EXPECT_EQ(second.summary.count(VisitState::tested), 1U);
  EXPECT_EQ(states(), before);
  // What answers 404 or 410 is a dead link of the start, and no other refusal is.
  FindingFilter dead;
  dead.rule = "broken-link";
  int gone = 0;
  for (int i = 0; i < kFailing; ++i)
    gone += i % 12 == 7 || i % 12 == 8 ? 1 : 0;
  EXPECT_EQ(FindingStore(*tracker).count(dead), gone);
}

}  // namespace
}  // namespace wza::audit
