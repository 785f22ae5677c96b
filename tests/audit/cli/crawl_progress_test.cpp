// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/crawl_progress.h"

#include "tests/support/fake_web.h"

#include <gtest/gtest.h>

#include <sstream>

namespace wza::audit {
namespace {

web::CrawlStatus half_way() {
  web::CrawlStatus status;
  status.addresses = {40, 20, 2, 18, 0};
  status.pages = 10;
  status.hosts_waiting = 3;
  return status;
}

TEST(CrawlProgressView, TellsPagesRateAndWhatIsLeft) {
  std::ostringstream out, err;
  Terminal terminal(out, err, true);
  terminal.set_lang(Lang::en);
  test::FakePacer pacer;
  CrawlProgressView view(terminal, ProgressForm::text, pacer);
  view.status({});
  pacer.pass(std::chrono::seconds(5));
  web::CrawlVisit visit;
  visit.row.url = "http://h/x";
  for (int i = 0; i < 10; ++i)
    view.visit(visit);
  err.str({});
  view.status(half_way());
  EXPECT_NE(err.str().find("10 pages, 2.0 a second, about 10 s for what is known, 0 failed "
                           "elements, 3 hosts wait for their turn  http://h/x"),
            std::string::npos)
      << err.str();
  err.str({});
  view.status(half_way());
  EXPECT_EQ(err.str(), "") << "not more often than people can read";
  EXPECT_EQ(out.str(), "");
}

TEST(CrawlProgressView, WritesJsonLinesWhoseFirstNamesItsSchema) {
  std::ostringstream out, err;
  Terminal terminal(out, err, false);
  test::FakePacer pacer;
  CrawlProgressView view(terminal, ProgressForm::json, pacer);
  view.status(half_way());
  web::CrawlVisit visit;
  visit.row.url = "http://h/x";
  visit.row.state = VisitState::http_error;
  visit.row.status = 404;
  view.visit(visit);
  view.end({});
  std::vector<nlohmann::json> lines;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);)
    lines.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0]["schema"], "wza.crawl-progress/1");
  EXPECT_EQ(lines[0]["waiting"], 20);
  EXPECT_TRUE(lines[0]["seconds_left_at_least"].is_null());
  EXPECT_FALSE(lines[1].contains("schema"));
  EXPECT_EQ(lines[1]["state"], "http_error");
  EXPECT_EQ(lines[1]["status"], 404);
  EXPECT_EQ(lines[2]["event"], "end");
}

}  // namespace
}  // namespace wza::audit
