// SPDX-License-Identifier: Apache-2.0
#include "audit/import/unread_columns.h"

#include <gtest/gtest.h>

namespace wza::audit {
namespace {

std::vector<gis::Column> columns(std::initializer_list<char const *> names) {
  std::vector<gis::Column> out;
  for (char const *name : names)
    out.push_back({name, gis::CellKind::text});
  return out;
}

TEST(UnreadColumns, AreNamedWhereOthersWereRead) {
  std::vector<gis::ColumnMatch> const matches{{"facility", {"设施编号", "facility id"}, "编号"},
                                              {"note", {"备注", "note"}, ""}};
  auto const told = unread_columns(columns({"编号", "缺失几米", ""}), matches);
  ASSERT_TRUE(told);
  EXPECT_NE(told->zh.find("1 列没有读取：缺失几米。"), std::string::npos) << told->zh;
  EXPECT_FALSE(unread_columns(columns({"编号"}), matches));
  EXPECT_FALSE(unread_columns(columns({"编号", "拒绝原因"}), matches)) << "we wrote it";
  EXPECT_FALSE(unread_columns(columns({"ramp-width"}), matches)) << "a form's own columns";
}

}  // namespace
}  // namespace wza::audit
