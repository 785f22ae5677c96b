// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/politeness.h"

#include "tests/support/fake_web.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class PolitenessTest : public testing::Test {
 protected:
  /// How long the next request to `host` had to wait.
  milliseconds waited(std::string const &host) {
    auto const before = m_pacer.now();
    EXPECT_TRUE(m_politeness.wait(host, {}));
    return std::chrono::duration_cast<milliseconds>(m_pacer.now() - before);
  }
  void answer(std::string const &host, int status, std::string const &retry_after = {}) {
    Response response;
    response.status = status;
    if (!retry_after.empty()) response.headers.push_back({"Retry-After", retry_after});
    m_politeness.answered(host, response);
  }

  test::FakePacer m_pacer;
  FrozenClock m_clock{*UtcTime::parse("2026-11-22T06:00:00Z")};
  Politeness m_politeness{milliseconds(1000), m_pacer, m_clock};
};

TEST_F(PolitenessTest, TheFirstRequestGoesAtOnceAndTheNextWaits) {
  EXPECT_EQ(waited("a"), milliseconds(0));
  answer("a", 200);
  EXPECT_EQ(waited("b"), milliseconds(0));
  EXPECT_EQ(waited("a"), milliseconds(1000));
  m_politeness.failed("a");
  EXPECT_EQ(waited("a"), milliseconds(1000));
}

TEST_F(PolitenessTest, TheLongerOfDelayAndCrawlDelayHolds) {
  answer("a", 200);
  m_politeness.set_crawl_delay("a", milliseconds(5000));
  EXPECT_EQ(waited("a"), milliseconds(5000));
  m_politeness.set_crawl_delay("a", milliseconds(10));
  answer("a", 200);
  EXPECT_EQ(waited("a"), milliseconds(1000));
}

TEST_F(PolitenessTest, BacksOffFrom429And503AndComesBack) {
  answer("a", 429);
  EXPECT_EQ(waited("a"), seconds(2));
  answer("a", 503);
  EXPECT_EQ(waited("a"), seconds(4));
  for (int i = 0; i < 20; ++i)
    answer("a", 503);
  EXPECT_EQ(waited("a"), kLongestPause);
  for (int i = 0; i < 10; ++i)
    answer("a", 200);
  EXPECT_EQ(waited("a"), milliseconds(1000));
}

TEST_F(PolitenessTest, HonoursRetryAfterWithinBounds) {
  answer("a", 503, "30");
  EXPECT_EQ(waited("a"), seconds(30));
  answer("a", 429, "Sun, 22 Nov 2026 06:00:40 GMT");
  EXPECT_EQ(waited("a"), seconds(40));
  EXPECT_EQ(retry_after("1000000000", m_clock.now()), kLongestPause);
  EXPECT_EQ(retry_after("99999999999999999999999", m_clock.now()), kLongestPause);
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", m_clock.now()), milliseconds(0));
  EXPECT_EQ(retry_after("-5", m_clock.now()), std::nullopt);
  EXPECT_EQ(retry_after("soon", m_clock.now()), std::nullopt);
}

/// Remembers what it was asked with.
class Recorder final : public Fetcher {
 public:
  Result<Response> get(Url const &url) override { return send({.url = url}); }
  Result<Response> send(FetchRequest const &request) override {
    asked.push_back(request);
    Response response;
    response.url = request.url;
    response.status = 304;
    return response;
  }
  std::vector<FetchRequest> asked;
};

TEST_F(PolitenessTest, RequestsWithValidatorsWaitAndArriveWhole) {
  Recorder server;
  PoliteFetcher fetcher(server, m_politeness);
  auto const before = m_pacer.now();
  for (int i = 0; i < 2; ++i)
    ASSERT_TRUE(fetcher.send({.url = *Url::parse("http://a/"), .known = {"\"v1\"", ""}}));
  EXPECT_EQ(m_pacer.now() - before, seconds(1));
  ASSERT_EQ(server.asked.size(), 2U);
  EXPECT_EQ(server.asked[1].known.etag, "\"v1\"");
}

TEST_F(PolitenessTest, AStopEndsTheWait) {
  answer("a", 200);
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(m_politeness.wait("a", source.get_token()));
}

