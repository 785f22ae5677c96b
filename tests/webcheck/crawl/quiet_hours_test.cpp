// SPDX-License-Identifier: Apache-2.0
// Crawls that run into quiet hours: they end, ask nothing more, and are continued later.
#include "tests/support/fake_web.h"
#include "webcheck/crawl/crawl.h"
#include "webcheck/crawl/memory_frontier.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace wza::web {
namespace {

constexpr int kPages = 6;

struct Visits final : CrawlSink {
  void visit(CrawlVisit v) override { urls.push_back(v.row.url); }
  std::vector<std::string> urls;
};

/// Pages of one host; the clock comes to 08:00 in China when number `bell` is asked for.
struct QuietCrawl : testing::TestWithParam<std::size_t> {
  QuietCrawl() {
    std::string links;
    for (int i = 1; i < kPages; ++i)
      links += fmt::format("<a href=/{0}>{0}</a>", i);
    for (int i = 0; i < kPages; ++i) {
      web.put_page(fmt::format("http://h.example.cn/{}", i == 0 ? "" : std::to_string(i)),
                   "<!doctype html><html lang=zh><title>页</title>" + links);
    }
    options.starts = {*Url::parse("http://h.example.cn/")};
    options.hosts = GetParam();
    options.politeness.delay = std::chrono::milliseconds(0);
    options.politeness.manners = [this](std::string const &host) {
      return HostManners{std::chrono::milliseconds(0),
                         host == quiet_host ? *QuietHours::parse("08:00-18:30") : QuietHours()};
    };
  }
  CrawlSummary run() {
    auto const pacer = std::make_unique<SystemPacer>();
    auto summary = crawl(options, {test::lend(web), *pacer, clock, frontier, visits}, {});
    EXPECT_TRUE(summary);
    return *std::move(summary);
  }

  FrozenClock clock{*UtcTime::parse("2026-11-22T23:59:00Z")};  // 07:59 in China
  std::string bell, quiet_host = "h.example.cn";
  test::FakeWeb web{[this](std::string const &url) {
    if (url == bell) clock.set(*UtcTime::parse("2026-11-23T00:00:00Z"));
  }};
  MemoryFrontier frontier;
  Visits visits;
  CrawlOptions options;
};

TEST_P(QuietCrawl, NoRequestIsMadeFromTheirFirstSecondOnAndTheRestIsKept) {
  bell = "http://h.example.cn/3";
  CrawlSummary const before = run();
  EXPECT_TRUE(before.interrupted && before.quiet);
  EXPECT_EQ(web.asked.back(), bell) << "what was asked for before is finished";
  EXPECT_EQ(visits.urls.back(), bell);
  std::size_t const asked = web.asked.size();
  frontier.restart();
  EXPECT_TRUE(run().quiet);
  EXPECT_EQ(web.asked.size(), asked) << "it is still quiet";

  clock.set(*UtcTime::parse("2026-11-23T10:30:00Z"));
  frontier.restart();
  CrawlSummary const after = run();
  EXPECT_FALSE(after.interrupted || after.quiet);
  EXPECT_EQ(visits.urls.size(), std::size_t{kPages}) << "each page once";
}

TEST_P(QuietCrawl, APageThatNeedsAQuietHostIsNotAskedForAgainAndAgain) {
  quiet_host = "css.example.cn";
  clock.set(*UtcTime::parse("2026-11-23T00:00:00Z"));
  web.put_page("http://h.example.cn/2",
               "<!doctype html><html lang=zh><title>页</title><link rel=stylesheet "
               "href=http://css.example.cn/a.css>");
  EXPECT_TRUE(run().quiet);
  EXPECT_EQ(std::ranges::count(web.asked, "http://h.example.cn/2"), 1);
  EXPECT_EQ(std::ranges::count(visits.urls, "http://h.example.cn/2"), 0) << "not tested in part";
  clock.set(*UtcTime::parse("2026-11-23T10:30:00Z"));
  frontier.restart();
  EXPECT_FALSE(run().interrupted);
  EXPECT_EQ(visits.urls.size(), std::size_t{kPages});
}

INSTANTIATE_TEST_SUITE_P(WithAndWithoutThreads, QuietCrawl, testing::Values(0U, 2U));

}  // namespace
}  // namespace wza::web
