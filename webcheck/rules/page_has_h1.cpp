// SPDX-License-Identifier: Apache-2.0
// A page has a heading of level 1 (WCAG 2.2, technique H42 and G141 show how). Good advice; no
// clause demands a level.
#include "webcheck/a11y/headings.h"
#include "webcheck/a11y/landmarks.h"
#include "webcheck/rule.h"
#include "webcheck/rules/whole_page.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_h1, no_h1, no_heading, perhaps_hidden, perhaps_elsewhere };
constexpr std::array<Message, 5> kMessages{{
    {"has_h1", {"页面有一级标题", "The page has a heading of level 1"}},
    {"no_h1",
     {"页面有标题，却没有一级标题（<h1>），读屏用户找不到这一页的主题",
      "The page has headings but none of level 1 (<h1>), so screen reader users do not find what "
      "the page is about"}},
    {"no_heading",
     {"页面一个标题也没有（<h1> 至 <h6>），读屏用户不能按标题浏览",
      "The page has no heading at all (<h1> to <h6>), so screen reader users cannot go through it "
      "by headings"}},
    {"perhaps_hidden",
     {"页面的一级标题不一定显示，请核对", "The heading of level 1 may be hidden; check it"},
     {"打开页面后，一级标题是否能看到？",
      "Is the heading of level 1 there when the page is open?"}},
    {"perhaps_elsewhere",
     {"页面自身没有一级标题；页面里还有框架或自定义元素，标题可能在那里，请核对",
      "The page itself has no heading of level 1; a frame or custom element in it may have one. "
      "Check it"},
     {"框架或自定义元素里是否有一级标题？",
      "Is there a heading of level 1 in the frame or custom element?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

Verdict expect(Page const &page, NodeId) {
  Headings const &headings = page.facts<Headings>();
  Trilean found = false;
  for (Heading const &each : headings.all()) {
    if (each.level == 1) found = found || each.included;
  }
  if (found.is_true()) return passed(Msg::has_h1);
  if (found.is_unknown()) return cant_tell(Msg::perhaps_hidden);
  if (page.facts<Landmarks>().has_opaque_part()) return cant_tell(Msg::perhaps_elsewhere);
  return failed(headings.all().empty() ? Msg::no_heading : Msg::no_h1);
}

}  // namespace

extern Rule const page_has_h1;
constinit Rule const page_has_h1{
    .id = "page-has-h1",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"网页要有一级标题", "A page should have a heading of level 1"},
    .help =
        {"读屏用户打开网页，常先跳到一级标题，弄清这一页讲什么。请把文章标题、栏目名或（首页上）"
         "单位名称放进 <h1>，一般每页一个。",
         "On a new page, screen reader users often go to the heading of level 1 first to learn "
         "what the page is about. Put the title of the article, the name of the section or, on "
         "the home page, of the organisation into <h1>, as a rule one a page."},
    .messages = kMessages,
    .applicable = add_whole_page,
    .expect = expect,
};

}  // namespace wza::web
