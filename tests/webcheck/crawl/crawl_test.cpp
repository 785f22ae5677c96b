// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/crawl.h"

#include "tests/support/fake_web.h"
#include "tests/support/http_peer.h"
#include "webcheck/crawl/memory_frontier.h"
#include "webcheck/crawl/trap_learner.h"
#include "webcheck/fetch/client.h"
#include "webcheck/fetch/problems.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <thread>

namespace wza::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::FakePacer;
using test::FakeWeb;

struct Told final : CrawlSink {
  void visit(CrawlVisit v) override {
    if (visits.size() + 1 == throw_at) throw std::runtime_error("the disk is full");
    visits.push_back(std::move(v));
    if (visits.size() == stop_after) stop.request_stop();
  }
  /// "url state" of each visit.
  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (CrawlVisit const &v : visits) {
      out.push_back(fmt::format("{} {}", v.row.url, key(v.row.state)));
    }
    return out;
  }
  VisitState state(std::string const &url) const {
    for (CrawlVisit const &v : visits) {
      if (v.row.url == url) return v.row.state;
    }
    ADD_FAILURE() << url << " was not visited";
    return {};
  }
  std::vector<CrawlVisit> visits;
  /// The same of one host's addresses.
  std::vector<std::string> lines(std::string const &host) const {
    std::vector<std::string> out = lines();
    std::erase_if(out, [&](std::string const &line) {
      return !line.starts_with(fmt::format("http://{}/", host));
    });
    return out;
  }
  std::size_t stop_after = 0, throw_at = 0;
  std::stop_source stop;
};

std::string page(std::initializer_list<char const *> links) {
  std::string out = "<!doctype html><html lang=zh><title>页</title>";
  for (char const *link : links)
    out += fmt::format("<a href=\"{}\">链接</a>", link);
  return out;
}

class CrawlTest : public testing::Test {
 protected:
  CrawlTest() { m_options.starts = {*Url::parse("http://h/")}; }

  /// A crawl from the beginning.
  CrawlSummary run(Told &told) {
    MemoryFrontier frontier;
    return run(told, m_web, frontier);
  }
  CrawlSummary run(Told &told, Fetcher &web, Frontier &frontier) {
    Result<CrawlSummary> result = crawl(
        m_options, {test::lend(web), m_pacer, m_clock, frontier, told}, told.stop.get_token());
    EXPECT_TRUE(result.has_value());
    if (!result) return {};
    std::size_t visits = 0;
    for (std::size_t n : result->visits)
      visits += n;
    if (!result->interrupted) {
      EXPECT_EQ(visits, result->known) << "each address ends in a state";
    }
    return *result;
  }

  CrawlOptions m_options;
  FakePacer m_pacer;
  FakeWeb m_web;
  FrozenClock m_clock{*UtcTime::parse("2026-11-22T06:00:00Z")};
};

TEST_F(CrawlTest, VisitsByDepthThenByDiscovery) {
  m_web.put_page("http://h/", page({"b", "a", "b#x", "http://other/"}));
  m_web.put_page("http://h/a", page({"deep"}));
  m_web.put_page("http://h/b", page({"/", "a"}));
  m_web.put_page("http://h/deep", page({}));
  Told told;
  CrawlSummary const summary = run(told);
  EXPECT_EQ(told.lines(), (std::vector<std::string>{"http://h/ tested", "http://h/b tested",
                                                    "http://h/a tested", "http://h/deep tested"}));
  EXPECT_EQ(told.visits[3].row.depth, 2);
  EXPECT_EQ(told.visits[3].row.seq, 4);
  EXPECT_EQ(told.visits[0].row.title, "页");
  EXPECT_EQ(summary.links_out_of_scope, 1U);
  EXPECT_EQ(summary.count(VisitState::tested), 4U);
  EXPECT_FALSE(summary.interrupted);
  EXPECT_TRUE(summary.unreached.empty());
}