TEST_F(PolitenessTest, HostsOfOneAddressWaitForEachOther) {
  PolitenessOptions options;
  options.lookup = [](std::string const &host) {
    return host == "far" ? std::vector<std::string>{"192.0.2.9"}
                         : std::vector<std::string>{"192.0.2.1", "192.0.2.2"};
  };
  Politeness politeness(options, m_pacer, m_clock);
  auto const ask = [&](std::string const &host) {
    auto const before = m_pacer.now();
    EXPECT_TRUE(politeness.wait(host, {}));
    politeness.answered(host, {});
    return m_pacer.now() - before;
  };
  EXPECT_EQ(ask("a"), seconds(0));
  EXPECT_EQ(ask("b"), seconds(1));
  EXPECT_EQ(ask("far"), seconds(0));
  politeness.set_crawl_delay("a", seconds(9));
  EXPECT_EQ(ask("b"), seconds(1)) << "the Crawl-delay of one is not that of its neighbours";
  EXPECT_TRUE(politeness.wait("a", {}));
  EXPECT_EQ(politeness.ready_at("b"), std::nullopt) << "while its neighbour is being asked";
  politeness.failed("a");
  EXPECT_EQ(politeness.ready_at("b"), m_pacer.now() + seconds(1));
}

TEST_F(PolitenessTest, ASlowServerIsAskedLess) {
  auto const slow_answer = [&](Politeness &politeness, milliseconds time) {
    EXPECT_TRUE(politeness.wait("a", {}));
    m_pacer.pass(time);
    politeness.answered("a", {});
    return politeness.pause("a");
  };
  EXPECT_EQ(slow_answer(m_politeness, milliseconds(300)), seconds(1));
  Politeness fresh(seconds(1), m_pacer, m_clock);
  EXPECT_EQ(slow_answer(fresh, seconds(4)), seconds(8));
  EXPECT_EQ(slow_answer(fresh, seconds(0)), seconds(6)) << "smoothed";
  EXPECT_EQ(slow_answer(fresh, seconds(500)), kLongestAdaptivePause);
  Politeness own(seconds(0), m_pacer, m_clock);
  EXPECT_EQ(slow_answer(own, seconds(4)), seconds(0)) << "the user's own server";
}

TEST_F(PolitenessTest, WhatServersAskedForOutlivesARestart) {
  EXPECT_TRUE(m_politeness.wait("a", {}));
  answer("a", 503, "60");
  EXPECT_TRUE(m_politeness.wait("b", {}));
  m_politeness.set_crawl_delay("b", seconds(5));
  answer("b", 200);
  std::vector<HostMemory> const changes = m_politeness.take_changes();
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_TRUE(changes[0].urgent && changes[1].urgent);
  EXPECT_TRUE(m_politeness.take_changes().empty());

  m_clock.set(*UtcTime::parse("2026-11-22T06:00:02Z"));
  Politeness next(seconds(1), m_pacer, m_clock);
  next.restore(changes);
  EXPECT_EQ(next.ready_at("a"), m_pacer.now() + seconds(58));
  EXPECT_EQ(next.ready_at("b"), m_pacer.now() + seconds(3));
  next.hold_all();
  EXPECT_EQ(next.ready_at("new"), m_pacer.now() + seconds(1));
  EXPECT_EQ(next.ready_at("b"), m_pacer.now() + seconds(5));
}

TEST_F(PolitenessTest, AHostInItsQuietHoursIsNotAskedAndNotWaitedFor) {
  PolitenessOptions options;
  options.manners = [](std::string const &host) {
    return HostManners{seconds(host == "slow" ? 7 : 1),
                       *QuietHours::parse(host == "quiet" ? "08:00-18:30" : "")};
  };
  Politeness politeness(options, m_pacer, m_clock);  // it is 14:00 in China
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(politeness.quiet_until("quiet"), UtcTime::parse("2026-11-22T10:30:00Z"));
    EXPECT_EQ(politeness.ready_at("quiet"), m_pacer.now() + std::chrono::minutes(270));
    EXPECT_FALSE(politeness.wait("quiet", {}));  // from now on the host is known
  }
  EXPECT_TRUE(politeness.wait("other", {}));
  m_clock.set(*UtcTime::parse("2026-11-22T10:30:00Z"));
  EXPECT_EQ(politeness.quiet_until("quiet"), std::nullopt);
  EXPECT_TRUE(politeness.wait("quiet", {}));
}

TEST_F(PolitenessTest, EachHostHasTheDelayThatWasSetForIt) {
  PolitenessOptions options;
  options.manners = [](std::string const &host) {
    return HostManners{seconds(host == "slow" ? 7 : 1), {}};
  };
  Politeness politeness(options, m_pacer, m_clock);
  for (auto const &[host, delay] : {std::pair{"slow", 7}, {"quick", 1}}) {
    EXPECT_TRUE(politeness.wait(host, {}));
    politeness.answered(host, {});
    EXPECT_EQ(politeness.ready_at(host), m_pacer.now() + seconds(delay));
  }
  Politeness restarted(options, m_pacer, m_clock);
  restarted.hold_all();
  EXPECT_EQ(restarted.ready_at("slow"), m_pacer.now() + seconds(7));
}

}  // namespace
}  // namespace wza::web
