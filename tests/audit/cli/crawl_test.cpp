// SPDX-License-Identifier: Apache-2.0
// wza crawl and wza export as a user meets them.
#include "db/store/findings.h"
#include "tests/support/http_peer.h"
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace wza::audit {
namespace {

test::PeerAnswer small_site(test::PeerRequest const &request) {
  if (request.target == "/") {
    return test::html(
        "<!doctype html><html lang=zh><title>首页</title><a href=/a>甲</a><img src=x>");
  }
  if (request.target == "/a")
    return test::html("<!doctype html><html lang=zh><title>甲</title><img src=x>");
  return test::answer(404, "Content-Type: text/html\r\n", "");
}

struct CrawlCommand : testing::Test {
  CrawlCommand() { EXPECT_EQ(wza({"init"}).exit_code, 0); }
  Outputs wza(std::vector<std::string> const &args) { return run_wza(dir.path(), args); }
  TempDir dir;
};

TEST_F(CrawlCommand, KeepsFindingsAndEndsWith1WhereTheyAreSevereEnough) {
  test::HttpPeer const peer(small_site);
  Outputs const run = wza({"crawl", peer.url("/"), "--delay", "0", "--fail-on", "serious"});
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_EQ(wza({"crawl", peer.url("/"), "--delay", "0"}).exit_code, 0);
  SystemClock const clock;
  Tracker tracker = Tracker::open(dir.path() / "tracker.gpkg", Tracker::Access::read, clock);
  auto const all = FindingStore(tracker).list({}, 0, 10);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].present, 2);
}

TEST_F(CrawlCommand, AnUnreachableHostEndsWith5AndNamesTheAddress) {
  Outputs const run = wza({"crawl", "http://127.0.0.1:1/", "--delay", "0"});
  EXPECT_EQ(run.exit_code, 5);
  EXPECT_NE(run.err.find("http://127.0.0.1:1/"), std::string::npos) << run.err;
}

TEST_F(CrawlCommand, ASelfSignedCertificateEndsWith5UnlessItIsAllowed) {
  test::HttpPeer const peer(small_site, test::make_certificate("127.0.0.1"));
  Outputs const refused = wza({"crawl", peer.url("/"), "--delay", "0"});
  EXPECT_EQ(refused.exit_code, 5) << refused.err;
  EXPECT_NE(refused.err.find("证书"), std::string::npos) << refused.err;
  EXPECT_EQ(
      wza({"crawl", peer.url("/"), "--delay", "0", "--allow-invalid-tls", "127.0.0.1"}).exit_code,
      0);
}

TEST_F(CrawlCommand, WhatIsNoAddressIsWrongUsage) {
  EXPECT_EQ(wza({"crawl", "ftp://example.org/"}).exit_code, 2);
  EXPECT_EQ(wza({"crawl", "http://127.0.0.1:1/", "--district", "999999"}).exit_code, 4);
}

TEST_F(CrawlCommand, ATrackerInAReadOnlyFolderEndsWith6) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  std::filesystem::permissions(
      dir.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_EQ(wza({"crawl", "http://127.0.0.1:1/"}).exit_code, 6);
  EXPECT_EQ(wza({"report", "districts"}).exit_code, 0) << "reading needs no writing";
  std::filesystem::permissions(dir.path(), std::filesystem::perms::owner_all);
}

TEST_F(CrawlCommand, FindingsAreExportedInEachForm) {
  test::HttpPeer const peer(small_site);
  wza({"crawl", peer.url("/"), "--delay", "0"});
  for (char const *file : {"f.csv", "f.xlsx", "f.geojson", "f.gpkg"}) {
    Outputs const run = wza({"export", "findings", file});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_GT(std::filesystem::file_size(dir.path() / file), 100U) << file;
  }
  std::ifstream csv(dir.path() / "f.csv");
  std::string const text{std::istreambuf_iterator<char>(csv), {}};
  EXPECT_NE(text.find("image-has-name"), std::string::npos);
  EXPECT_EQ(wza({"export", "findings", "f.doc"}).exit_code, 2);
}

}  // namespace
}  // namespace wza::audit
