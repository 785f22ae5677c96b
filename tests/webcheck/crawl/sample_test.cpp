// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sample.h"

#include "webcheck/check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace wza::web {
namespace {

SampleCandidate page(int number, std::uint64_t skeleton, unsigned purposes = 0) {
  return {fmt::format("https://www.example.gov.cn/{}.html", number), number == 0, skeleton,
          purposes, VisitState::tested};
}

unsigned purposes(std::string_view url, std::string_view title) {
  return purposes_of(*Url::parse(url), title, false);
}

TEST(SampleTest, WithoutASampleAllPagesAreTested) {
  Sample sample({});
  for (int i = 0; i < 10; ++i) {
    Sample::Choice const choice = sample.take(page(i, 7));
    EXPECT_TRUE(choice.tested);
    EXPECT_FALSE(choice.reason);
  }
  EXPECT_TRUE(sample.drawn().empty());
}

TEST(SampleTest, OfEachTemplateTheFirstPagesAreTaken) {
  Sample sample({SampleMode::by_template});
  int of_seven = 0, of_eight = 0;
  for (int i = 0; i < 40; ++i) {
    of_seven += sample.take(page(i, 7)).tested ? 1 : 0;
    of_eight += sample.take(page(100 + i, 8)).reason == SampleReason::by_template ? 1 : 0;
  }
  EXPECT_EQ(of_seven, 3);
  EXPECT_EQ(of_eight, 3);
  EXPECT_TRUE(sample.drawn().empty());
}

TEST(SampleTest, WcagEmTakesStartsTemplatesAndPurposesEachOnce) {
  Sample sample({SampleMode::wcag_em});
  EXPECT_EQ(sample.take(page(0, 7)).reason, SampleReason::start);
  EXPECT_FALSE(sample.take(page(1, 7)).tested);
  EXPECT_EQ(sample.take(page(2, 8)).reason, SampleReason::by_template);
  EXPECT_EQ(sample.take(page(3, 8, 4)).reason, SampleReason::purpose);
  EXPECT_FALSE(sample.take(page(4, 8, 4)).tested) << "of this purpose there is one already";
}

TEST(SampleTest, ChanceAddsOnePageForEveryTen) {
  Sample sample({SampleMode::wcag_em});
  std::set<std::string> rest;
  for (int i = 0; i < 21; ++i)
    EXPECT_TRUE(sample.take(page(i, static_cast<std::uint64_t>(i))).tested);
  for (int i = 100; i < 2000; ++i) {
    EXPECT_FALSE(sample.take(page(i, 0)).tested);
    rest.insert(page(i, 0).url);
  }
  std::vector<DrawnPage> const drawn = sample.drawn();
  ASSERT_EQ(drawn.size(), 3U);
  for (DrawnPage const &one : drawn)
    EXPECT_TRUE(rest.contains(one.url)) << one.url;
}

TEST(SampleTest, TheSameSeedDrawsTheSamePagesAndAnotherOthers) {
  auto draw = [](std::uint64_t seed) {
    Sample sample({SampleMode::wcag_em, seed});
    for (int i = 0; i < 100; ++i)
      sample.take(page(i, static_cast<std::uint64_t>(i)));
    for (int i = 100; i < 1000; ++i)
      sample.take(page(i, 0));
    std::vector<std::string> urls;
    for (DrawnPage const &one : sample.drawn())
      urls.push_back(one.url);
    return urls;
  };
  EXPECT_EQ(draw(1), draw(1));
  EXPECT_NE(draw(1), draw(2));
}

TEST(SampleTest, EveryPageMayBeDrawn) {
  // One page of a hundred over many seeds: a lot that favours some would leave others out.
  std::set<std::string> drawn;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    Sample sample({SampleMode::wcag_em, seed});
    for (int i = 0; i < 101; ++i)
      sample.take(page(i, 0));
    drawn.insert(sample.drawn().at(0).url);
  }
  EXPECT_EQ(drawn.size(), 100U);
}

TEST(SampleTest, PagesAreKnownByWhatTheyAreFor) {
  EXPECT_NE(purposes("https://www.example.gov.cn/lxwm.html", ""), 0U);
  EXPECT_NE(purposes("https://www.example.gov.cn/a/1.html", "联系我们 - 某县人民政府"), 0U);
  EXPECT_EQ(purposes("https://www.example.gov.cn/search/", ""),
            purposes("https://www.example.gov.cn/x", "站内搜索"));
  EXPECT_EQ(purposes("https://www.example.gov.cn/research/1.html", "关于加强联系的通知"), 0U);
}

TEST(SampleTest, AFormThatAsksForMoreThanAWordIsAPurpose) {
  auto asks = [](std::string_view body) {
    Result<OpenedPage> page = open_page({"http://h/", body, "utf-8", 200});
    return asks_for_more(page->document);
  };
  EXPECT_FALSE(asks("<form><input name=q><input type=submit></form>"));
  EXPECT_TRUE(asks("<form><input name=name><input type=tel></form>"));
  EXPECT_TRUE(asks("<form><textarea></textarea></form>"));
}

}  // namespace
}  // namespace wza::web