TEST_F(CrawlTest, AsksRobotsFirstAndObeys) {
  m_web.put("http://h/robots.txt", 200, "User-agent: *\nDisallow: /no\nCrawl-delay: 3\n", {});
  m_web.put_page("http://h/", page({"no/1", "yes"}));
  m_web.put_page("http://h/no/1", page({}));
  m_web.put_page("http://h/yes", page({}));
  Told told;
  auto const before = m_pacer.now();
  run(told);
  EXPECT_EQ(m_web.asked,
            (std::vector<std::string>{"http://h/robots.txt", "http://h/", "http://h/yes"}));
  EXPECT_EQ(told.state("http://h/no/1"), VisitState::excluded_robots);
  EXPECT_EQ(m_pacer.now() - before, seconds(6));
}

TEST_F(CrawlTest, AServerErrorOnRobotsForbidsTheSite) {
  m_web.put("http://h/robots.txt", 503, "", {});
  m_web.put_page("http://h/", page({}));
  Told told;
  CrawlSummary const summary = run(told);
  EXPECT_EQ(told.lines(), std::vector<std::string>{"http://h/ excluded_robots"});
  EXPECT_EQ(m_web.asked, std::vector<std::string>{"http://h/robots.txt"});
  ASSERT_EQ(summary.unreached.size(), 1U);
  EXPECT_NE(summary.unreached[0].problem->reason.en.find("503"), std::string::npos);
}

TEST_F(CrawlTest, RobotsThatRedirectsForEverAllows) {
  m_web.put_redirect("http://h/robots.txt", "http://h/robots.txt");
  m_web.put_page("http://h/", page({}));
  Told told;
  run(told);
  EXPECT_EQ(told.state("http://h/"), VisitState::tested);
}

TEST_F(CrawlTest, WaitsBetweenRequests) {
  m_options.politeness.delay = seconds(5);
  m_web.put_page("http://h/", page({"a"}));
  m_web.put_page("http://h/a", page({}));
  Told told;
  auto const before = m_pacer.now();
  run(told);
  EXPECT_EQ(m_pacer.now() - before, seconds(10));  // robots.txt, /, a
}

TEST_F(CrawlTest, AnUnreachableStartIsToldAndTheOthersGoOn) {
  m_options.starts = {*Url::parse("http://gone/"), *Url::parse("http://h/"),
                      *Url::parse("http://h/404")};
  m_web.put_problem("http://gone/robots.txt", host_not_found("http://gone/robots.txt", "gone"));
  m_web.put_page("http://h/", page({}));
  Told told;
  CrawlSummary const summary = run(told);
  EXPECT_EQ(told.state("http://gone/"), VisitState::unreachable);
  EXPECT_EQ(told.state("http://h/"), VisitState::tested);
  EXPECT_EQ(told.state("http://h/404"), VisitState::http_error);
  ASSERT_EQ(summary.unreached.size(), 2U);
  EXPECT_EQ(summary.unreached[0].url, "http://gone/");
  EXPECT_EQ(summary.unreached[0].problem->where, "http://gone/");
}

TEST_F(CrawlTest, RedirectsAreVisitsOfTheirOwn) {
  m_web.put_page("http://h/", page({"old", "away", "x", "session", "nowhere"}));
  m_web.put_redirect("http://h/old", "/new");
  m_web.put_page("http://h/new", page({}));
  m_web.put_redirect("http://h/away", "http://other/");
  m_web.put_redirect("http://h/x", "/y");
  m_web.put_redirect("http://h/y", "/x");
  m_web.put_redirect("http://h/session", "/session;jsessionid=1");
  m_web.put_page("http://h/session;jsessionid=1", page({}));
  m_web.put("http://h/nowhere", 302, "", {});
  Told told;
  run(told);
  EXPECT_EQ(told.state("http://h/old"), VisitState::redirected);
  EXPECT_EQ(told.visits[1].past.redirect_to, "http://h/new");
  EXPECT_EQ(told.state("http://h/new"), VisitState::tested);
  EXPECT_EQ(told.state("http://h/away"), VisitState::redirected);
  EXPECT_EQ(told.state("http://h/x"), VisitState::redirected);
  EXPECT_EQ(told.state("http://h/y"), VisitState::http_error);
  EXPECT_EQ(told.state("http://h/session"), VisitState::tested);
  EXPECT_EQ(told.state("http://h/nowhere"), VisitState::http_error);
  for (std::string const &url : m_web.asked)
    EXPECT_EQ(url.find("other"), std::string::npos);
}

