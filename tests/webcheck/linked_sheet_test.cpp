// SPDX-License-Identifier: Apache-2.0
#include "webcheck/linked_sheet.h"

#include <gtest/gtest.h>

#include <map>

namespace wza::web {
namespace {

using Files = std::map<std::string, std::string>;

LinkedSheet load(Files const &files, std::string const &href, int *asked = nullptr) {
  Url const base = *Url::parse("https://www.example.gov.cn/zwgk/index.html");
  return load_sheet(href, base, [&](std::string_view at, Url const &from) -> FoundSheet {
    if (asked != nullptr) ++*asked;
    auto const url = Url::parse(at, &from);
    auto const file = files.find(url->path());
    if (file == files.end()) return {nullptr, *url};
    return {std::make_shared<SheetText const>(file->second), *url};
  });
}

TEST(LoadSheet, follows_imports_from_where_they_stand) {
  LinkedSheet const sheet = load({{"/css/a.css", "@import 'sub/b.css'; p{color:red}"},
                                  {"/css/sub/b.css", "@import url(../c.css);"},
                                  {"/css/c.css", "p{color:blue}"}},
                                 "/css/a.css");
  ASSERT_TRUE(sheet.text);
  ASSERT_EQ(sheet.imports.size(), 1U);
  ASSERT_EQ(sheet.imports[0].imports.size(), 1U);
  EXPECT_TRUE(sheet.imports[0].imports[0].text);
}

TEST(LoadSheet, says_what_is_not_there) {
  LinkedSheet const sheet = load({{"/a.css", "@import 'b.css';"}}, "/a.css");
  ASSERT_EQ(sheet.imports.size(), 1U);
  EXPECT_FALSE(sheet.imports[0].text);
  EXPECT_TRUE(sheet.imports[0].tried);
}

TEST(LoadSheet, takes_a_sheet_that_imports_itself_once) {
  LinkedSheet const sheet =
      load({{"/a.css", "@import 'b.css';"}, {"/b.css", "@import 'a.css';"}}, "/a.css");
  ASSERT_EQ(sheet.imports.size(), 1U);
  ASSERT_EQ(sheet.imports[0].imports.size(), 1U);
  EXPECT_FALSE(sheet.imports[0].imports[0].text);
}

TEST(LoadSheet, ends_where_imports_multiply) {
  Files files;
  for (int i = 0; i < 30; ++i) {
    std::string const next = "@import 's" + std::to_string(i + 1) + ".css';";
    files["/s" + std::to_string(i) + ".css"] = next + next + next;
  }
  int asked = 0;
  load(files, "/s0.css", &asked);
  EXPECT_LE(asked, kMostImports + 1);
}

TEST(SheetText, is_parsed_once_for_each_mode) {
  SheetText const text("p{color:red}");
  EXPECT_EQ(text.parsed(css::Mode::standard), text.parsed(css::Mode::standard));
  EXPECT_NE(text.parsed(css::Mode::standard), text.parsed(css::Mode::quirks));
}

}  // namespace
}  // namespace wza::web
