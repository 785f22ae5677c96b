// SPDX-License-Identifier: Apache-2.0
#include "audit/report/run_diff.h"

#include "audit/jobs/crawl_sites.h"
#include "tests/support/fake_web.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/engine.h"

#include <gtest/gtest.h>

#include <map>

namespace wza::audit {
namespace {

class RunDiffTest : public testing::Test {
 protected:
  RunDiffTest() {
    m_request.options.starts = {*web::Url::parse("http://gov.example/")};
    m_request.options.check.element_keys = true;
    rules({"image-has-name", "link-has-name", "button-has-name"});
    m_web.put_page("http://gov.example/", page("<a href=/1>一</a><a href=/2>二</a>"));
    m_web.put_page("http://gov.example/1", page(""));
    m_web.put_page("http://gov.example/2", page(""));
  }

  static std::string page(std::string const &body) {
    return "<!doctype html><html lang=zh><title>页</title>" + body;
  }

  void rules(std::vector<std::string_view> const &ids) {
    m_request.options.check.rules.clear();
    for (std::string_view const id : ids)
      m_request.options.check.rules.push_back(web::find_rule(id));
  }

  RunId crawl(int day) {
    m_tracker.clock().set(*UtcTime::parse("2026-11-0" + std::to_string(day) + "T06:00:00Z"));
    auto outcome = crawl_sites(*m_tracker, m_request, test::lend(m_web), m_pacer, {}, {});
    EXPECT_TRUE(outcome);
    return outcome->run;
  }

  /// By rule: "new content".
  std::map<std::string, std::string> between(RunId earlier, RunId later) {
    std::map<std::string, std::string> out;
    for (DiffEntry const &entry : diff_of(*m_tracker, earlier, later)) {
      std::string &what = out[entry.finding.rule.value];
      EXPECT_TRUE(what.empty()) << "one finding a rule here";
      what = key(entry.state);
      if (entry.cause) what.append(" ").append(key(*entry.cause));
    }
    return out;
  }
  using Diff = std::map<std::string, std::string>;

  test::FakeWeb m_web;
  test::FakePacer m_pacer;
  TempTracker m_tracker;
  CrawlRequest m_request;
};

TEST_F(RunDiffTest, TellsNewMendedReopenedUnchangedAndNotTested) {
  m_web.put_page("http://gov.example/1", page("<img src=a.png><button></button>"));
  m_web.put_page("http://gov.example/2", page("<p><a href=/1></a>"));
  RunId const first = crawl(1);
  m_web.put_page("http://gov.example/1", page("<img src=a.png><button>交</button>"));
  m_web.put("http://gov.example/2", 500, "");
  RunId const second = crawl(2);
  EXPECT_EQ(between(first, second), (Diff{{"image-has-name", "unchanged"},
                                          {"button-has-name", "mended"},
                                          {"link-has-name", "not_tested"}}));
  m_web.put_page("http://gov.example/1", page("<img src=a.png alt=图><button></button>"));
  RunId const third = crawl(3);
  EXPECT_EQ(between(second, third), (Diff{{"image-has-name", "mended"},
                                          {"button-has-name", "reopened content"},
                                          {"link-has-name", "not_tested"}}));
  // The button was mended in between, and stands there at both ends.
  EXPECT_EQ(between(first, third), (Diff{{"image-has-name", "mended"},
                                         {"button-has-name", "reopened content"},
                                         {"link-has-name", "not_tested"}}));
}

TEST_F(RunDiffTest, SaysWhetherThePageOrTheRulesMadeItNew) {
  m_web.put_page("http://gov.example/1", page("<img src=a.png>"));
  m_web.put_page("http://gov.example/2", page("<p>无"));
  rules({"link-has-name", "button-has-name"});
  RunId const first = crawl(1);
  rules({"image-has-name", "link-has-name", "button-has-name"});
  m_web.put_page("http://gov.example/2", page("<p><button></button>"));
  RunId const second = crawl(2);
  EXPECT_EQ(between(first, second),
            (Diff{{"image-has-name", "new rules"}, {"button-has-name", "new content"}}));
}

TEST_F(RunDiffTest, WhatCameAndWentInBetweenIsLeftOut) {
  m_web.put_page("http://gov.example/1", page("<p>无"));
  RunId const first = crawl(1);
  m_web.put_page("http://gov.example/1", page("<img src=a.png>"));
  crawl(2);
  m_web.put_page("http://gov.example/1", page("<p>无"));
  EXPECT_EQ(between(first, crawl(3)), Diff{});
}

TEST_F(RunDiffTest, AnEditedPageKeepsItsFindings) {
  m_web.put_page("http://gov.example/1", page("<div class=old><img src=a.png></div>"));
  RunId const first = crawl(1);
  m_web.put_page("http://gov.example/1",
                 page("<section class=new><p><img src=a.png></p></section>"));
  EXPECT_EQ(between(first, crawl(2)), (Diff{{"image-has-name", "unchanged"}}));
}

TEST_F(RunDiffTest, IsWrittenForPeopleAndPrograms) {
  m_web.put_page("http://gov.example/1", page("<p>无"));
  RunStore runs(*m_tracker);
  RunId const first = crawl(1);
  m_web.put_page("http://gov.example/1", page("<img src=a.png>"));
  RunId const second = crawl(2);
  RunDiff const diff{*runs.find(first), *runs.find(second), diff_of(*m_tracker, first, second)};
  std::string const text = diff_in("text", diff, false, Lang::en);
  EXPECT_NE(text.find("      1  New\n"), std::string::npos) << text;
  EXPECT_NE(text.find("The page changed"), std::string::npos) << text;
  std::string const json = diff_in("json", diff, false, Lang::zh);
  EXPECT_TRUE(
      json.starts_with(R"({"schema":"wza.diff/1","earlier":1,"later":2,"counts":{"new":1,)"))
      << json;
  std::string const csv = diff_in("csv", diff, false, Lang::zh);
  EXPECT_NE(csv.find("new,content,1,"), std::string::npos) << csv;
  EXPECT_NE(runs_in("text", runs.crawls(), Lang::zh).find("http://gov.example/"),
            std::string::npos);
}

}  // namespace
}  // namespace wza::audit