TEST_F(CrawlTest, TheScopeMovesWithAStartThatMovesWithinItsDomain) {
  m_options.starts = {*Url::parse("http://example.gov.cn/")};
  m_web.put_redirect("http://example.gov.cn/", "https://www.example.gov.cn/");
  m_web.put_page("https://www.example.gov.cn/", page({"a", "http://zx.example.gov.cn/"}));
  m_web.put_page("https://www.example.gov.cn/a", page({}));
  Told told;
  CrawlSummary const summary = run(told);
  EXPECT_EQ(told.state("https://www.example.gov.cn/a"), VisitState::tested);
  EXPECT_EQ(summary.links_out_of_scope, 1U);
  EXPECT_TRUE(summary.unreached.empty());
}

TEST_F(CrawlTest, AStartThatLeavesItsDomainIsNotReached) {
  m_web.put_redirect("http://h/", "http://elsewhere.example/");
  Told told;
  CrawlSummary const summary = run(told);
  ASSERT_EQ(summary.unreached.size(), 1U);
  EXPECT_NE(summary.unreached[0].problem->reason.en.find("elsewhere.example"), std::string::npos);
}

TEST_F(CrawlTest, TwoStartsThatLeadToEachOtherEnd) {
  m_options.starts = {*Url::parse("http://h/a"), *Url::parse("http://h/b")};
  m_web.put_redirect("http://h/a", "/b");
  m_web.put_redirect("http://h/b", "/a");
  Told told;
  EXPECT_EQ(run(told).unreached.size(), 2U);
}

TEST_F(CrawlTest, BudgetsEndTheCrawlAndNameWhatWasLeft) {
  m_web.put_page("http://h/", page({"1", "2", "3"}));
  for (char const *url : {"http://h/1", "http://h/2", "http://h/3"}) {
    m_web.put_page(url, page({"deep"}));
  }
  m_web.put_page("http://h/deep", page({}));
  auto budget_lines = [&](CrawlOptions const &options) {
    m_options = options;
    Told told;
    return run(told).count(VisitState::budget);
  };
  CrawlOptions const plain = m_options;
  CrawlOptions pages = plain, depth = plain, bytes = plain, time = plain;
  pages.max_pages = 2;
  EXPECT_EQ(budget_lines(pages), 3U);  // 2, 3, deep
  depth.max_depth = 1;
  EXPECT_EQ(budget_lines(depth), 1U);
  bytes.byte_budget = 1;
  EXPECT_EQ(budget_lines(bytes), 3U);
  time.time_budget = seconds(3);  // robots.txt, /, 1 with a second between
  EXPECT_EQ(budget_lines(time), 3U);
  EXPECT_EQ(budget_lines(plain), 0U);
}

TEST_F(CrawlTest, AttachmentsAndOtherTypesAreNotPages) {
  m_web.put_page("http://h/", page({"a.pdf", "b.DOC", "c", "d"}));
  m_web.put("http://h/c", 200, "{}", {{"Content-Type", "application/json"}});
  m_web.put("http://h/d", 200, std::string("%PDF-1.7\n\0\0\0", 12),
            {{"Content-Type", "text/html"}});
  Told told;
  run(told);
  for (char const *url : {"http://h/a.pdf", "http://h/b.DOC", "http://h/c", "http://h/d"}) {
    EXPECT_EQ(told.state(url), VisitState::not_html) << url;
  }
  EXPECT_EQ(m_web.asked.size(), 4U);  // robots.txt, /, c, d
}

TEST_F(CrawlTest, ATruncatedPageIsNoFullTest) {
  m_web.put_page("http://h/", page({"a"}));
  m_web.at("http://h/").truncated = true;
  m_web.put_page("http://h/a", page({}));
  Told told;
  run(told);
  EXPECT_EQ(told.state("http://h/"), VisitState::truncated);
  EXPECT_TRUE(told.visits[0].problem.has_value());
  EXPECT_TRUE(told.visits[0].result.has_value());
  EXPECT_EQ(told.state("http://h/a"), VisitState::tested);
}

TEST_F(CrawlTest, AddressesThatGrowAreTraps) {
  m_web.put_page("http://h/", page({"/a/x/a/x/a/x/a/x/"}));
  Told told;
  run(told);
  EXPECT_EQ(told.state("http://h/a/x/a/x/a/x/a/x/"), VisitState::trap);
  EXPECT_TRUE(told.visits[1].problem.has_value());
}

