// SPDX-License-Identifier: Apache-2.0
// What every frontier must do, whatever it keeps its addresses in.
#include "webcheck/crawl/frontier.h"

#include "db/sqlite/transaction.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/crawl/kept_frontier.h"
#include "webcheck/crawl/memory_frontier.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>

namespace wza::web {
namespace {

using std::chrono::milliseconds;

/// A frontier with what it needs around it.
class MemoryHouse {
 public:
  Frontier &frontier() { return m_frontier; }
  void restart() { m_frontier.restart(); }

 private:
  MemoryFrontier m_frontier;
};

class TrackerHouse {
 public:
  TrackerHouse() : m_run(RunStore(*m_tracker).begin(RunKind::crawl, "{}", "test").id) {
    m_tracker->db().execute("PRAGMA synchronous = OFF");  // each put commits by itself here
    restart();
  }
  Frontier &frontier() { return *m_frontier; }
  void restart() { m_frontier = std::make_unique<KeptFrontier>(*m_tracker, m_run); }

 private:
  TempTracker m_tracker;
  RunId m_run;
  std::unique_ptr<KeptFrontier> m_frontier;
};

template <class House>
class AnyFrontier : public testing::Test {
 protected:
  Frontier &f() { return m_house.frontier(); }
  static FrontierEntry entry(std::string const &path, int depth = 0) {
    return {*Url::parse("http://h/" + path), depth, {}, false};
  }
  void put(LaneId lane, std::vector<FrontierEntry> batch, std::size_t most = 1000) {
    f().put_batch(lane, std::move(batch), most);
  }
  /// Path and depth of the next lease; "-" where there is none.
  std::string next(LaneId lane = 0) {
    std::optional<Lease> lease = f().lease(lane);
    if (!lease) return "-";
    std::string out = fmt::format("{} {}", lease->entry.url.path(), lease->entry.depth);
    m_leases.push_back(*std::move(lease));
    return out;
  }
  void finish_all() {
    for (Lease const &lease : m_leases)
      f().complete(lease, ++m_seq, fmt::format("note of {}", lease.entry.url.path()));
    m_leases.clear();
  }
  void restart() {
    m_leases.clear();
    m_house.restart();
  }
  House m_house;
  std::vector<Lease> m_leases;
  int m_seq = 0;
};

using Houses = testing::Types<MemoryHouse, TrackerHouse>;
TYPED_TEST_SUITE(AnyFrontier, Houses);

TYPED_TEST(AnyFrontier, GivesEachAddressOnceByDepthThenByDiscovery) {
  this->put(0, {this->entry("b"), this->entry("deep", 1), this->entry("a"), this->entry("b")});
  EXPECT_EQ(this->next(), "/b 0");
  this->put(0, {this->entry("b", 1), this->entry("a", 3)});
  EXPECT_EQ(this->next(), "/a 0");
  EXPECT_EQ(this->next(), "-") << "the next depth waits for the one before";
  this->put(0, {this->entry("moved")});
  EXPECT_EQ(this->next(), "/moved 0") << "where a redirect leads keeps the depth";
  this->finish_all();
  EXPECT_EQ(this->next(), "/deep 1");
  this->finish_all();
  EXPECT_EQ(this->next(), "-");
}

TYPED_TEST(AnyFrontier, LanesDoNotWaitForEachOther) {
  this->put(0, {this->entry("a"), this->entry("a1", 1)});
  this->put(7, {this->entry("b", 2), this->entry("b1", 3)});
  EXPECT_EQ(this->next(0), "/a 0");
  EXPECT_EQ(this->next(7), "/b 2");
  EXPECT_EQ(this->next(3), "-");
  this->f().complete(this->m_leases[1], 1, "");
  this->m_leases.pop_back();
  EXPECT_EQ(this->next(7), "/b1 3");
  EXPECT_EQ(this->next(0), "-");
}

TYPED_TEST(AnyFrontier, TheCountsAddUp) {
  this->put(0, {this->entry("a"), this->entry("b"), this->entry("c"), this->entry("d")}, 3);
  this->put(1, {this->entry("other")}, 3);
  this->next();
  this->finish_all();
  this->next();
  FrontierStats const stats = this->f().stats();
  EXPECT_EQ(stats.known, 4U);
  EXPECT_EQ(stats.done, 1U);
  EXPECT_EQ(stats.leased, 1U);
  EXPECT_EQ(stats.waiting, 2U);
  EXPECT_EQ(stats.dropped, 1U) << "the limit is that of a lane";
}

TYPED_TEST(AnyFrontier, WhatWasLeasedWaitsAgainInItsPlaceAfterARestart) {
  FrontierEntry moved = this->entry("moved");
  moved.chain = {"http://h/x", "http://h/y"};
  this->put(0, {this->entry("a"), moved, this->entry("c"), this->entry("d", 1)});
  this->next();
  this->finish_all();
  this->next();
  this->next();
  this->restart();
  FrontierStats const stats = this->f().stats();
  EXPECT_EQ(stats.known, 4U);
  EXPECT_EQ(stats.done, 1U);
  EXPECT_EQ(stats.leased, 0U);
  EXPECT_EQ(stats.waiting, 3U);
  this->put(0, {this->entry("a", 1), this->entry("e", 1)});
  EXPECT_EQ(this->next(), "/moved 0");
  EXPECT_EQ(this->m_leases[0].entry.chain, moved.chain);
  EXPECT_EQ(this->next(), "/c 0");
  EXPECT_EQ(this->next(), "-");
  this->finish_all();
  EXPECT_EQ(this->next(), "/d 1");
  EXPECT_EQ(this->next(), "/e 1");
}

TYPED_TEST(AnyFrontier, ManyWaitingOnesComeInOrderAndOnce) {
  for (int i = 0; i < 200; ++i)
    this->put(0, {this->entry(fmt::format("p{}", i), i % 2)});
  for (int i = 0; i < 200; ++i) {
    int const page = i < 100 ? 2 * i : 2 * (i - 100) + 1;
    EXPECT_EQ(this->next(), fmt::format("/p{} {}", page, page % 2));
    if (i == 70) this->put(0, {this->entry("late", 2)});
    this->finish_all();
  }
  EXPECT_EQ(this->next(), "/late 2");
}

TYPED_TEST(AnyFrontier, TellsWhatIsDoneWithItsNotesInOrder) {
  this->put(0, {this->entry("a"), this->entry("b", 1)});
  this->next();
  this->finish_all();
  this->next();
  this->finish_all();
  this->restart();
  std::vector<std::string> told;
  this->f().each_done([&](DoneEntry const &done) {
    told.push_back(fmt::format("{} {} {} {}", done.lane, done.url, done.depth, done.note));
  });
  EXPECT_EQ(told,
            (std::vector<std::string>{"0 http://h/a 0 note of /a", "0 http://h/b 1 note of /b"}));
}

TYPED_TEST(AnyFrontier, AddressesOfOneFormLeaveRoomToOthersThroughARestart) {
  for (int i = 0; i < 100; ++i)
    this->put(0, {this->entry(fmt::format("list{}.html?page={}", i, i))}, 40);
  EXPECT_EQ(this->f().stats().known, 31U);
  this->restart();
  this->put(
      0, {this->entry("list777.html?page=more"), this->entry("news/1"), this->entry("news/2")}, 40);
  EXPECT_EQ(this->f().stats().known, 33U);
}

TYPED_TEST(AnyFrontier, KeepsWhoNamedAnAddressFirst) {
  FrontierEntry named = this->entry("a", 1);
  named.parent = 7;
  this->put(0, {named});
  named.parent = 8;
  this->put(0, {named});
  this->restart();
  this->next();
  EXPECT_EQ(this->m_leases[0].entry.parent, 7);
  this->finish_all();
  this->f().each_done([](DoneEntry const &done) { EXPECT_EQ(done.parent, 7); });
}

TYPED_TEST(AnyFrontier, RemembersHowServersWantToBeTreated) {
  UtcTime const now = *UtcTime::parse("2026-11-22T06:00:00.250Z");
  UtcTime const later = *UtcTime::parse("2026-11-22T07:00:00Z");
  this->f().set_delay("slow", milliseconds(5000));
  this->f().block_until("busy", later);
  this->f().asked("busy", now);
  this->f().asked("slow", later);
  this->f().asked("slow", now);
  this->restart();
  std::vector<HostPause> const hosts = this->f().hosts();
  ASSERT_EQ(hosts.size(), 2U);
  EXPECT_EQ(hosts[0].host, "busy");
  EXPECT_EQ(hosts[0].blocked_until, later);
  EXPECT_EQ(hosts[0].last_request, now);
  EXPECT_EQ(hosts[1].delay, milliseconds(5000));
  EXPECT_EQ(hosts[1].blocked_until, std::nullopt);
  EXPECT_EQ(hosts[1].last_request, now);
}

TEST(KeptFrontier, AChangeThatIsRolledBackHasNotHappened) {
  TempTracker tracker;
  RunId const run = RunStore(*tracker).begin(RunKind::crawl, "{}", "test").id;
  FrontierEntry const start{*Url::parse("http://h/"), 0, {}, false};
  KeptFrontier(*tracker, run).put_batch(0, {start}, 10);
  {
    KeptFrontier frontier(*tracker, run);
    Transaction lost(tracker->db());
    frontier.put_batch(0, {{*Url::parse("http://h/a"), 1, {}, false}}, 10);
    frontier.complete(*frontier.lease(0), 1, "{}");
  }
  KeptFrontier frontier(*tracker, run);
  EXPECT_EQ(frontier.stats().known, 1U);
  EXPECT_EQ(frontier.stats().done, 0U);
  EXPECT_EQ(frontier.lease(0)->entry.url.href(), "http://h/");
}

}  // namespace
}  // namespace wza::web
