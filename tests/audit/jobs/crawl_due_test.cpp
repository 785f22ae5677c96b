// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/crawl_due.h"

#include "db/store/runs.h"
#include "db/store/site_settings.h"
#include "tests/support/fake_web.h"
#include "tests/support/internet.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/engine.h"
#include "webcheck/fetch/client.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace wza::audit {
namespace {

using End = DueResult::End;
constexpr int kPages = 4;

/// A small page with links to all others of its site.
std::string page() {
  std::string out = "<!doctype html><html lang=zh><title>页</title>";
  for (int i = 0; i < kPages; ++i)
    out += fmt::format("<a href=/{0}>{0}</a>", i == 0 ? "" : std::to_string(i));
  return out;
}

struct CrawlDue : testing::Test {
  DueSite site(std::string const &start, std::string_view quiet = "") {
    DueSite out;
    out.settings.start = start;
    out.settings.every = std::chrono::hours(24);
    out.settings.quiet = *QuietHours::parse(quiet);
    out.request.options.starts = {*web::Url::parse(start)};
    out.request.options.check.rules = {web::find_rule("image-has-name")};
    out.make_fetcher = test::lend(web);
    return out;
  }
  void put(std::string const &host) {
    for (int i = 0; i < kPages; ++i) {
      web.put_page(fmt::format("http://{}/{}", host, i == 0 ? "" : std::to_string(i)), page());
    }
  }
  /// The results by start.
  std::map<std::string, DueResult> run(std::vector<DueSite> const &sites) {
    DueMeans means{*tracker, pacer, {}, 16, {}};
    means.politeness.manners = [&sites](std::string const &host) {
      web::HostManners out{std::chrono::seconds(1), {}};
      for (DueSite const &one : sites)
        if (one.request.options.starts[0].host() == host) out.quiet = one.settings.quiet;
      return out;
    };
    std::map<std::string, DueResult> results;
    crawl_due(
        sites, means,
        [&](DueSite const &one, DueResult result) {
          EXPECT_TRUE(results.emplace(one.settings.start, std::move(result)).second);
        },
        stop.get_token());
    EXPECT_EQ(results.size(), sites.size());
    return results;
  }
  std::ptrdiff_t asked(std::string const &prefix) {
    return std::ranges::count_if(web.asked, [&](auto const &u) { return u.starts_with(prefix); });
  }