TEST_F(CrawlTest, APatternThatBringsNothingNewIsClosedUnlessItIsTrusted) {
  std::string many;
  for (int i = 0; i < 200; ++i)
    many += fmt::format("<a href='/list?page={}'>页</a>", i);
  m_web.put_page("http://h/", many);
  for (int i = 0; i < 200; ++i)
    m_web.put_page(fmt::format("http://h/list?page={}", i), "<p>这一页没有内容</p>");
  Told told;
  CrawlSummary const summary = run(told);
  // 50 pages in a row, those that were on their way by then, and some that were tried again.
  EXPECT_EQ(summary.count(VisitState::tested), 1U + 50 + TrapLearner::kLag + 4);
  ASSERT_EQ(summary.traps.size(), 1U);
  EXPECT_EQ(summary.traps.begin()->first, "h/list?page=");
  Problem const &problem = *told.visits.back().problem;
  EXPECT_NE(problem.reason.zh.find("h/list?page="), std::string::npos);
  EXPECT_NE(problem.remedy.en.find("--follow 'h/list?page='"), std::string::npos);
  m_options.trusted = {"h/list?page="};
  Told all;
  EXPECT_EQ(run(all).count(VisitState::tested), 201U);
}

TEST_F(CrawlTest, APageThatRepeatsAnotherSaysWhich) {
  std::string const notice = "<p>残疾人证可以在镇政府服务大厅当场办理领取，请带上身份证。</p>";
  m_web.put_page("http://h/", page({"a", "b", "c"}));
  m_web.put_page("http://h/a", "<h1>办证</h1>" + notice);
  m_web.put_page("http://h/b", "<div><h1>办证</h1></div>" + notice);
  m_web.put_page("http://h/c", "<h1>办证 2</h1>" + notice);
  Told told;
  run(told);
  EXPECT_EQ(told.visits[1].row.repeats, std::nullopt);
  EXPECT_EQ(told.visits[2].row.repeats, "http://h/a");
  EXPECT_EQ(told.visits[2].row.state, VisitState::tested);
  EXPECT_EQ(told.visits[3].row.repeats, std::nullopt);
}

TEST_F(CrawlTest, ASilentHostIsGivenUp) {
  m_web.put_page("http://h/", page({"1", "2", "3", "4", "5", "6", "7"}));
  for (int i = 1; i <= 7; ++i) {
    std::string const url = fmt::format("http://h/{}", i);
    m_web.put_problem(url, stage_timed_out(url, Stage::header));
  }
  Told told;
  MemoryFrontier frontier;
  run(told, m_web, frontier);
  EXPECT_EQ(told.state("http://h/5"), VisitState::timed_out);
  EXPECT_EQ(told.state("http://h/6"), VisitState::unreachable);
  EXPECT_EQ(m_web.asked.size(), 7U);  // robots.txt, /, and five of the seven

  Told first, rest;
  first.throw_at = 5;
  MemoryFrontier kept;
  EXPECT_THROW(run(first, m_web, kept), std::runtime_error);
  kept.restart();
  run(rest, m_web, kept);
  std::vector<std::string> last_lines = told.lines();
  last_lines.erase(last_lines.begin(), last_lines.begin() + 4);
  EXPECT_EQ(rest.lines(), last_lines) << "the failures before the end count";
}

TEST_F(CrawlTest, ABusyServerIsAskedAgainLater) {
  m_web.put("http://h/", 503, "", {{"Retry-After", "30"}});
  Told told;
  auto const before = m_pacer.now();
  run(told);
  EXPECT_EQ(told.state("http://h/"), VisitState::http_error);
  EXPECT_EQ(m_web.asked.size(), 4U);
  EXPECT_EQ(m_pacer.now() - before, seconds(61));
}

TEST_F(CrawlTest, StyleSheetsAreFetchedOnceAndOnlyFromTheSite) {
  std::string const linked =
      "<link rel=stylesheet href=/s.css><link rel=stylesheet href=http://cdn.example/x.css>"
      "<link rel=stylesheet href=/gone.css>";
  m_web.put_page("http://h/", linked + page({"a"}));
  m_web.put_page("http://h/a", linked + page({}));
  m_web.put("http://h/s.css", 200, "p{color:#000}", {{"Content-Type", "text/css"}});
  Told told;
  run(told);
  EXPECT_EQ(m_web.asked,
            (std::vector<std::string>{"http://h/robots.txt", "http://h/", "http://h/s.css",
                                      "http://h/gone.css", "http://h/a"}));
  ASSERT_EQ(told.visits[1].missing_sheets.size(), 2U);
  EXPECT_EQ(told.visits[1].missing_sheets[0].url, "http://cdn.example/x.css");
  EXPECT_EQ(told.visits[1].missing_sheets[1].url, "http://h/gone.css");
}

