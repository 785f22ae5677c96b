// SPDX-License-Identifier: Apache-2.0
#include "webcheck/dom/shadow.h"

#include "tests/support/page_of.h"
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/tree.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

TEST(DeclarativeShadowRoot, ContentIsPartOfThePage) {
  Document const document =
      document_of("<x-card><template shadowrootmode=open><img id=a></template></x-card>");
  NodeId const image = document.by_id("a");
  ASSERT_TRUE(image.valid());
  EXPECT_TRUE(document.is_live(image));
  EXPECT_TRUE(may_have_shadow_roots(document));
  ASSERT_EQ(shadow_hosts(document).size(), 1U);
  EXPECT_EQ(document.tag_name(shadow_hosts(document)[0]), "x-card");
}

TEST(DeclarativeShadowRoot, OtherTemplatesStayAside) {
  for (std::string_view const html :
       {"<x-card><template><img id=a></template></x-card>",
        "<x-card><template shadowrootmode=no><img id=a></template></x-card>",
        "<ul><template shadowrootmode=open><img id=a></template></ul>",
        "<template><div><template shadowrootmode=open><img id=a></template></div></template>"}) {
    Document const document = document_of(html);
    EXPECT_FALSE(document.by_id("a").valid()) << html;
    EXPECT_TRUE(shadow_hosts(document).empty()) << html;
  }
}

TEST(DeclarativeShadowRoot, LeavesOpenWhatIsShownInItsHost) {
  Page const page = page_of(
      "<style>p{display:none}</style><p id=out></p>"
      "<div><template shadowrootmode=open><style>b{display:none}</style><p id=in></p></template>"
      "<b id=light></b></div><b id=after></b>");
  auto const rendered = [&](std::string_view id) {
    return page.a11y().rendered(page.dom().by_id(id));
  };
  EXPECT_TRUE(rendered("out").is_false());
  EXPECT_TRUE(rendered("in").is_unknown());
  EXPECT_TRUE(rendered("light").is_unknown());
  EXPECT_TRUE(rendered("after").is_true());
}

TEST(DeclarativeShadowRoot, GivesItsHostANamePerhaps) {
  Page const page = page_of(
      "<x-b id=a role=button><template shadowrootmode=open><slot></slot></template></x-b>"
      "<x-b id=b role=button><template shadowrootmode=open>提交</template></x-b>");
  for (std::string_view const id : {"a", "b"}) {
    NodeId const host = page.dom().by_id(id);
    EXPECT_TRUE(accessible_name(page.a11y(), host).present.is_unknown()) << id;
  }
}

}  // namespace
}  // namespace wza::web
