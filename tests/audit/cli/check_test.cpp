// SPDX-License-Identifier: Apache-2.0
// wza check as a user runs it: standards, suppressions and baselines, and what they do to its exit
// code.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace wza::audit {
namespace {

constexpr char const *kPage =
    "<!DOCTYPE html><html lang=zh><title>首页</title><main><h1>首页</h1><p id=a><img "
    "src=a.png></p>";

struct CheckCommand : testing::Test {
  void SetUp() override { file("page.html", kPage); }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(dir.path() / name, std::ios::binary) << content;
  }
  Outputs check(std::vector<std::string> args) {
    args.insert(args.begin(), "check");
    return run_wza(dir.path(), args);
  }
  TempDir dir;
};

TEST_F(CheckCommand, ASuppressedFindingIsShownAndDoesNotCount) {
  file("s.tsv",
       "rule\tpage\telement\treason\tuntil\nimage-has-name\tpage.html\t#a > "
       "img\t旧图\t2999-01-01\n");
  Outputs const run = check({"page.html", "--suppress", "s.tsv", "--format", "json"});
  EXPECT_EQ(run.exit_code, 0) << run.out;
  auto const findings = nlohmann::json::parse(run.out)["findings"];
  auto const image = std::ranges::find_if(
      findings, [](auto const &finding) { return finding["rule"] == "image-has-name"; });
  ASSERT_NE(image, findings.end());
  EXPECT_EQ((*image)["suppressed"]["reason"], "旧图");
}

TEST_F(CheckCommand, ASuppressionThatIsOverIsToldAndCountsNoMore) {
  file("s.tsv",
       "rule\tpage\telement\treason\tuntil\nimage-has-name\tpage.html\t#a > "
       "img\t旧图\t2020-01-01\n");
  Outputs const run = check({"page.html", "--suppress", "s.tsv", "--lang", "en"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_NE(run.err.find("it ended on 2020-01-01"), std::string::npos) << run.err;
}

TEST_F(CheckCommand, AWrongFileIsRefusedWithItsRow) {
  file("s.tsv", "rule\tpage\telement\treason\tuntil\nno-such-rule\t*\t#a\tx\t2999-01-01\n");
  Outputs const run = check({"page.html", "--suppress", "s.tsv", "--lang", "en"});
  EXPECT_EQ(run.exit_code, 4);
  EXPECT_NE(run.err.find("row 2"), std::string::npos) << run.err;
  EXPECT_EQ(check({"page.html", "--baseline", "s.tsv"}).exit_code, 4);
  EXPECT_EQ(check({"page.html", "--baseline", "none.json"}).exit_code, 4);
}

TEST_F(CheckCommand, OnlyWhatTheBaselineLacksCounts) {
  for (std::string const format : {"json", "sarif"}) {
    file("page.html", kPage);
    file("before", check({"page.html", "--format", format}).out);
    file("page.html", std::string(kPage) + "\n\n<p id=a><img src=b.png></p>");
    EXPECT_EQ(check({"page.html", "--baseline", "before"}).exit_code, 0) << format;
    file("page.html", std::string(kPage) + "<div class=foot><img src=b.png></div>");
    EXPECT_EQ(check({"page.html", "--baseline", "before"}).exit_code, 1) << format;
  }
}

TEST_F(CheckCommand, AStandardBringsItsOwnRulesAndItsTable) {
  auto const plain = nlohmann::json::parse(check({"page.html", "--format", "json"}).out);
  EXPECT_FALSE(plain.contains("conformance"));
  auto const rules = plain["rules"].dump();
  EXPECT_NE(rules.find("\"text-contrast\""), std::string::npos);
  EXPECT_EQ(rules.find("\"text-contrast-enhanced\""), std::string::npos);
  auto const level1 = nlohmann::json::parse(
      check({"page.html", "--format", "json", "--standard", "gbt37668-1"}).out);
  EXPECT_EQ(level1["rules"].dump().find("\"text-contrast\""), std::string::npos);
  EXPECT_EQ(level1["conformance"][0]["standard"], "gbt37668-1");
}

TEST_F(CheckCommand, EachFormatIsWhatItSays) {
  auto const out = [&](std::string const &format) {
    return check({"page.html", "--format", format}).out;
  };
  EXPECT_EQ(nlohmann::json::parse(out("sarif"))["version"], "2.1.0");
  EXPECT_TRUE(nlohmann::json::parse(out("earl")).contains("@graph"));
  EXPECT_TRUE(out("junit").starts_with("<?xml"));
  EXPECT_TRUE(out("csv").starts_with("\xEF\xBB\xBFpage,"));
  EXPECT_TRUE(out("html").starts_with("<!doctype html>"));
}

}  // namespace
}  // namespace wza::audit