TEST_F(CrawlTest, ReadsGb18030PagesAndObeysNofollow) {
  m_web.put("http://h/", 200,
            "<meta charset=gb2312><title>\xCE\xDE\xD5\xCF\xB0\xAD</title>"
            "<meta name=robots content=nofollow><a href=a>x</a>",
            {{"Content-Type", "text/html"}});
  Told told;
  run(told);
  ASSERT_EQ(told.visits.size(), 1U);
  EXPECT_EQ(told.visits[0].row.title, "无障碍");
  EXPECT_TRUE(told.visits[0].row.charset->starts_with("gb"));
}

TEST_F(CrawlTest, PagesOfASitemapThatRobotsNamesAreFound) {
  m_web.put("http://h/robots.txt", 200, "Sitemap: http://h/maps.xml\nSitemap: http://x.example/m\n",
            {});
  m_web.put("http://h/maps.xml", 200,
            "<sitemapindex><sitemap><loc>http://h/map1.xml</loc></sitemap>"
            "<sitemap><loc>http://h/maps.xml</loc></sitemap></sitemapindex>");
  m_web.put("http://h/map1.xml", 200,
            "<urlset><url><loc> http://h/orphan?a=1&amp;b=2 </loc></url>"
            "<url><loc><![CDATA[http://h/a]]></loc></url><url><loc>http://other/</loc></url>");
  m_web.put_page("http://h/", page({"a"}));
  m_web.put_page("http://h/a", page({}));
  m_web.put_page("http://h/orphan?a=1&b=2", page({}));
  Told told;
  CrawlSummary const summary = run(told);
  EXPECT_EQ(told.lines(), (std::vector<std::string>{"http://h/ tested", "http://h/a tested",
                                                    "http://h/orphan?a=1&b=2 tested"}));
  EXPECT_EQ(summary.links_out_of_scope, 1U);
  EXPECT_EQ(m_web.asked.size(), 6U);  // robots.txt, /, two maps, two pages
}

// ---- going on after an end ----

void put_small_site(FakeWeb &web) {
  web.put("http://h/robots.txt", 200, "User-agent: *\nDisallow: /secret\nSitemap: /map.xml\n", {});
  web.put("http://h/map.xml", 200, "<urlset><url><loc>http://h/mapped</loc></url></urlset>");
  web.put_page("http://h/mapped", page({"b"}));
  web.put_page("http://h/", page({"a", "b", "secret", "moved", "doc.pdf", "x/x/x/x/x"}));
  web.put_page("http://h/a", page({"c", "d", "/"}));
  web.put_page("http://h/b", page({"d", "e?page=1", "e?page=2"}));
  web.put_page("http://h/c", page({"f"}));
  web.put_page("http://h/d", page({"gone"}));
  web.put_page("http://h/e?page=1", page({"e?page=3"}));
  web.put_page("http://h/e?page=2", page({}));
  web.put_page("http://h/e?page=3", page({"last"}));
  web.put_redirect("http://h/moved", "/here");
  web.put_page("http://h/here", page({"f"}));
  web.put_page("http://h/f", page({"a"}));
  web.put_page("http://h/last", page({}));
}

class ResumeTest : public CrawlTest {
 protected:
  ResumeTest() {
    put_small_site(m_web);
    m_options.max_pages = 10;
    CrawlTest::run(m_whole);
    m_web.asked.clear();
  }
  Told m_whole;
};

