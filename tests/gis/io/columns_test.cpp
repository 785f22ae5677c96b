// SPDX-License-Identifier: Apache-2.0
#include "gis/io/columns.h"

#include <gtest/gtest.h>

namespace wza::gis {
namespace {

std::vector<FieldWords> fields() {
  return {{"value", {"测量值", "value"}, {"测量值", "实测值"}, Measures::quantity},
          {"planned", {"计划金额", "planned"}, {"计划金额"}, Measures::money},
          {"lon", {"经度", "longitude"}, {"经度"}}};
}

Result<Columns> columns(std::vector<std::string> headers, ChosenColumns const &chosen = {}) {
  Table table;
  for (auto &header : headers)
    table.columns.push_back({std::move(header), CellKind::text});
  return Columns::of(table, fields(), chosen);
}

TEST(HeaderUnits, StandInBracketsOfAnyKind) {
  for (auto const *header : {"测量值(mm)", "测量值（ｍｍ）", "实测值[毫米]", "测量值【单位：mm】",
                             "测量值（mm，必填）"}) {
    auto const found = columns({header});
    ASSERT_TRUE(found) << header << found.problem().in(Lang::en);
    EXPECT_EQ(found->unit("value"), "mm") << header;
  }
  EXPECT_EQ(columns({"计划金额（万元）"})->unit("planned"), "万元");
  EXPECT_EQ(columns({"测量值"})->unit("value"), "");
  EXPECT_EQ(columns({"测量值（必填）"})->unit("value"), "");
}

TEST(HeaderUnits, ThatCannotBeToldAreRefused) {
  for (auto const *header : {"测量值(尺)", "测量值(mm/m)", "测量值（mm，m）", "计划金额（美元）"}) {
    auto const found = columns({header});
    ASSERT_FALSE(found) << header;
    EXPECT_NE(found.problem().reason.zh.find(header), std::string::npos);
  }
  EXPECT_TRUE(columns({"经度（WGS84）"})) << "no number with a unit: a remark";
}

TEST(HeaderUnits, OfTwoColumnsAreNotMixedUp) {
  EXPECT_FALSE(columns({"测量值(mm)", "测量值(m)"}));
  EXPECT_TRUE(columns({"测量值(mm)", "测量值(mm)"}));
  auto const chosen = columns({"测量值(尺)", "实测值(m)"}, {{"value", "实测值(m)"}});
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->unit("value"), "m");
}

}  // namespace
}  // namespace wza::gis
