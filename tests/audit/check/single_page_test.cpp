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

/// A page with the head of its site and nothing that leads past it.
std::string article(std::string const &text) {
  return "<!doctype html><html lang=zh><title>页</title><div><a href=1.html>新闻中心</a> "
         "<a href=2.html>政务公开</a></div><p>" +
         text;
}

TEST_F(SinglePageTest, OtherPagesOfTheSiteTellWhatIsRepeated) {
  file("site/1.html", article("今天上午县残联召开了全县的无障碍工作会议。"));
  file("site/2.html", article("残疾人证可以在镇政府服务大厅当场办理领取。"));
  file("site/notes.txt", "不是网页");
  std::string const page = (dir.path() / "site" / "2.html").string();
  EXPECT_EQ(outcome(check(page), "bypass-blocks"), Outcome::inapplicable);

  std::istringstream nothing;
  SinglePage pages(nothing);
  ASSERT_TRUE(pages.add_context((dir.path() / "site").string()));
  EXPECT_EQ(outcome(*pages.check(page), "bypass-blocks"), Outcome::failed);
  EXPECT_FALSE(pages.add_context((dir.path() / "gone.html").string()));
}

/// A WAV file of that many seconds of silence at 100 bytes a second.
std::string wav(std::uint8_t seconds) {
  std::string const size{static_cast<char>(seconds * 100 % 256),
                         static_cast<char>(seconds * 100 / 256), '\0', '\0'};
  std::string out = "RIFF" + size + "WAVEfmt " + std::string("\x10\0\0\0", 4) +
                    std::string(8, '\0') + std::string("\x64\0\0\0", 4) + std::string(4, '\0') +
                    "data" + size;
  return out + std::string(seconds * 100U, '\0');
}

TEST_F(SinglePageTest, ReadsTheMediaBesideTheFile) {
  file("p.html", "<html lang=zh><title>页</title><audio src=long.wav autoplay></audio>");
  file("q.html", "<html lang=zh><title>页</title><audio src=short.wav autoplay></audio>");
  file("long.wav", wav(20));
  file("short.wav", wav(2));
  EXPECT_EQ(outcome(check((dir.path() / "p.html").string()), "autoplay-sound"), Outcome::failed);
  EXPECT_EQ(outcome(check((dir.path() / "q.html").string()), "autoplay-sound"),
            Outcome::inapplicable);
}

TEST_F(SinglePageTest, AsksAServerForTheBeginningOfMedia) {
  std::vector<std::string> ranges;
  test::HttpPeer const peer([&](test::PeerRequest const &request) {
    if (request.target != "/long.wav")
      return test::html("<html lang=zh><title>页</title><audio src=long.wav autoplay></audio>");
    ranges.push_back(request.headers.at("range"));
    return test::answer(206, "Content-Range: bytes 0-43/2044\r\n", wav(20).substr(0, 44));
  });
  EXPECT_EQ(outcome(check(peer.url("/")), "autoplay-sound"), Outcome::failed);
  EXPECT_EQ(ranges, std::vector<std::string>{"bytes=0-131071"});
}

TEST_F(SinglePageTest, FetchesWhatAnAddressFrames) {
  test::HttpPeer const peer([](test::PeerRequest const &request) {
    if (request.target == "/inner.html") return test::html("<title>留言</title><a href=/>首页</a>");
    return test::html(
        "<html lang=zh><title>页</title><iframe tabindex=-1 src=inner.html></iframe>");
  });
  EXPECT_EQ(outcome(check(peer.url("/")), "iframe-in-tab-order"), Outcome::failed);
}

TEST_F(SinglePageTest, ASheetThatNoBrowserUsesIsNotFetched) {
  std::vector<std::string> asked;
  test::HttpPeer const peer([&](test::PeerRequest const &request) {
    asked.push_back(request.target);
    return test::html(
        "<html lang=zh><title>页</title><link rel=stylesheet href=off.css disabled>"
        "<link rel=stylesheet href=a.less type=text/less><link rel='alternate stylesheet' href=b>");
  });
  check(peer.url("/"));
  EXPECT_EQ(asked, std::vector<std::string>{"/"});
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