TEST_F(ResumeTest, AfterAnEndAtAnyVisitTheResultIsThatOfAnUndisturbedCrawl) {
  std::vector<std::string> const whole = m_whole.lines();
  ASSERT_GT(whole.size(), 12U);
  for (std::size_t k = 1; k <= whole.size(); ++k) {
    SCOPED_TRACE(k);
    FakeWeb first, second;
    put_small_site(first);
    put_small_site(second);
    Told before, after;
    before.throw_at = k;
    MemoryFrontier frontier;
    EXPECT_THROW(run(before, first, frontier), std::runtime_error);
    frontier.restart();
    CrawlSummary const rest = run(after, second, frontier);
    std::vector<std::string> lines = before.lines();
    for (std::string const &line : after.lines())
      lines.push_back(line);
    EXPECT_EQ(lines, whole);
    std::size_t twice = 0;
    for (std::string const &url : second.asked)
      twice += std::find(first.asked.begin(), first.asked.end(), url) != first.asked.end();
    EXPECT_LE(twice, k == 1 ? 3U : 2U) << "robots.txt and the one in flight (and its sitemap)";
    std::size_t visits = 0;
    for (std::size_t n : rest.visits)
      visits += n;
    EXPECT_EQ(visits, whole.size());
    ASSERT_FALSE(after.visits.empty());
    EXPECT_EQ(after.visits[0].row.seq, static_cast<int>(k));
  }
}

TEST_F(ResumeTest, AStopFinishesThePageInHandAndCanGoOn) {
  Told before, after;
  before.stop_after = 3;
  MemoryFrontier frontier;
  EXPECT_TRUE(run(before, m_web, frontier).interrupted);
  ASSERT_EQ(before.visits.size(), 3U);
  frontier.restart();
  EXPECT_FALSE(run(after, m_web, frontier).interrupted);
  EXPECT_EQ(before.visits.size() + after.visits.size(), m_whole.visits.size());
}

TEST_F(ResumeTest, ItGoesOnNoSoonerThanItsDelay) {
  Told before, after;
  before.stop_after = 3;
  MemoryFrontier frontier;
  run(before, m_web, frontier);
  frontier.restart();
  m_web.asked.clear();
  auto const end = m_pacer.now();
  std::optional<Pacer::Time> asked;
  FakeWeb second([&](std::string const &) { asked = asked.value_or(m_pacer.now()); });
  put_small_site(second);
  run(after, second, frontier);
  ASSERT_TRUE(asked);
  EXPECT_EQ(*asked - end, m_options.politeness.delay);
}

/// A page with the head of its site, and a text of its own without heading or landmark.
std::string article(std::string const &text) {
  return "<!doctype html><html lang=zh><title>页</title><div><a href=/1>新闻中心</a> "
         "<a href=/2>政务公开</a> <a href=/3>办事服务</a></div><p>" +
         text;
}

/// "url outcome" of the rule bypass-blocks.
std::vector<std::string> bypasses(Told const &told) {
  std::vector<std::string> out;
  for (CrawlVisit const &visit : told.visits) {
    for (RuleCount const &rule : visit.result->rules) {
      if (rule.rule->id == "bypass-blocks")
        out.push_back(fmt::format("{} {}", visit.row.url, key(rule.outcome)));
    }
  }
  return out;
}

TEST_F(CrawlTest, PagesAreComparedWithTheFirstOnesOfTheirSiteThroughAnyEnd) {
  m_web.put_page("http://h/", article("今天上午县残联召开了全县的无障碍工作会议。"));
  m_web.put_page("http://h/1", article("镇政府门口的坡道已经完成改造并且通过了验收。"));
  m_web.put_page("http://h/2", article("请各村在月底之前报送本年度家庭改造的名单。"));
  m_web.put_page("http://h/3", article("残疾人证可以在镇政府服务大厅当场办理领取。"));
  Told whole;
  run(whole);
  EXPECT_EQ(bypasses(whole),
            (std::vector<std::string>{"http://h/ inapplicable", "http://h/1 inapplicable",
                                      "http://h/2 failed", "http://h/3 failed"}));
  for (std::size_t done = 1; done < 4; ++done) {
    Told before, rest;
    before.throw_at = done + 1;
    MemoryFrontier frontier;
    EXPECT_THROW(run(before, m_web, frontier), std::runtime_error);
    frontier.restart();
    run(rest, m_web, frontier);
    std::vector<std::string> expected = bypasses(whole);
    expected.erase(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(done));
    EXPECT_EQ(bypasses(rest), expected);
  }
}

