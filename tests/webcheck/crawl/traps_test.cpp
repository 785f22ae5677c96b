// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_web.h"
#include "tests/support/trap_sites.h"
#include "webcheck/crawl/crawl.h"
#include "webcheck/crawl/memory_frontier.h"
#include "webcheck/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace wza::web {
namespace {

using test::Trap;
using test::TrapSite;

/// How much of the site is there: WZA_TRAPS_SCALE=1 makes it 5,000 pages and the test minutes long.
double scale(double usual) {
  char const *const asked = std::getenv("WZA_TRAPS_SCALE");
  return asked == nullptr ? usual : std::atof(asked);
}

/// A bound that the guard must keep without the help of depth or budget.
constexpr int kMostRequests = 200;

struct Kept final : CrawlSink {
  void visit(CrawlVisit v) override {
    if (lines.size() + 1 == throw_at) throw std::runtime_error("the disk is full");
    lines.push_back(v.row.url + " " + std::string(key(v.row.state)) + " " +
                    v.row.repeats.value_or("") + v.past.trap.value_or(""));
    if (v.row.state == VisitState::tested) tested.insert(v.row.url);
  }
  std::vector<std::string> lines;
  std::set<std::string> tested;
  std::size_t throw_at = 0;
};

class TrapsTest : public testing::Test {
 protected:
  TrapsTest() {
    m_options.starts = {*Url::parse("http://www.site.example/")};
    m_options.max_pages = 1'000'000;
    m_options.max_depth = 1'000'000;
    m_options.scope = ScopeKind::domain;
    m_options.politeness.delay = std::chrono::milliseconds(0);
    m_options.check.rules = {find_rule("page-has-title")};
  }

  CrawlSummary run(TrapSite &site, Kept &kept, Frontier &frontier) {
    test::FakePacer fake;
    SystemPacer real;
    Pacer &pacer = m_options.hosts == 0 ? static_cast<Pacer &>(fake) : real;
    Result<CrawlSummary> result =
        crawl(m_options, {test::lend(site), pacer, m_clock, frontier, kept}, {});
    EXPECT_TRUE(result.has_value());
    return result ? *std::move(result) : CrawlSummary();
  }
  static double share_found(TrapSite const &site, Kept const &kept) {
    std::size_t found = 0;
    for (std::string const &url : site.genuine()) {
      bool const tested = kept.tested.count(url) != 0;
      found += tested ? 1 : 0;
      if (!tested && std::getenv("WZA_TRAPS_MISSED") != nullptr) std::puts(url.c_str());
    }
    return static_cast<double>(found) / static_cast<double>(site.genuine().size());
  }

  CrawlOptions m_options;
  FrozenClock m_clock{*UtcTime::parse("2026-11-22T06:00:00Z")};
};

TEST_F(TrapsTest, EachCostsFewRequestsAndNoPageOfTheSite) {
  char const *const only = std::getenv("WZA_TRAP");
  if (only == nullptr && std::getenv("WZA_TRAPS_SCALE") == nullptr) {
    GTEST_SKIP() << "minutes; set WZA_TRAPS_SCALE or WZA_TRAP";
  }
  EXPECT_GE(test::all_traps().size(), 30U);
  for (Trap const &trap : test::all_traps()) {
    if (only != nullptr && trap.name != only) continue;
    TrapSite site(scale(0.005), {&trap});
    Kept kept;
    MemoryFrontier frontier;
    run(site, kept, frontier);
    double const share = share_found(site, kept);
    EXPECT_GT(site.requests[trap.name], 0) << trap.name;
    EXPECT_LE(site.requests[trap.name], kMostRequests) << trap.name;
    EXPECT_GE(share, 0.99) << trap.name;
    std::printf("%-36s %4d requests, %5.1f %% of %zu pages\n", trap.name.c_str(),
                site.requests[trap.name], 100 * share, site.genuine().size());
  }
}

TEST_F(TrapsTest, WhatIsLearnedSurvivesAnEndAndIsTheSameWhateverTheThreads) {
  std::vector<Trap const *> some;
  for (Trap const &trap : test::all_traps()) {
    for (char const *name : {"facets", "two kinds of pages in turn", "subdomains"})
      if (trap.name == name) some.push_back(&trap);
  }
  ASSERT_EQ(some.size(), 3U);
  TrapSite site(0.005, some);
  Kept whole;
  MemoryFrontier undisturbed;
  run(site, whole, undisturbed);
  for (std::size_t end : {60U, 250U}) {
    Kept kept;
    MemoryFrontier frontier;
    kept.throw_at = end;
    EXPECT_THROW(run(site, kept, frontier), std::runtime_error);
    frontier.restart();
    kept.throw_at = 0;
    run(site, kept, frontier);
    EXPECT_EQ(kept.lines, whole.lines) << end;
  }
  m_options.hosts = 3;
  m_options.politeness.connections = 3;
  Kept threaded;
  MemoryFrontier frontier;
  run(site, threaded, frontier);
  EXPECT_EQ(threaded.lines, whole.lines);
}

TEST_F(TrapsTest, AllOfThemTogetherHideNoPageOfTheSite) {
  std::vector<Trap const *> all;
  for (Trap const &trap : test::all_traps())
    all.push_back(&trap);
  TrapSite site(scale(0.1), all);
  Kept kept;
  MemoryFrontier frontier;
  CrawlSummary const summary = run(site, kept, frontier);
  for (Trap const &trap : test::all_traps())
    EXPECT_LE(site.requests[trap.name], kMostRequests) << trap.name;
  double const share = share_found(site, kept);
  EXPECT_GE(share, 0.99);
  EXPECT_GE(summary.traps.size(), 10U);
  std::printf("%5.2f %% of %zu pages; %zu addresses known\n", 100 * share, site.genuine().size(),
              summary.known);
}

}  // namespace
}  // namespace wza::web
