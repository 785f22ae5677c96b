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
  for (char const *part :
       {"无障碍设施检查表：图书馆", "ramp-width", "不小于 1.20\u00a0m", "GB 55019-2021 2.3.2",
        "日常督导", "天气、地面", "责任单位", "整改期限", "表单版本"})
    EXPECT_NE(page.find(part), std::string::npos) << part;
  web::PageBytes bytes;
  bytes.url = "file:///form.html";
  bytes.bytes = page;
  for (web::PageFinding const &finding : web::check_page(*web::open_page(bytes)).findings)
    EXPECT_NE(finding.outcome, Outcome::failed) << finding.rule->id << ' ' << finding.selector;
}

TEST(FormPage, IsWholeInEachLanguage) {
  TempTracker tracker;
  ASSERT_TRUE(seed(*tracker));
  auto const form = form_for(*tracker, "library", std::nullopt);
  ASSERT_TRUE(form);
  std::string const en = form_html(*form, Lang::en), zh = form_html(*form, Lang::zh);
  auto const body = [](std::string const &page) { return page.substr(page.find("<body")); };
  for (char const *foreign : {"个", "（", "：", "?:"})
    EXPECT_EQ(body(en).find(foreign), std::string::npos) << foreign;
  EXPECT_EQ(body(zh).find(": "), std::string::npos);
  EXPECT_EQ(body(zh).find("停车位路线短：停车位路线短"), std::string::npos) << "said once";
  for (char const *part : {"<span class=\"nowrap\">□ does not apply</span>",
                           "1:<span class=\"blank\"></span>", " (advice)"})
    EXPECT_NE(en.find(part), std::string::npos) << part;
  EXPECT_NE(zh.find("<span class=\"nowrap\">□ 不适用</span>"), std::string::npos);
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