TEST_F(ResumeTest, StateOfAnotherCrawlIsRefused) {
  MemoryFrontier frontier;
  frontier.put_batch(0, {{*Url::parse("http://h/"), 0, {}, false}}, 10);
  frontier.complete(*frontier.lease(0), 1, "what is this");
  Told told;
  Result<CrawlSummary> const result =
      crawl(m_options, {test::lend(m_web), m_pacer, m_clock, frontier, told}, {});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.problem().code, ProblemCode::conflict);
}

// ---- several starts ----

TEST_F(CrawlTest, EachStartHasItsOwnBudget) {
  m_options.starts = {*Url::parse("http://h/"), *Url::parse("http://other/"),
                      *Url::parse("http://h/late")};
  m_options.max_pages = 2;
  for (char const *host : {"h", "other"}) {
    m_web.put_page(fmt::format("http://{}/", host), page({"1", "2", "http://h/x"}));
    for (char const *name : {"1", "2", "late"})
      m_web.put_page(fmt::format("http://{}/{}", host, name), page({}));
  }
  Told told;
  run(told);
  EXPECT_EQ(told.lines("h"), (std::vector<std::string>{"http://h/ tested", "http://h/late tested",
                                                       "http://h/1 budget", "http://h/2 budget",
                                                       "http://h/x budget"}));
  EXPECT_EQ(told.lines("other"),
            (std::vector<std::string>{"http://other/ tested", "http://other/1 tested",
                                      "http://other/2 budget"}));
}

TEST_F(CrawlTest, OfTwoStartsThatMoveToOneHostTheFirstGetsIt) {
  m_options.starts = {*Url::parse("http://a.example.gov.cn/"),
                      *Url::parse("http://b.example.gov.cn/")};
  m_web.put_redirect("http://a.example.gov.cn/", "/slowly");
  m_web.put_redirect("http://a.example.gov.cn/slowly", "http://www.example.gov.cn/");
  m_web.put_redirect("http://b.example.gov.cn/", "http://www.example.gov.cn/");
  m_web.put_page("http://www.example.gov.cn/", page({"x"}));
  m_web.put_page("http://www.example.gov.cn/x", page({}));
  Told told;
  CrawlSummary const summary = run(told);
  EXPECT_EQ(told.lines("www.example.gov.cn"),
            (std::vector<std::string>{"http://www.example.gov.cn/ tested",
                                      "http://www.example.gov.cn/x tested"}));
  EXPECT_EQ(told.visits.back().lane, 0U);
  EXPECT_TRUE(summary.unreached.empty());
}

/// A web that answers after a while that differs from time to time, and sees who asks at once.
class UnsteadyWeb {
 public:
  UnsteadyWeb() : web([this](std::string const &url) { answer(url); }) {}
  FakeWeb web;
  std::atomic<int> most_at_a_host{0}, most{0};

 private:
  void answer(std::string const &url) {
    std::string const host = Url::parse(url)->host();
    std::unique_lock lock(m_mutex);
    most_at_a_host = std::max<int>(most_at_a_host, ++m_asking[host]);
    most = std::max<int>(most, ++m_all);
    std::chrono::microseconds const pause(m_random() % 2000);
    lock.unlock();
    std::this_thread::sleep_for(pause);
    lock.lock();
    --m_asking[host];
    --m_all;
  }
  std::mutex m_mutex;
  std::map<std::string, int> m_asking;
  int m_all = 0;
  std::mt19937 m_random{7};
};

