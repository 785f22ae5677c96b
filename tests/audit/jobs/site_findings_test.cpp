// SPDX-License-Identifier: Apache-2.0
// What crawls say about a site beside its pages: links that lead nowhere, and its certificate.
#include "audit/jobs/crawl_sites.h"
#include "db/store/findings.h"
#include "tests/support/fake_web.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/engine.h"
#include "webcheck/fetch/problems.h"

#include <gtest/gtest.h>
#include <openssl/x509_vfy.h>

#include <stdexcept>

namespace wza::audit {
namespace {

using Lines = std::vector<std::string>;

class SiteFindings : public testing::Test {
 protected:
  SiteFindings() { start_at("http://gov.example"); }

  void start_at(std::string origin) {
    m_origin = std::move(origin);
    request.options.starts = {*web::Url::parse(m_origin + "/")};
    request.options.check.rules = {web::find_rule("page-has-title")};
  }

  void put(std::string const &path, std::string const &body) {
    web.put(m_origin + path, 200,
            "<!doctype html><html lang=zh><title>页" + path + "</title>\n" + body,
            {{"Content-Type", "text/html; charset=utf-8"},
             {"ETag", '"' + std::to_string(std::hash<std::string>()(body)) + '"'}});
  }
  void put_status(std::string const &path, int status) { web.put(m_origin + path, status, ""); }

  CrawlOutcome crawl(TempTracker &into, CrawlProgress const &progress = {}) {
    into.clock().set(m_now);
    auto outcome = crawl_sites(*into, request, test::lend(web), pacer, progress, {});
    EXPECT_TRUE(outcome) << outcome.problem().in(Lang::en);
    return *std::move(outcome);
  }
  CrawlOutcome crawl() { return crawl(tracker); }
  CrawlOutcome crawl_next_day() {
    m_now.value += std::chrono::days(1);
    web.not_modified.clear();
    return crawl();
  }

  /// Rule, target, state, and page with its state, of each place.
  static Lines findings(TempTracker &of) {
    Lines out;
    Statement row = of->db().prepare(
        "SELECT f.rule || ' ' || coalesce(f.component, '') || ' ' || f.state || ' ' || o.place || "
        "' ' || o.state FROM findings f JOIN occurrences o ON o.finding = f.id ORDER BY 1");
    while (row.step())
      out.emplace_back(row.text(0));
    return out;
  }
  Lines findings() { return findings(tracker); }
  std::vector<Finding> list() { return FindingStore(*tracker).list({}, 0, 100); }

  TempTracker tracker;
  test::FakeWeb web;
  test::FakePacer pacer;
  CrawlRequest request;

 private:
  std::string m_origin;
  UtcTime m_now{*UtcTime::parse("2026-11-22T06:00:00Z")};
};

constexpr char const *kOpen =
    "broken-link http://gov.example/gone open http://gov.example/ present";
constexpr char const *kMended =
    "broken-link http://gov.example/gone mended http://gov.example/ gone";

TEST_F(SiteFindings, ADeadLinkIsFoundAndSeenAgain) {
  put("/", "<a href=/1>一</a>\n<a href=/gone>无</a>");
  put("/1", "");
  crawl();
  EXPECT_EQ(findings(), Lines{kOpen});
  Finding const found = list().at(0);
  EXPECT_EQ(found.severity, Severity::moderate);
  EXPECT_EQ(found.message.zh, "链接指向的网页不存在（404）：http://gov.example/gone");
  EXPECT_EQ(FindingStore(*tracker).occurrences(found.id).at(0).what.line, 3);
  FindingChanges const again = crawl_next_day().changes.at("http://gov.example");
  EXPECT_EQ(web.not_modified.size(), 2U) << "the pages did not change, and their links count";
  EXPECT_EQ(again.seen_again, 1);
  EXPECT_EQ(findings(), Lines{kOpen});
  put_status("/gone", 410);
  crawl_next_day();
  EXPECT_EQ(findings(), Lines{kOpen}) << "the same finding";
  EXPECT_NE(list().at(0).message.zh.find("410"), std::string::npos);
}

TEST_F(SiteFindings, ADeadLinkIsMendedWhereItsTargetAnswersOrTheLinkIsGone) {
  put("/", "<a href=/1>一</a><a href=/gone>无</a><a href=/lost>无</a>");
  put("/1", "");
  crawl();
  ASSERT_EQ(findings().size(), 2U);
  put("/gone", "");
  EXPECT_EQ(crawl_next_day().changes.at("http://gov.example").mended, 1);
  put("/", "<a href=/1>一</a><a href=/gone>有</a>");
  EXPECT_EQ(crawl_next_day().changes.at("http://gov.example").mended, 1);
  put_status("/gone", 404);
  EXPECT_EQ(crawl_next_day().changes.at("http://gov.example").reopened, 1);
  EXPECT_EQ(findings(),
            (Lines{"broken-link http://gov.example/gone reopened http://gov.example/ present",
                   "broken-link http://gov.example/lost mended http://gov.example/ gone"}));
}

TEST_F(SiteFindings, ADeadLinkStaysWhereItsTargetIsInDoubt) {
  put("/", "<a href=/1>一</a><a href=/gone>无</a>");
  put("/1", "");
  crawl();
  std::string const gone = "http://gov.example/gone";
  for (int const status : {500, 503, 403, 429}) {
    put_status("/gone", status);
    crawl_next_day();
    EXPECT_EQ(findings(), Lines{kOpen}) << status;
  }
  web.put(gone, 302, "", {{"Location", "http://login.example/"}});
  crawl_next_day();
  EXPECT_EQ(findings(), Lines{kOpen}) << "leads out of scope";
  web.put_problem(gone, web::stage_timed_out(gone, web::Stage::header));
  crawl_next_day();
  EXPECT_EQ(findings(), Lines{kOpen}) << "timed out";
  request.options.max_pages = 1;
  crawl_next_day();
  EXPECT_EQ(findings(), Lines{kOpen}) << "beyond the budget";
  put("/", "<a href=/1>一</a>");
  crawl_next_day();
  EXPECT_EQ(findings(), Lines{kMended}) << "the link is gone, whatever its target is";
}

TEST_F(SiteFindings, DoubtIsNoFinding) {
  put("/",
      "<a href=/500>一</a><a href=/403>二</a><a href=/slow>三</a><a href=/a.pdf>四</a>"
      "<a href=/out>五</a><a href=http://other.example/gone>六</a>");
  put_status("/500", 500);
  put_status("/403", 403);
  web.put_problem("http://gov.example/slow",
                  web::stage_timed_out("http://gov.example/slow", web::Stage::header));
  web.put("http://gov.example/out", 302, "", {{"Location", "http://other.example/gone"}});
  crawl();
  EXPECT_EQ(findings(), Lines());
  EXPECT_EQ(std::ranges::count(web.asked, "http://other.example/gone"), 0) << "not in scope";
}

TEST_F(SiteFindings, ARedirectToNothingIsADeadLink) {
  put("/", "<a href=/old>一</a><a href=/round>二</a><a href=/moved>三</a>");
  put("/new", "");
  web.put("http://gov.example/old", 301, "", {{"Location", "/gone"}});
  web.put("http://gov.example/round", 302, "", {{"Location", "/round/"}});
  web.put("http://gov.example/round/", 302, "", {{"Location", "/round"}});
  web.put("http://gov.example/moved", 301, "", {{"Location", "/new"}});
  crawl();
  EXPECT_EQ(findings(),
            (Lines{"broken-link http://gov.example/old open http://gov.example/ present",
                   "broken-link http://gov.example/round open http://gov.example/ present"}));
}

TEST_F(SiteFindings, TheFooterOfManyPagesIsOneFinding) {
  constexpr int kPages = 30;
  std::string links;
  for (int i = 0; i < kPages; ++i)
    links += "<a href=/" + std::to_string(i) + ">页</a>";
  put("/", links);
  for (int i = 0; i < kPages; ++i)
    put("/" + std::to_string(i), std::to_string(i) + "<footer><a href=/gone>无</a></footer>");
  crawl();
  auto const all = list();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].present, kPages);
  put("/7", "七");  // gone from one page, still on the others
  EXPECT_EQ(crawl_next_day().changes.at("http://gov.example").partly_gone, 1);
  EXPECT_EQ(list().at(0).present, kPages - 1);
}

