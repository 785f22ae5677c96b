// SPDX-License-Identifier: Apache-2.0
#include "audit/report/form.h"

#include "db/seed.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/check.h"

#include <gtest/gtest.h>

namespace wza::audit {
namespace {

TEST(FormPage, HasRoomForWhatIsAskedAndPassesOurOwnCheck) {
  TempTracker tracker;
  ASSERT_TRUE(seed(*tracker));
  auto const form = form_for(*tracker, "图书馆", std::nullopt);
  ASSERT_TRUE(form) << form.problem().in(Lang::en);
  std::string const page = form_html(*form, Lang::zh);
  for (char const *part : {"无障碍设施检查表：图书馆", "ramp-width", "不小于 1.20 m",
                           "GB 55019-2021 2.3.2", "日常督导", "表单版本"})
    EXPECT_NE(page.find(part), std::string::npos) << part;
  web::PageBytes bytes;
  bytes.url = "file:///form.html";
  bytes.bytes = page;
  for (web::PageFinding const &finding : web::check_page(*web::open_page(bytes)).findings)
    EXPECT_NE(finding.outcome, Outcome::failed) << finding.rule->id << ' ' << finding.selector;
}

TEST(FormPage, IsRefusedWhereThereIsNothingToInspect) {
  TempTracker tracker;
  ASSERT_TRUE(seed(*tracker));
  auto const unknown = form_for(*tracker, "城堡", std::nullopt);
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.problem().remedy.zh.find("library"), std::string::npos);
  auto const hotline = form_for(*tracker, "service-line", std::nullopt);
  ASSERT_FALSE(hotline);
  EXPECT_EQ(hotline.problem().code, ProblemCode::not_found);
}

}  // namespace
}  // namespace wza::audit