TEST_F(CrawlTest, TheVisitsAreTheSameWhateverTheThreads) {
  std::vector<std::string> const hosts{"a", "b", "c", "d", "e", "f"};
  m_options.starts.clear();
  m_options.max_pages = 9;
  auto const put_sites = [&](FakeWeb &web) {
    for (std::string const &host : hosts) {
      std::string const root = fmt::format("http://{}/", host);
      web.put(root + "robots.txt", 200, "User-agent: *\nDisallow: /secret\n", {});
      web.put_page(root, page({"1", "2", "moved", "secret", "x.pdf", "3", "gone"}));
      web.put_redirect(root + "moved", "/here");
      for (char const *name : {"1", "2", "3", "here"})
        web.put_page(root + name, page({"4", "5", "6", "7", "8", "y.doc", "z.doc"}));
      for (char const *name : {"4", "5", "6", "7", "8"})
        web.put_page(root + name, page({"deep"}));
    }
  };
  for (std::string const &host : hosts)
    m_options.starts.push_back(*Url::parse(fmt::format("http://{}/", host)));
  put_sites(m_web);
  Told expected;
  run(expected);
  m_options.hosts = 4;
  m_options.politeness.delay = milliseconds(0);
  for (int connections : {1, 3}) {
    m_options.politeness.connections = connections;
    UnsteadyWeb unsteady;
    put_sites(unsteady.web);
    Told told;
    MemoryFrontier frontier;
    SystemPacer pacer;
    auto const summary =
        crawl(m_options, {test::lend(unsteady.web), pacer, m_clock, frontier, told}, {});
    ASSERT_TRUE(summary.has_value());
    for (std::string const &host : hosts)
      EXPECT_EQ(told.lines(host), expected.lines(host));
    EXPECT_LE(unsteady.most_at_a_host, connections);
    EXPECT_GT(unsteady.most, 1) << "hosts are asked at the same time";
  }
}

TEST_F(CrawlTest, WhatASinkThrowsEndsAllWorkers) {
  m_options.hosts = 3;
  m_options.starts = {*Url::parse("http://a/"), *Url::parse("http://b/"), *Url::parse("http://c/")};
  for (char const *host : {"a", "b", "c"}) {
    m_web.put_page(fmt::format("http://{}/", host), page({"1", "2", "3"}));
  }
  // The others wait for their turn when the sink throws, and would for half a minute.
  m_web.put("http://b/robots.txt", 200, "User-agent: *\nCrawl-delay: 30", {});
  m_options.politeness.delay = milliseconds(0);
  Told told;
  told.throw_at = 2;
  MemoryFrontier frontier;
  SystemPacer pacer;
  EXPECT_THROW((void)crawl(m_options, {test::lend(m_web), pacer, m_clock, frontier, told}, {}),
               std::runtime_error);
}

TEST(PastVisitJson, WhatIsNoRecordIsRefused) {
  EXPECT_FALSE(past_visit_of(nlohmann::json::parse("[]")));
  EXPECT_FALSE(past_visit_of(nlohmann::json::parse(R"({"state":"tested"})")));
  EXPECT_FALSE(past_visit_of(nlohmann::json::parse(R"({"state":"what","transferred":0})")));
}

// ---- over real sockets ----

TEST(CrawlOverHttp, VisitsASiteOnLoopback) {
  test::HttpPeer peer([](test::PeerRequest const &r) {
    if (r.target == "/") return test::html(page({"slow", "moved", "big", "b"}));
    if (r.target == "/moved") return test::redirect(302, "/b");
    if (r.target == "/b") return test::html(page({"http://10.0.0.1/", "/"}));
    if (r.target == "/big") return test::html(std::string(200'000, 'x'));
    if (r.target == "/slow") {
      test::PeerAnswer out;
      out.pieces = {{"HTTP/1.1 200 OK\r\n", milliseconds(0)}, {"\r\n", milliseconds(60'000)}};
      return out;
    }
    return test::answer(404, "", "");
  });
  CrawlOptions options;
  options.starts = {*Url::parse(peer.url("/"))};
  options.politeness.delay = milliseconds(0);
  FetchOptions fetch;
  fetch.named_hosts = {"127.0.0.1"};
  fetch.header = milliseconds(1500);
  fetch.max_wire_bytes = 100'000;
  options.hosts = 2;
  SystemPacer pacer;
  SystemClock clock;
  Told told;
  MemoryFrontier frontier;
  auto const make = [&fetch] { return std::make_unique<Client>(fetch); };
  Result<CrawlSummary> const summary = crawl(options, {make, pacer, clock, frontier, told}, {});
  ASSERT_TRUE(summary.has_value());
  EXPECT_EQ(told.state(peer.url("/")), VisitState::tested);
  EXPECT_EQ(told.state(peer.url("/slow")), VisitState::timed_out);
  EXPECT_EQ(told.state(peer.url("/moved")), VisitState::redirected);
  EXPECT_EQ(told.state(peer.url("/big")), VisitState::too_large);
  EXPECT_EQ(told.state(peer.url("/b")), VisitState::tested);
  EXPECT_EQ(summary->links_out_of_scope, 1U);
}

}  // namespace
}  // namespace wza::web
