// SPDX-License-Identifier: Apache-2.0
// Every page as a function of its address, without a socket; and our own engine over our own pages.
#include "audit/pages/pages.h"

#include "audit/pages/template.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/check.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wza::audit {
namespace {

class PagesTest : public testing::Test {
 protected:
  PagesTest() { fill_sample(*m_tracker); }

  Response get(std::string const &target, std::string accept_language = "",
               std::string cookie = "") {
    Request request;
    request.set_target(target);
    request.accept_language = std::move(accept_language);
    request.cookie = std::move(cookie);
    return answer(m_pages, request);
  }

  TempTracker m_tracker;
  std::vector<std::string> m_log;
  Pages m_pages{*m_tracker, [this](Text const &line) { m_log.push_back(line.en); }};
};

struct Scenario {
  std::string target;
  int status;
  std::vector<std::string> must, must_not;
};

TEST_F(PagesTest, EachAddressGivesItsPage) {
  std::vector<Scenario> const scenarios{
      {"/",
       200,
       {"云杉镇（虚构）", "各地区无障碍情况", "600", "虚构的边界", "2025-01-01"},
       {"<script"}},
      {"/?lang=en", 200, {"Accessibility by district", "0.3"}, {"<script", "style=\""}},
      {"/findings", 200, {"共 3 个问题", "云杉镇便民中心", "扬帆县人民政府"}, {}},
      {"/findings?kind=facility&lang=en",
       200,
       {"1 findings.", "Running slope"},
       {">Serious</span>"}},
      {"/findings?kind=web&severity=serious", 200, {"共 1 个问题"}, {}},
      {"/findings?state=unresolved&district=441821901", 200, {"共 1 个问题"}, {}},
      {"/findings?state=mended", 200, {"没有符合条件的问题"}, {"<table"}},
      {"/findings?text=%E6%9B%BF%E4%BB%A3", 200, {"共 1 个问题", "value=\"替代\""}, {}},
      {"/findings?page=9", 200, {"共 3 个问题"}, {}},
      {"/findings?page=-1&kind=nonsense", 200, {"共 3 个问题"}, {}},
      {"/findings/1", 200, {"F-001", "GB 55019-2021", "2.3.1", "1:12", "凭记忆"}, {}},
      {"/findings/2?lang=en", 200, {"#nav &gt; a:nth-child(3) &gt; img", "line 118"}, {}},
      {"/findings/99", 404, {"没有找到这个页面"}, {}},
      {"/findings/1x?lang=en", 404, {"There is no such page"}, {}},
      {"/findings/", 404, {}, {}},
      {"/nowhere", 404, {}, {}},
      {"/static/base.css", 404, {}, {}},
      {"/healthz", 200, {"ok"}, {}},
  };
  for (Scenario const &scenario : scenarios) {
    SCOPED_TRACE(scenario.target);
    Response const response = get(scenario.target);
    EXPECT_EQ(response.status, scenario.status);
    for (std::string const &part : scenario.must)
      EXPECT_NE(response.body.find(part), std::string::npos) << "lacks " << part;
    for (std::string const &part : scenario.must_not)
      EXPECT_EQ(response.body.find(part), std::string::npos) << "has " << part;
  }
  EXPECT_TRUE(m_log.empty());
}

TEST_F(PagesTest, WhatSitesAndFilesSayIsNeverMarkup) {
  for (char const *target : {"/", "/findings", "/findings/2", "/findings/3",
                             "/findings?text=%3Cscript%3Ealert(1)%3C/script%3E"}) {
    std::string const body = get(target).body;
    EXPECT_EQ(body.find("<b>石桥"), std::string::npos) << target;
    EXPECT_EQ(body.find("<img src=\"banner"), std::string::npos) << target;
    EXPECT_EQ(body.find("<script"), std::string::npos) << target;
  }
}

TEST_F(PagesTest, EveryNumberOfFindingsLeadsToItsList) {
  std::string const body = get("/").body;
  EXPECT_NE(body.find("/findings?kind=facility&amp;state=unresolved&amp;district=441821901"),
            std::string::npos);
  EXPECT_NE(body.find("/findings?kind=web&amp;state=unresolved&amp;district=441821\""),
            std::string::npos);
}

TEST_F(PagesTest, TheLanguageIsAskedForKeptOrAccepted) {
  auto const lang = [](Response const &response) { return response.header("Content-Language"); };
  EXPECT_EQ(lang(get("/")), "zh-CN");
  EXPECT_EQ(lang(get("/", "en-GB,en;q=0.9,zh;q=0.5")), "en");
  EXPECT_EQ(lang(get("/", "fr, zh-Hans;q=0.3, en;q=0.2")), "zh-CN");
  EXPECT_EQ(lang(get("/", "en", "a=b; wza_lang=zh")), "zh-CN");
  EXPECT_EQ(lang(get("/?lang=en", "zh", "wza_lang=zh")), "en");
  EXPECT_NE(get("/?lang=en").header("Set-Cookie").find("wza_lang=en"), std::string::npos);
  EXPECT_EQ(get("/").header("Set-Cookie"), "");
  EXPECT_NE(get("/findings?kind=web").body.find("/findings?kind=web&amp;lang=en"),
            std::string::npos);
}

TEST_F(PagesTest, NothingButReadingIsAllowed) {
  Request request;
  request.method = Method::other;
  Response const response = answer(m_pages, request);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("Allow"), "GET, HEAD");
}

TEST_F(PagesTest, EachAnswerForbidsScriptsAndFrames) {
  for (char const *target : {"/", "/nowhere", "/healthz"}) {
    Response const response = get(target);
    EXPECT_EQ(response.header("Content-Security-Policy").find("default-src 'none'"), 0U);
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
  }
}

TEST_F(PagesTest, TheStyleSheetIsServedUnderItsHashForEver) {
  Response const sheet = get(asset_url("base.css"));
  EXPECT_EQ(sheet.status, 200);
  EXPECT_EQ(sheet.content_type, "text/css; charset=utf-8");
  EXPECT_NE(sheet.header("Cache-Control").find("immutable"), std::string::npos);
  Request request;
  request.set_target(asset_url("base.css"));
  request.if_none_match = sheet.header("ETag");
  EXPECT_EQ(answer(m_pages, request).status, 304);
}

TEST_F(PagesTest, AFailureInsideIsToldToTheOperatorNotToTheReader) {
  m_tracker->db().execute("DROP VIEW v_site");
  Response const response = get("/?lang=en");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body.find("v_site"), std::string::npos);
  ASSERT_EQ(m_log.size(), 1U);
  EXPECT_NE(m_log.front().find("v_site"), std::string::npos);
}

TEST_F(PagesTest, OurOwnRulesFindNothingWrongWithOurPages) {
  for (char const *path : {"/", "/findings", "/findings?state=mended", "/findings/1", "/findings/2",
                           "/findings/3", "/nowhere"}) {
    for (char const *lang : {"zh", "en"}) {
      Request request;
      request.set_target(path);
      request.accept_language = lang;
      std::string const body = answer(m_pages, request).body;
      auto opened = web::open_page({path, body, "utf-8", 200});
      ASSERT_TRUE(opened);
      for (web::PageFinding const &finding : web::check_page(*std::move(opened)).findings) {
        EXPECT_NE(finding.outcome, Outcome::failed)
            << path << ' ' << lang << ' ' << finding.rule->id << ' ' << finding.snippet;
      }
    }
  }
}

}  // namespace
}  // namespace wza::audit
