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

TEST(AddressBook, WhatFitsSeveralIsNotGuessed) {
  EXPECT_EQ(found("石角镇振兴路"), "") << "two counties have a 石角镇";
  EXPECT_EQ(found("清远市石角镇"), "");
  EXPECT_EQ(found("清城区石角镇"), "441802103 town");
}

TEST(AddressBook, WhatNamesNoCountyIsNoDistrict) {
  for (auto const *address : {"", "广东省清远市某路", "振兴路12号", "某县佛冈县", "Fogang"})
    EXPECT_EQ(found(address), "") << address;
}

}  // namespace
}  // namespace wza::gis