TEST_F(SiteFindings, KilledAndContinuedTheCrawlFindsTheSame) {
  put("/", "<a href=/1>一</a><a href=/gone>无</a><a href=/old>旧</a>");
  put("/1", "<a href=/gone>无</a>");
  web.put("http://gov.example/old", 301, "", {{"Location", "/lost"}});
  crawl();
  Lines const expected = findings();
  ASSERT_EQ(expected.size(), 3U);
  constexpr std::size_t kVisits = 5;
  for (std::size_t kill_after = 1; kill_after <= kVisits; ++kill_after) {
    TempTracker other;
    std::size_t seen = 0;
    CrawlProgress progress;
    progress.visit = [&](web::CrawlVisit const &) {
      if (++seen == kill_after) throw std::runtime_error("killed");
    };
    EXPECT_THROW(crawl_sites(*other, request, test::lend(web), pacer, progress, {}),
                 std::runtime_error);
    crawl(other);
    EXPECT_EQ(findings(other), expected) << "killed after visit " << kill_after;
  }
}

TEST_F(SiteFindings, AnInvalidCertificateIsAFindingUntilAValidOneAnswers) {
  start_at("https://gov.example");
  constexpr char const *kStands = "invalid-certificate  open https://gov.example/ present";
  auto const refuse = [&](std::string const &url, int verdict) {
    web.put_problem(url, web::certificate_refused(url, "gov.example", verdict));
  };
  put("/", "");
  refuse("https://gov.example/robots.txt", X509_V_ERR_CERT_HAS_EXPIRED);
  EXPECT_EQ(crawl().changes.at("https://gov.example").found, 1);
  EXPECT_EQ(findings(), Lines{kStands});
  EXPECT_EQ(list().at(0).message.zh, "gov.example 的证书不可信：证书已过期。");
  EXPECT_EQ(list().at(0).severity, Severity::critical);

  refuse("https://gov.example/robots.txt", X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT);
  EXPECT_EQ(crawl_next_day().changes.at("https://gov.example").seen_again, 1);
  EXPECT_EQ(list().at(0).message.zh, "gov.example 的证书不可信：证书是自签名的。");

  std::string const robots = "https://gov.example/robots.txt";
  web.put_problem(robots, web::no_connection(robots, "refused"));
  crawl_next_day();
  EXPECT_EQ(findings(), Lines{kStands}) << "a site that was not reached decides nothing";

  web.forget_problems();
  EXPECT_EQ(crawl_next_day().changes.at("https://gov.example").mended, 1);

  // Accepted by the user's wish, the page is tested, and the certificate is none the better.
  put("/", "新");
  web.at("https://gov.example/").certificate_doubt = Text{"证书已过期", "it has expired"};
  EXPECT_EQ(crawl_next_day().changes.at("https://gov.example").reopened, 1);
  EXPECT_EQ(crawl_next_day().changes.at("https://gov.example").seen_again, 1);
  EXPECT_EQ(web.not_modified.size(), 1U) << "of a page that did not change too";
}

}  // namespace
}  // namespace wza::audit
