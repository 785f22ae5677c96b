// SPDX-License-Identifier: Apache-2.0
#include "db/store/site_settings.h"

#include "db/sqlite/transaction.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

using namespace std::chrono_literals;

UtcTime utc(std::string_view text) {
  return *UtcTime::parse(text);
}

SiteSettings weekly() {
  SiteSettings out;
  out.origin = "https://www.example.gov.cn";
  out.start = "https://www.example.gov.cn/portal/";
  out.every = std::chrono::hours(24 * 7);
  return out;
}

TEST(SiteDue, AtOnceWhereItWasNeverCrawledOrNotToTheEnd) {
  EXPECT_LT(due_at(weekly(), std::nullopt), utc("2000-01-01T00:00:00Z"));
  LastCrawl const unfinished{{1}, utc("2026-11-22T18:00:00Z"), std::nullopt};
  EXPECT_EQ(due_at(weekly(), unfinished), unfinished.started_at);
}

TEST(SiteDue, ItsTimeAfterTheLastOneBeganAndAnHourEarlyForTheTimer) {
  LastCrawl const last{{1}, utc("2026-11-22T18:00:05Z"), utc("2026-11-23T03:00:00Z")};
  EXPECT_EQ(due_at(weekly(), last), utc("2026-11-29T17:00:05Z"));
  SiteSettings hourly = weekly();
  hourly.every = 1h;
  EXPECT_EQ(due_at(hourly, last), utc("2026-11-22T18:57:35Z"));
}

TEST(SiteDue, NeverWithoutARhythmOrWhilePaused) {
  SiteSettings settings = weekly();
  settings.paused = true;
  EXPECT_EQ(due_at(settings, std::nullopt), std::nullopt);
  settings = weekly();
  settings.every.reset();
  EXPECT_EQ(due_at(settings, std::nullopt), std::nullopt);
}

TEST(SiteSettings, AreKeptWithTheirHistory) {
  TempTracker tracker;
  SiteSettingsStore store(*tracker);
  SiteSettings all = weekly();
  all.quiet = *QuietHours::parse("08:00-12:00,22:00-06:00");
  all.delay = 1500ms;
  all.max_pages = 900;
  all.max_depth = 0;
  all.scope = "domain";
  all.district = DistrictCode("990101");
  all.contact = "https://www.example.gov.cn/contact";
  all.allow_invalid_tls = all.paused = true;
  {
    Transaction transaction(tracker->db());
    EXPECT_EQ(store.put(weekly(), "u"), StoreChange::stored);
    EXPECT_EQ(store.put(all, "u"), StoreChange::updated);
    EXPECT_EQ(store.put(all, "u"), StoreChange::unchanged);
    transaction.commit();
  }
  EXPECT_EQ(store.find(all.origin), all);
  EXPECT_EQ(store.all(), std::vector{all});
  {
    Transaction transaction(tracker->db());
    EXPECT_TRUE(store.remove(all.origin, "u"));
    EXPECT_FALSE(store.remove(all.origin, "u"));
    transaction.commit();
  }
  EXPECT_EQ(store.find(all.origin), std::nullopt);
  auto const events = events_of(*tracker, "site_settings", all.origin);
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[2].event.before["delay_ms"], 1500);
}

TEST(SiteSettings, TheLastCrawlIsThatOfTheStartWhateverElseItWas) {
  TempTracker tracker;
  RunStore runs(*tracker);
  SiteSettingsStore store(*tracker);
  EXPECT_FALSE(store.last_crawl("http://a/"));
  auto const first = runs.begin(RunKind::crawl, R"({"starts":["http://a/","http://b/"]})", "u");
  runs.finish(first.id, RunState::partly, {});
  runs.begin(RunKind::crawl, R"({"starts":["http://a/b"]})", "u");
  EXPECT_EQ(store.last_crawl("http://b/")->run, first.id);
  EXPECT_TRUE(store.last_crawl("http://a/")->finished_at);
  EXPECT_FALSE(store.last_crawl("http://a/b")->finished_at);
}

}  // namespace
}  // namespace wza
