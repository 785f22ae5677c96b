// SPDX-License-Identifier: Apache-2.0
// The files that a site offers: what a crawl asks about them, and what is told of them.
#include "audit/report/attachments.h"

#include "audit/jobs/crawl_sites.h"
#include "db/store/findings.h"
#include "tests/support/fake_web.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/engine.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wza::audit {
namespace {

using Lines = std::vector<std::string>;

class Attachments : public testing::Test {
 protected:
  Attachments() {
    request.options.starts = {*web::Url::parse("http://gov.example/")};
    request.options.check.rules = {web::find_rule("page-has-title")};
    web.put_page("http://gov.example/",
                 "<!doctype html><html lang=zh><title>页</title><a href=/plan.pdf>规划</a><a "
                 "href=/form.doc>表</a><a href=/no-head.xls>表</a><a href=/old.txt>页</a><a "
                 "href='/get?id=1'>视频</a><a href=/tape.mp3>音</a><a href=/moved.zip>包</a><a "
                 "href=/secret/a.pdf>密</a>");
    web.put("http://gov.example/robots.txt", 200, "User-agent: *\nDisallow: /secret/",
            {{"Content-Type", "text/plain"}});
    web.put("http://gov.example/plan.pdf", 200, std::string(3000, 'x'),
            {{"Content-Type", "application/pdf"}});
    web.put("http://gov.example/no-head.xls", 405, "");
    web.put("http://gov.example/tape.mp3", 200, "ID3 1234",
            {{"Content-Type", "audio/mpeg"}, {"Content-Length", "8"}});
    web.not_for_head.insert("http://gov.example/tape.mp3");
    web.put_page("http://gov.example/old.txt", "<!doctype html><html lang=zh><title>旧</title>");
    web.put("http://gov.example/get?id=1", 200,
            std::string("\0\0\0\x18"
                        "ftypmp42",
                        12) +
                std::string(988, '\0'),
            {{"Content-Type", "video/mp4"}});
    web.put_redirect("http://gov.example/moved.zip", "/files/new.zip");
    web.put("http://gov.example/files/new.zip", 200, "PK", {{"Content-Type", "application/zip"}});
  }

  CrawlOutcome crawl(bool ask) {
    request.options.attachments = ask;
    auto outcome = crawl_sites(*tracker, request, test::lend(web), pacer, {}, {});
    EXPECT_TRUE(outcome) << outcome.problem().in(Lang::en);
    return *std::move(outcome);
  }
  /// "plan.pdf document pdf 3000 200".
  Lines listed() {
    Lines out;
    auto const all = attachments_of(*tracker, "http://gov.example");
    for (Attachment const &one : all.value()) {
      out.push_back(one.url.substr(19) + " " + std::string(key(one.kind)) + " " + one.type + " " +
                    (one.bytes ? std::to_string(*one.bytes) : "-") + " " +
                    (one.status ? std::to_string(*one.status) : std::string(key(one.state))));
    }
    return out;
  }

  TempTracker tracker;
  test::FakeWeb web;
  test::FakePacer pacer;
  CrawlRequest request;
};

TEST_F(Attachments, AreListedWithoutBeingAskedFor) {
  crawl(false);
  EXPECT_EQ(listed(),
            (Lines{"form.doc document doc - not_html", "get?id=1 video video/mp4 1000 200",
                   "moved.zip archive zip - not_html", "no-head.xls sheet xls - not_html",
                   "old.txt document txt - not_html", "plan.pdf document pdf - not_html",
                   "secret/a.pdf document pdf - not_html", "tape.mp3 audio mp3 - not_html"}));
  EXPECT_EQ(FindingStore(*tracker).count({}), 0) << "what was not asked for is no dead link";
  EXPECT_EQ(std::ranges::count(web.asked, "http://gov.example/plan.pdf"), 0);
  std::string const text =
      attachments_text(*attachments_of(*tracker, "http://gov.example"), Lang::en);
  EXPECT_NE(text.find("not asked"), std::string::npos);
  EXPECT_NE(text.find("1000 B"), std::string::npos);
  EXPECT_NE(text.find("8 files. The size of 1 is known"), std::string::npos) << text;
}

TEST_F(Attachments, AreAskedForTheirHeaderOnceWhereThatIsWished) {
  request.options.max_pages = 3;  // the start, the text that is a page, the video: files are none
  CrawlOutcome const outcome = crawl(true);
  EXPECT_EQ(listed(),
            (Lines{"files/new.zip archive zip 2 200", "form.doc document doc - 404",
                   "get?id=1 video video/mp4 1000 200", "no-head.xls sheet xls - 405",
                   "plan.pdf document pdf 3000 200", "secret/a.pdf document pdf - excluded_robots",
                   "tape.mp3 audio mp3 8 200"}));
  EXPECT_EQ(outcome.summary.count(VisitState::tested), 2U) << "what is a page is tested";
  for (auto const &url : web.headers_only)
    EXPECT_EQ(std::ranges::count(web.headers_only, url), 1) << url;
  EXPECT_EQ(web.headers_only.size(), 7U);
  EXPECT_EQ(std::ranges::count(web.asked, "http://gov.example/old.txt"), 2);
  EXPECT_EQ(std::ranges::count(web.asked, "http://gov.example/plan.pdf"), 1);
  auto const found = FindingStore(*tracker).list({}, 0, 10);
  ASSERT_EQ(found.size(), 1U) << "a server that does not know HEAD says nothing";
  EXPECT_EQ(found[0].component, "http://gov.example/form.doc");

  auto const all = *attachments_of(*tracker, "http://gov.example");
  EXPECT_NE(attachments_json(all).find(
                R"({"url":"http://gov.example/plan.pdf","kind":"document","type":"pdf",)"
                R"("media_type":"application/pdf","bytes":3000,"status":200,"asked":true,)"),
            std::string::npos)
      << attachments_json(all);
  EXPECT_EQ(attachments_csv(all).substr(0, 8), "\xEF\xBB\xBFurl,k");
}

TEST_F(Attachments, OfASiteThatWasNotCrawledAreNotKnown) {
  EXPECT_FALSE(attachments_of(*tracker, "http://gov.example"));
  crawl(false);
  EXPECT_FALSE(attachments_of(*tracker, "http://other.example"));
}

TEST(FileKinds, AreKnownByEndingOrMediaType) {
  auto const kind = [](char const *url) { return web::file_kind_of(*web::Url::parse(url)); };
  EXPECT_EQ(kind("http://x.invalid/a/B.PDF?x=1.html"), web::FileKind::document);
  EXPECT_EQ(kind("http://x.invalid/v.1/index"), std::nullopt);
  EXPECT_EQ(kind("http://x.invalid/index.html"), std::nullopt);
  EXPECT_EQ(kind("http://x.invalid/"), std::nullopt);
  EXPECT_EQ(web::file_kind_of_type("application/vnd.ms-excel"), web::FileKind::sheet);
  EXPECT_EQ(web::file_kind_of_type("application/vnd.openxmlformats-officedocument."
                                   "wordprocessingml.document"),
            web::FileKind::document);
  EXPECT_EQ(web::file_kind_of_type(""), web::FileKind::other);
}

}  // namespace
}  // namespace wza::audit
