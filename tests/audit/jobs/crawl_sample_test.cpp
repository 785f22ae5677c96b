// SPDX-License-Identifier: Apache-2.0
// Crawls that test a sample of the pages: the others lead on, and their findings stay as they are.
#include "audit/jobs/crawl_sites.h"
#include "db/store/visits.h"
#include "tests/support/fake_web.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stop_token>
#include <string>

namespace wza::audit {
namespace {

constexpr int kNotices = 40;

/// A start, a chain of notices of one template that each lead to the next, and a page to write to.
class CrawlSample : public testing::Test {
 protected:
  CrawlSample() {
    request.options.starts = {*web::Url::parse("http://gov.example/")};
    request.options.sample = {web::SampleMode::wcag_em, 1};
    request.options.max_depth = kNotices + 1;
    web.put_page(
        "http://gov.example/",
        html("首页", "<nav><ul><li><a href=/n/1>通知</a><li><a href=/lxwm>联系</a></ul></nav>"));
    web.put_page("http://gov.example/lxwm", html("联系我们", notice(99)));
    put_notices(true);
  }

  static std::string html(std::string const &title, std::string const &body) {
    return "<!doctype html><html lang=zh><title>" + title + "</title><main>" + body;
  }
  static std::string word(int number) {
    return std::string(1, static_cast<char>('a' + number % 26)) +
           std::string(1, static_cast<char>('a' + number / 26));
  }
  static std::string notice(int i, bool has_picture = true) {
    return fmt::format("<h1>{0}</h1><p>内容{0}</p>{1}<a href=/n/{2}>下一条{0}</a>", word(i),
                       has_picture ? "<img src=a.png>" : "", i + 1);
  }
  void put_notices(bool with_pictures) {
    for (int i = 1; i <= kNotices; ++i)
      web.put_page(fmt::format("http://gov.example/n/{}", i),
                   html(fmt::format("关于第{}项工作的通知", word(i)), notice(i, with_pictures)));
  }
  CrawlOutcome crawl() { return crawl(*tracker, {}, {}); }
  CrawlOutcome crawl(Tracker &into, std::stop_token const &stop, CrawlProgress const &progress) {
    auto outcome = crawl_sites(into, request, test::lend(web), pacer, progress, stop);
    EXPECT_TRUE(outcome) << outcome.problem().in(Lang::en);
    return *std::move(outcome);
  }
  /// Why each page is in the sample, of those that are.
  std::map<std::string, std::string> sample(RunId run) { return sample(run, *tracker); }
  static std::map<std::string, std::string> sample(RunId run, Tracker &of) {
    std::map<std::string, std::string> out;
    for (Visit const &visit : VisitStore(of).of_run(run)) {
      EXPECT_EQ(is_test(visit.state), visit.sample.has_value()) << visit.url;
      if (visit.sample) out[visit.url.substr(18)] = key(*visit.sample);
    }
    return out;
  }
  /// Pages beyond the start that have a picture without alternative, as far as is known.
  int places() { return places(*tracker); }
  static int places(Tracker &of) {
    Statement row = of.db().prepare(
        "SELECT count(*) FROM occurrences o JOIN findings f ON f.id = o.finding WHERE o.state = "
        "'present' AND f.rule = 'image-has-name' AND place <> 'http://gov.example/'");
    row.step();
    return row.get<int>(0);
  }

  TempTracker tracker;
  test::FakeWeb web;
  test::FakePacer pacer;
  CrawlRequest request;
};

TEST_F(CrawlSample, SeesAllPagesAndTestsTheSample) {
  CrawlOutcome const outcome = crawl();
  auto const chosen = sample(outcome.run);
  EXPECT_EQ(chosen.at("/"), "start");
  EXPECT_EQ(chosen.at("/n/1"), "template");
  EXPECT_EQ(chosen.at("/lxwm"), "purpose");
  ASSERT_EQ(chosen.size(), 4U);
  EXPECT_EQ(std::count_if(chosen.begin(), chosen.end(),
                          [](auto const &one) { return one.second == "random"; }),
            1);
  EXPECT_EQ(outcome.summary.count(VisitState::tested), 4U);
  EXPECT_EQ(outcome.summary.count(VisitState::not_sampled), kNotices - 2U);
  EXPECT_EQ(outcome.summary.count(VisitState::http_error), 2U) << "the ends of the chains";
  EXPECT_EQ(places(), 3);
}

TEST_F(CrawlSample, WhatIsNotInTheSampleStaysAsItWas) {
  request.options.sample = {};
  crawl();
  ASSERT_EQ(places(), kNotices + 1);
  put_notices(false);
  tracker.clock().set(*UtcTime::parse("2026-11-23T06:00:00Z"));
  request.options.sample = {web::SampleMode::wcag_em, 1};
  CrawlOutcome const outcome = crawl();
  int notices = 0;
  for (auto const &[page, reason] : sample(outcome.run))
    notices += page.starts_with("/n/") ? 1 : 0;
  EXPECT_EQ(places(), kNotices + 1 - notices);
}

TEST_F(CrawlSample, ARunThatWasBrokenOffDrawsTheSamePages) {
  auto const expected = sample(crawl().run);

  TempTracker other;
  CrawlOutcome last;
  for (int calls = 0; calls < 10; ++calls) {
    std::stop_source source;
    int seen = 0;
    CrawlProgress progress;
    progress.visit = [&](web::CrawlVisit const &) {
      if (++seen == 7) source.request_stop();
    };
    last = crawl(*other, source.get_token(), progress);
    if (!last.summary.interrupted) break;
  }
  EXPECT_FALSE(last.summary.interrupted);
  EXPECT_GT(last.continued, 0U);
  EXPECT_EQ(sample(last.run, *other), expected);
  EXPECT_EQ(places(*other), places(*tracker));
}

TEST_F(CrawlSample, OfTemplatesTheFirstPages) {
  request.options.sample = {web::SampleMode::by_template, 1};
  CrawlOutcome const outcome = crawl();
  for (auto const &[page, reason] : sample(outcome.run))
    EXPECT_EQ(reason, "template") << page;
  EXPECT_TRUE(sample(outcome.run).contains("/n/1"));
  EXPECT_FALSE(sample(outcome.run).contains("/n/9"));
}

}  // namespace
}  // namespace wza::audit
