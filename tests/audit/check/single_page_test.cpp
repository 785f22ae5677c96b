// SPDX-License-Identifier: Apache-2.0
#include "audit/check/single_page.h"

#include "tests/support/http_peer.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace wza::audit {
namespace {

struct SinglePageTest : testing::Test {
  void file(std::string const &name, std::string const &content) {
    std::filesystem::path const path = dir.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
  }
  web::PageResult check(std::string const &target) {
    std::istringstream nothing;
    auto result = SinglePage(nothing).check(target);
    EXPECT_TRUE(result) << result.problem().in(Lang::en);
    return *std::move(result);
  }
  static Outcome outcome(web::PageResult const &result, std::string_view rule) {
    for (web::RuleCount const &one : result.rules) {
      if (one.rule->id == rule) return one.outcome;
    }
    return Outcome::untested;
  }
  TempDir dir;
};

constexpr char const *kPage =
    "<!doctype html><html lang=zh><title>页</title><link rel=stylesheet href='样式/a b.css?v=3'>"
    "<img class=h src=x.png>";

TEST_F(SinglePageTest, ReadsTheStyleSheetBesideTheFile) {
  file("p.html", kPage);
  file("样式/a b.css", ".h { display: none }");
  web::PageResult const result = check((dir.path() / "p.html").string());
  EXPECT_EQ(outcome(result, "image-has-name"), Outcome::inapplicable);
  EXPECT_TRUE(result.missing_sheets.empty());
}

TEST_F(SinglePageTest, WithoutTheSheetThePageIsJudgedAsItLooksThenAndTheSheetIsNamed) {
  file("p.html", kPage);
  web::PageResult const result = check((dir.path() / "p.html").string());
  EXPECT_EQ(outcome(result, "image-has-name"), Outcome::failed);
  EXPECT_EQ(result.missing_sheets, std::vector<std::string>{"样式/a b.css?v=3"});
}

TEST_F(SinglePageTest, FetchesTheStyleSheetOfAnAddress) {
  test::HttpPeer const peer([](test::PeerRequest const &request) {
    if (request.target == "/s.css")
      return test::answer(200, "Content-Type: text/css\r\n", ".h{display:none}");
    return test::html(
        "<html lang=zh><title>页</title><link rel=stylesheet href=s.css><img class=h src=x>");
  });
  EXPECT_EQ(outcome(check(peer.url("/")), "image-has-name"), Outcome::inapplicable);
}

TEST_F(SinglePageTest, APageThatBreaksOffIsRefusedAndNotTestedInPart) {
  test::HttpPeer const peer([](test::PeerRequest const &) {
    test::PeerAnswer answer;
    answer.pieces.push_back(
        {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<html>"});
    answer.close = true;
    return answer;
  });
  std::istringstream nothing;
  auto const result = SinglePage(nothing).check(peer.url("/cut"));
  ASSERT_FALSE(result);
  EXPECT_NE(result.problem().where.find("/cut"), std::string::npos);
  EXPECT_FALSE(result.problem().remedy.empty());
}

}  // namespace
}  // namespace wza::audit
