// SPDX-License-Identifier: Apache-2.0
// wza site, and wza crawl with what it keeps, as a user meets them.
#include "tests/support/http_peer.h"
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <atomic>

namespace wza::audit {
namespace {

struct SiteCommand : testing::Test {
  SiteCommand() { EXPECT_EQ(wza({"init"}).exit_code, 0); }
  Outputs wza(std::vector<std::string> args) {
    args.insert(args.begin(), {"--lang", "en"});
    return run_wza(dir.path(), args);
  }
  nlohmann::json shown(std::string const &url) {
    return nlohmann::json::parse(wza({"site", "show", url, "--format", "json"}).out);
  }
  /// From an hour ago until in an hour, in China.
  static std::string quiet_now() {
    using namespace std::chrono;
    auto const china = system_clock::now() + hours(8);
    auto const minute = duration_cast<minutes>(china - floor<days>(china)).count();
    auto const clock = [](long m) { return fmt::format("{:02}:{:02}", m / 60, m % 60); };
    return clock((minute + 1380) % 1440) + "-" + clock((minute + 60) % 1440);
  }
  TempDir dir;
  std::atomic<int> asked{0};
  test::HttpPeer peer{[this](test::PeerRequest const &request) {
    ++asked;
    return request.target == "/" || request.target == "/a"
               ? test::html("<!doctype html><html lang=zh><title>页</title><a href=/a>甲</a>")
               : test::answer(404, "Content-Type: text/html\r\n", "");
  }};
};

TEST_F(SiteCommand, SettingsStayUntilTheyAreTakenAway) {
  char const *url = "https://www.example.gov.cn/portal/";
  Outputs const set = wza({"site", "set", url, "--every", "7d", "--quiet-hours", "08:00-12:00",
                           "--quiet-hours", "14:00-18:30", "--delay", "1.5"});
  EXPECT_EQ(set.exit_code, 0) << set.err;
  wza({"site", "set", "https://www.example.gov.cn/", "--max-pages", "90", "--pause"});
  auto const both = shown(url);
  EXPECT_EQ(both["start"], url);
  EXPECT_EQ(both["every_hours"], 168);
  EXPECT_EQ(both["quiet_hours"], (nlohmann::json{"08:00-12:00", "14:00-18:30"}));
  EXPECT_EQ(both["delay_seconds"], 1.5);
  EXPECT_EQ(both["max_pages"], 90);
  EXPECT_TRUE(both["paused"]);
  wza({"site", "set", url, "--unset", "quiet-hours", "--unset", "pause"});
  EXPECT_TRUE(shown(url)["quiet_hours"].empty());
  EXPECT_FALSE(shown(url)["paused"]);
  EXPECT_NE(wza({"site", "list"}).out.find(url), std::string::npos);
  EXPECT_EQ(wza({"site", "remove", url}).exit_code, 0);
  EXPECT_EQ(wza({"site", "show", url}).exit_code, 4);
}

TEST_F(SiteCommand, WhatIsNoSettingIsRefused) {
  char const *url = "https://www.example.gov.cn/";
  for (std::vector<std::string> const &wrong :
       std::vector<std::vector<std::string>>{{"--every", "soon"},
                                             {"--every", "0d"},
                                             {"--quiet-hours", "8-18"},
                                             {"--quiet-hours", "00:00-24:00"},
                                             {"--unset", "colour"}}) {
    std::vector<std::string> args{"site", "set", url};
    args.insert(args.end(), wrong.begin(), wrong.end());
    EXPECT_EQ(wza(args).exit_code, 2) << wrong[1];
  }
  EXPECT_EQ(wza({"site", "set", url, "--district", "999999"}).exit_code, 4);
  EXPECT_EQ(wza({"site", "set", "https://u:secret@www.example.gov.cn/"}).exit_code, 2);
  EXPECT_EQ(wza({"site", "show", url}).exit_code, 4) << "nothing of all that was kept";
}

TEST_F(SiteCommand, ACrawlGoesByThemWhereTheCommandLineSaysNothing) {
  wza({"site", "set", peer.url("/"), "--max-pages", "1", "--delay", "0"});
  Outputs const kept = wza({"crawl", peer.url("/")});
  EXPECT_NE(kept.err.find("--max-pages 1 --delay 0"), std::string::npos) << kept.err;
  EXPECT_NE(kept.err.find("1  Beyond the budget"), std::string::npos) << kept.err;
  Outputs const said = wza({"crawl", peer.url("/"), "--max-pages", "5"});
  EXPECT_EQ(said.err.find("--max-pages"), std::string::npos) << said.err;
  EXPECT_EQ(said.err.find("budget"), std::string::npos) << said.err;
}

TEST_F(SiteCommand, AllThatIsDueIsCrawledOnce) {
  EXPECT_EQ(wza({"crawl", "--all-due"}).exit_code, 0);
  wza({"site", "set", peer.url("/"), "--every", "24h", "--delay", "0"});
  wza({"site", "set", "http://127.0.0.1:1/", "--every", "24h", "--delay", "0"});
  Outputs const first = wza({"crawl", "--all-due"});
  EXPECT_EQ(first.exit_code, 5) << "one of them cannot be reached" << first.err;
  EXPECT_TRUE(shown(peer.url("/"))["last_finished_at"].is_string()) << first.err;
  asked = 0;
  Outputs const second = wza({"crawl", "--all-due"});
  EXPECT_EQ(second.exit_code, 0) << second.err;
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(wza({"crawl", "--all-due", peer.url("/")}).exit_code, 2);
  EXPECT_EQ(wza({"crawl"}).exit_code, 2);
}

TEST_F(SiteCommand, InQuietHoursNothingIsAskedForAndTheyAreNotSleptThrough) {
  wza({"site", "set", peer.url("/"), "--every", "24h", "--quiet-hours", quiet_now()});
  Outputs const due = wza({"crawl", "--all-due"});
  EXPECT_EQ(due.exit_code, 0) << due.err;
  EXPECT_NE(due.err.find("quiet hours until"), std::string::npos) << due.err;
  EXPECT_EQ(wza({"crawl", peer.url("/")}).exit_code, 5);
  wza({"site", "remove", peer.url("/")});
  EXPECT_EQ(wza({"crawl", peer.url("/"), "--quiet-hours", quiet_now()}).exit_code, 5);
  EXPECT_EQ(asked, 0);
}

}  // namespace
}  // namespace wza::audit
