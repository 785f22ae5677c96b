// SPDX-License-Identifier: Apache-2.0
#include "webcheck/spec/aria_attributes.h"
#include "webcheck/spec/aria_roles.h"
#include "webcheck/spec/languages.h"
#include "webcheck/spec/permitted_roles.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

TEST(AriaRoles, inherit_along_their_superclasses) {
  EXPECT_TRUE(is_a(Role::switch_, Role::input));
  EXPECT_TRUE(is_a(Role::doc_backlink, Role::link));
  EXPECT_FALSE(is_a(Role::link, Role::button));
}

TEST(AriaRoles, are_found_by_name_in_any_case) {
  EXPECT_EQ(find_role("Switch"), Role::switch_);
  EXPECT_EQ(find_role("doc-toc"), Role::doc_toc);
  EXPECT_FALSE(find_role("nav").has_value());
  EXPECT_FALSE(find_role("").has_value());
}

TEST(AriaRoles, all_come_from_roletype) {
  for (RoleInfo const &row : all_roles()) {
    if (row.kind == RoleKind::nothing) continue;
    EXPECT_TRUE(is_a(row.role, Role::roletype)) << row.name;
  }
}

TEST(AriaRoles, support_attributes_of_the_roles_they_inherit_from) {
  EXPECT_TRUE(supports(Role::switch_, AriaAttribute::readonly));
  EXPECT_TRUE(supports(Role::paragraph, AriaAttribute::live));
  EXPECT_FALSE(supports(Role::paragraph, AriaAttribute::checked));
  EXPECT_TRUE(requires_attribute(Role::heading, AriaAttribute::level));
}

TEST(AriaRoles, know_which_attributes_are_deprecated_on_them) {
  EXPECT_TRUE(is_deprecated(Role::button, AriaAttribute::grabbed));
  EXPECT_FALSE(is_deprecated(Role::button, AriaAttribute::haspopup));
  EXPECT_TRUE(is_deprecated(Role::paragraph, AriaAttribute::haspopup));
  EXPECT_FALSE(is_deprecated(Role::columnheader, AriaAttribute::invalid)) << "by inheritance";
  EXPECT_FALSE(is_deprecated(Role::paragraph, AriaAttribute::live));
  EXPECT_TRUE(is_deprecated(Role::directory));
  EXPECT_FALSE(is_deprecated(Role::list));
}

TEST(PermittedRoles, are_restricted_for_some_elements_only) {
  ASSERT_NE(permitted_roles("a[href]"), nullptr);
  EXPECT_TRUE(permitted_roles("a[href]")->roles.contains(Role::tab));
  EXPECT_FALSE(permitted_roles("a[href]")->roles.contains(Role::heading));
  EXPECT_TRUE(permitted_roles("main")->roles.empty());
  EXPECT_EQ(permitted_roles("div"), nullptr);
}

TEST(PermittedRoles, are_roles_that_authors_may_use) {
  for (PermittedRoles const &row : all_permitted_roles()) {
    for (Role const role : row.roles)
      EXPECT_TRUE(is_concrete(role)) << row.element;
  }
}

TEST(AriaAttributes, take_values_of_their_type_only) {
  EXPECT_TRUE(is_valid_value(AriaAttribute::checked, "mixed"));
  EXPECT_FALSE(is_valid_value(AriaAttribute::expanded, "mixed"));
  EXPECT_FALSE(is_valid_value(AriaAttribute::live, "polite off"));
  EXPECT_TRUE(is_valid_value(AriaAttribute::relevant, "text additions"));
  EXPECT_FALSE(is_valid_value(AriaAttribute::relevant, " "));
  EXPECT_TRUE(is_valid_value(AriaAttribute::rowcount, "-1"));
  EXPECT_FALSE(is_valid_value(AriaAttribute::level, "2.5"));
  EXPECT_TRUE(is_valid_value(AriaAttribute::valuenow, ".5"));
  EXPECT_FALSE(is_valid_value(AriaAttribute::valuenow, "1."));
  EXPECT_FALSE(is_valid_value(AriaAttribute::activedescendant, "a b"));
}

TEST(AriaAttributes, are_found_by_their_whole_name) {
  EXPECT_EQ(find_aria_attribute("aria-checked"), AriaAttribute::checked);
  EXPECT_FALSE(find_aria_attribute("aria-labeledby").has_value());
  EXPECT_FALSE(find_aria_attribute("checked").has_value());
}

TEST(Languages, are_those_of_the_registry) {
  for (char const *const code :
       {"zh", "EN", "yue", "cmn", "hak", "nan", "wuu", "bod", "ug", "qab"}) {
    EXPECT_EQ(is_language_subtag(code), std::string_view(code) != "bod") << code;
  }
  for (char const *const code :
       {"cn", "jp", "eng", "zho", "utf", "", "z", "zh_CN", "quu1", "q}a"}) {
    EXPECT_FALSE(is_language_subtag(code)) << code;
  }
  EXPECT_EQ(primary_subtag("zh-Hans-CN"), "zh");
}

}  // namespace
}  // namespace wza::web
