// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/address.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

AddressBook book() {
  std::vector<District> all;
  for (auto const &[code, name] :
       std::vector<std::pair<char const *, char const *>>{{"440000", "广东省"},
                                                          {"441800", "清远市"},
                                                          {"441821", "佛冈县"},
                                                          {"441802", "清城区"},
                                                          {"441821100", "石角镇"},
                                                          {"441821100201", "石角村"},
                                                          {"441802103", "石角镇"},
                                                          {"610000", "陕西省"},
                                                          {"610100", "西安市"},
                                                          {"610103", "碑林区"},
                                                          {"610103001", "南院门街道"},
                                                          {"450000", "广西壮族自治区"},
                                                          {"450300", "桂林市"},
                                                          {"450302", "秀峰区"},
                                                          {"450328", "龙胜各族自治县"}}) {
    District district;
    district.code = DistrictCode(code);
    district.name = name;
    district.level = level_of(district.code);
    all.push_back(std::move(district));
  }
  return AddressBook(all);
}

std::string found(std::string_view address) {
  auto const at = book().find(address);
  return at ? at->code.value + ' ' + std::string(key(at->precision)) : "";
}

TEST(AddressBook, ReadsNamesFromTheProvinceDownToTheVillage) {
  EXPECT_EQ(found("广东省清远市佛冈县石角镇石角村3号"), "441821100201 village");
  EXPECT_EQ(found("广东省清远市佛冈县石角镇振兴路12号"), "441821100 town");
  EXPECT_EQ(found("陕西省西安市碑林区南院门街道"), "610103001 town");
  EXPECT_EQ(found("陕西省 西安市 碑林区 某路1号"), "610103 county");
}

TEST(AddressBook, LevelsAndLastSyllablesMayBeLeftOut) {
  EXPECT_EQ(found("佛冈县石角镇"), "441821100 town");
  EXPECT_EQ(found("广东清远佛冈石角镇"), "441821100 town");
  EXPECT_EQ(found("广西桂林秀峰区某路"), "450302 county");
  EXPECT_EQ(found("龙胜各族自治县某乡"), "450328 county");
}

TEST(AddressBook, EndingsMayBeOtherOnesOrThoseOfFormerTimes) {
  EXPECT_EQ(found("碑林区南院门街道办事处"), "610103001 town");
  EXPECT_EQ(found("碑林区南院门街办3号"), "610103001 town");
  EXPECT_EQ(found("广西省桂林市秀峰县"), "450302 county");
  EXPECT_EQ(found("龙胜自治县某乡"), "450328 county");
  EXPECT_EQ(found("桂林龙胜县某乡"), "450328 county");
  EXPECT_EQ(found("佛冈县石角乡振兴路"), "441821100 town") << "its only 石角 is a 镇 today";
  EXPECT_EQ(found("石角乡振兴路"), "") << "but without a county it may be anywhere";
  EXPECT_EQ(found("佛冈县石角镇石角村委会"), "441821100201 village");
  EXPECT_EQ(found("佛冈县石角镇石角社区"), "441821100201 village");
  EXPECT_EQ(found("清远市市辖区佛冈"), "441821 county");
}

TEST(AddressBook, SignsBlanksAndWhatStandsBeforeTheFirstNameDoNotMatter) {
  EXPECT_EQ(found("511600 中国广东省　清远市－佛冈县（石角镇）１２号"), "441821100 town");
  EXPECT_EQ(found("广东省清远市广东省清远市佛冈县"), "441821 county");
}

TEST(AddressBook, ZonesThatAreNoDistrictsArePassedOver) {
  EXPECT_EQ(found("清远市高新区佛冈县石角镇"), "441821100 town");
  EXPECT_EQ(found("清远高新技术产业开发区"), "");
  EXPECT_EQ(found("桂林秀峰新区"), "") << "a 秀峰新区 is not 秀峰区";
}

TEST(AddressBook, AStreetIsNotTheDistrictThatItIsNamedAfter) {
  for (auto const *street : {"佛冈路1号", "桂林市佛冈中路1号", "秀峰大道", "碑林东大街"})
    EXPECT_EQ(found(street), "") << street;
  EXPECT_EQ(found("佛冈振兴路1号"), "441821 county");
}

TEST(AddressBook, WhatFitsSeveralIsNotGuessed) {
  EXPECT_EQ(found("石角镇振兴路"), "") << "two counties have a 石角镇";
  EXPECT_EQ(found("清远市石角镇"), "");
  EXPECT_EQ(found("清城区石角镇"), "441802103 town");
  auto const several = book().candidates("清远市石角镇某路");
  ASSERT_EQ(several.size(), 2U);
  EXPECT_EQ(several[0].code.value + several[1].code.value, "441802103441821100");
  EXPECT_TRUE(book().candidates("清城区石角镇").empty());
}

TEST(AddressBook, WhatNamesNoCountyIsNoDistrict) {
  for (auto const *address : {"", "广东省清远市某路", "振兴路12号", "某县佛冈县", "Fogang", "　",
                              "511600", "徐州市碑林区"})
    EXPECT_EQ(found(address), "") << address;
}

}  // namespace
}  // namespace wza::gis
