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

TEST_F(PolitenessTest, AStopEndsTheWait) {
  answer("a", 200);
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(m_politeness.wait("a", source.get_token()));
}

}  // namespace
}  // namespace wza::web