  TempTracker tracker;  // it is 14:00 in China
  test::FakePacer pacer;
  std::string bell;
  test::FakeWeb web{[this](std::string const &url) {
    if (url == bell) tracker.clock().set(*UtcTime::parse("2026-11-22T10:00:00Z"));
    if (url.starts_with("http://broken.cn/")) throw std::runtime_error("out of order");
  }};
  std::stop_source stop;
};

TEST_F(CrawlDue, EachSiteIsARunOfItsOwnAndTheyGoOnTogether) {
  for (char const *host : {"a.cn", "b.cn"})
    put(host);
  auto const results = run({site("http://a.cn/"), site("http://b.cn/")});
  SiteSettingsStore store(*tracker);
  EXPECT_NE(store.last_crawl("http://a.cn/")->run, store.last_crawl("http://b.cn/")->run);
  for (auto const &[start, result] : results) {
    EXPECT_EQ(result.end, End::finished) << start;
    EXPECT_EQ(result.outcome->summary.count(VisitState::tested), std::size_t{kPages});
    EXPECT_TRUE(store.last_crawl(start)->finished_at);
  }
  auto const last_a = std::ranges::find(web.asked, "http://a.cn/3");
  auto const first_b = std::ranges::find(web.asked, "http://b.cn/");
  EXPECT_LT(first_b, last_a) << "the second site does not wait for the first one's end";
}

TEST_F(CrawlDue, WhatBreaksOneSiteDoesNotStopTheOthers) {
  put("b.cn");
  DueSite refused = site("http://a.cn/");
  refused.prepare = [] { return Problem{ProblemCode::forbidden, {}, {}, {}, {"不", "no"}, {}}; };
  auto const results = run({refused, site("http://broken.cn/"), site("http://b.cn/")});
  EXPECT_EQ(results.at("http://a.cn/").problem->code, ProblemCode::forbidden);
  EXPECT_EQ(results.at("http://broken.cn/").end, End::failed);
  EXPECT_EQ(results.at("http://broken.cn/").problem->reason.en, "out of order");
  EXPECT_EQ(results.at("http://b.cn/").end, End::finished);
  EXPECT_EQ(asked("http://a.cn/"), 0);
  EXPECT_EQ(RunStore(*tracker).unfinished().size(), 1U) << "the next call goes on";
}

TEST_F(CrawlDue, ASiteInItsQuietHoursIsLeftAndCrawledOnceTheyAreOver) {
  for (char const *host : {"a.cn", "quiet.cn"})
    put(host);
  std::vector<DueSite> const sites{site("http://quiet.cn/", "08:00-18:00"), site("http://a.cn/")};
  auto const before = run(sites);
  EXPECT_EQ(before.at("http://quiet.cn/").end, End::quiet);
  EXPECT_FALSE(before.at("http://quiet.cn/").outcome) << "not even begun";
  EXPECT_EQ(asked("http://quiet.cn/"), 0);
  EXPECT_EQ(before.at("http://a.cn/").end, End::finished);
  // They end while another site is still being crawled.
  bell = "http://a.cn/2";
  auto const after = run(sites);
  EXPECT_EQ(after.at("http://quiet.cn/").end, End::finished);
}

TEST_F(CrawlDue, QuietHoursThatBeginLeaveTheRestOfTheRunForLater) {
  for (char const *host : {"a.cn", "quiet.cn"})
    put(host);
  std::vector<DueSite> const sites{site("http://quiet.cn/", "18:00-22:00"), site("http://a.cn/")};
  bell = "http://quiet.cn/2";
  auto const before = run(sites);
  EXPECT_EQ(before.at("http://a.cn/").end, End::finished);
  DueResult const &left = before.at("http://quiet.cn/");
  EXPECT_EQ(left.end, End::quiet);
  EXPECT_EQ(web.asked.end(), std::ranges::find(web.asked, "http://quiet.cn/3"));
  bell.clear();
  tracker.clock().set(*UtcTime::parse("2026-11-22T14:00:00Z"));
  auto const after = run({sites[0]});
  EXPECT_EQ(after.at("http://quiet.cn/").end, End::finished);
  EXPECT_EQ(after.at("http://quiet.cn/").outcome->run, left.outcome->run);
  EXPECT_EQ(std::ranges::count(web.asked, "http://quiet.cn/1"), 1) << "no page is asked for again";
}

TEST_F(CrawlDue, AfterAStopNothingIsBegun) {
  put("a.cn");
  stop.request_stop();
  EXPECT_EQ(run({site("http://a.cn/")}).at("http://a.cn/").end, End::interrupted);
  EXPECT_TRUE(web.asked.empty());
}

TEST_F(CrawlDue, ManySitesOverTheNetworkKeepTheirPausesEach) {
  constexpr int kSites = 12;
  constexpr std::chrono::milliseconds kDelay{20};
  test::Internet net([](std::string const &, std::string const &target) {
    return target == "/robots.txt" ? test::Internet::Answer{404, "", ""}
                                   : test::Internet::Answer{200, page()};
  });
  std::vector<DueSite> sites;
  for (int i = 0; i < kSites; ++i) {
    std::string const host = fmt::format("127.9.0.{}", i + 1);
    DueSite one = site(net.url(host));
    auto fetch = std::make_shared<web::FetchOptions>();
    fetch->named_hosts.insert(host);
    one.make_fetcher = [fetch] { return std::make_unique<web::Client>(*fetch); };
    one.request.options.hosts = 1;
    sites.push_back(std::move(one));
  }
  web::SystemPacer real;
  DueMeans means{*tracker, real, {}, 5, {}};
  means.politeness.delay = kDelay;
  int finished = 0;
  crawl_due(sites, means,
            [&](DueSite const &, DueResult const &r) { finished += r.end == End::finished; }, {});
  EXPECT_EQ(finished, kSites);
  EXPECT_EQ(RunStore(*tracker).crawls().size(), std::size_t{kSites});
  std::map<std::string, std::chrono::steady_clock::time_point> last;
  for (test::LoggedRequest const &request : net.log()) {
    auto const [at, first] = last.emplace(request.host, request.at);
    EXPECT_TRUE(first || request.at - at->second >= kDelay) << request.host << request.target;
    at->second = request.at;
  }
}

}  // namespace
}  // namespace wza::audit
