// SPDX-License-Identifier: Apache-2.0
#include "webcheck/toolbar/toolbar.h"

#include "tests/support/page_of.h"
#include "webcheck/check.h"
#include "webcheck/report/json.h"
#include "webcheck/toolbar/fingerprints.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace wza::web {
namespace {

TEST(Toolbars, KnowEveryFingerprintOfTheTable) {
  Fingerprints const &all = fingerprints();
  EXPECT_FALSE(all.ids.empty());
  EXPECT_FALSE(all.addresses.empty());
  EXPECT_FALSE(all.code.empty());
  EXPECT_FALSE(all.classes.empty());
  EXPECT_FALSE(all.elements.empty());
  EXPECT_FALSE(all.words.empty());
  EXPECT_FALSE(all.panel.empty());
}

TEST(Toolbars, NameTheMakerByItsScript) {
  Page const page = page_of(
      "<script src='//gov.govwza.cn/dist/aria.js?appid=1'></script>"
      "<a href='javascript:void(0)' onclick='aria.start()'>网站无障碍</a>");
  Toolbars const &found = page.facts<Toolbars>();
  ASSERT_EQ(found.all().size(), 1u);
  EXPECT_EQ(found.all()[0].family, "cniil");
  EXPECT_EQ(found.all()[0].certainty, ToolbarCertainty::high);
  EXPECT_EQ(found.all()[0].loaded_from, "//gov.govwza.cn/dist/aria.js?appid=1");
  ASSERT_EQ(found.triggers().size(), 1u);
  EXPECT_TRUE(page.dom().is(found.triggers()[0], atom::a));
}

TEST(Toolbars, OfUnknownMakersAreOne) {
  Page const page =
      page_of("<link rel=stylesheet href=/wza/bar.css><a title=长者助手 href=/elder/>长者助手</a>");
  Toolbars const &found = page.facts<Toolbars>();
  ASSERT_EQ(found.all().size(), 1u);
  EXPECT_EQ(found.all()[0].certainty, ToolbarCertainty::medium);
  EXPECT_EQ(found.triggers().size(), 1u);
}

TEST(Toolbars, AreKnownByTheirOpenPanel) {
  Page const page = page_of(
      "<button>声音</button><button>语速</button><button>配色</button><button>重置</button>");
  EXPECT_EQ(page.facts<Toolbars>().all().size(), 1u);
}

TEST(Toolbars, AreNotSeenInWhatOnlySpeaksOfThem) {
  Page const page = page_of(
      "<a href=/wza/>无障碍声明</a><a href=/n/1.html>我县推出网站无障碍服务</a>"
      "<p>长者模式</p><button>声音</button><button>配色</button>");
  EXPECT_TRUE(page.facts<Toolbars>().all().empty());
  EXPECT_TRUE(page.facts<Toolbars>().triggers().empty());
}

TEST(Toolbars, AreToldWithThePageAndItsFirstTrigger) {
  PageBytes page;
  page.url = "http://test.invalid/";
  page.bytes =
      "<!DOCTYPE html><title>清溪县</title><script src=//gov.govwza.cn/dist/aria.js></script>\n"
      "<a id=cniil_wza href='javascript:void(0)'>网站无障碍</a>";
  PageResult const result = check_page(*open_page(page));
  auto const json = nlohmann::json::parse(PageLines().line(result));
  ASSERT_EQ(json["toolbars"].size(), 1u);
  EXPECT_EQ(json["toolbars"][0]["family"], "cniil");
  EXPECT_EQ(json["toolbars"][0]["certainty"], "high");
  EXPECT_EQ(json["toolbars"][0]["loaded_from"], "//gov.govwza.cn/dist/aria.js");
  EXPECT_EQ(json["toolbars"][0]["trigger"], "#cniil_wza");
  EXPECT_EQ(json["toolbars"][0]["line"], 2);
}

}  // namespace
}  // namespace wza::web
