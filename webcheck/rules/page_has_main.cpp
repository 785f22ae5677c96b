// SPDX-License-Identifier: Apache-2.0
// A page has a main landmark (WCAG 2.2, technique ARIA11). Good advice: a clause demands a way past
// repeated blocks, and this is one of several.
#include "webcheck/a11y/landmarks.h"
#include "webcheck/rule.h"
#include "webcheck/rules/whole_page.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_main, no_main, perhaps_hidden, perhaps_elsewhere };
constexpr std::array<Message, 4> kMessages{{
    {"has_main",
     {"页面标出了正文（main 地标）", "The page marks its main content (landmark main)"}},
    {"no_main",
     {"页面没有标出正文（没有 main 地标），读屏用户不能直接跳到正文",
      "The page does not mark its main content (no landmark main), so screen reader users cannot "
      "jump to it"}},
    {"perhaps_hidden",
     {"页面上的 main 地标不一定显示，请核对",
      "The landmark main of the page may be hidden; check it"},
     {"打开页面后，main 地标里的内容是否能看到？",
      "Is the content of the landmark main shown when the page is open?"}},
    {"perhaps_elsewhere",
     {"页面自身没有 main 地标；页面里还有框架或自定义元素，正文可能在那里，请核对",
      "The page itself has no landmark main; a frame or custom element in it may have one. Check "
      "it"},
     {"框架或自定义元素里是否有 main 地标？",
      "Is there a landmark main in the frame or custom element?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

Verdict expect(Page const &page, NodeId) {
  Landmarks const &landmarks = page.facts<Landmarks>();
  Trilean const has = landmarks.has(Role::main);
  if (has.is_true()) return passed(Msg::has_main);
  if (has.is_unknown()) return cant_tell(Msg::perhaps_hidden);
  return landmarks.has_opaque_part() ? cant_tell(Msg::perhaps_elsewhere) : failed(Msg::no_main);
}

}  // namespace

extern Rule const page_has_main;
constinit Rule const page_has_main{
    .id = "page-has-main",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"网页要标出正文", "A page should mark its main content"},
    .help =
        {"读屏用户按一个键就能跳到 main 地标，不必每页都听完页头和导航。请把这一页的正文放进 "
         "<main>…</main>，每页一个，页头、导航、页脚放在它外面。",
         "Screen reader users jump to the landmark main with one key and need not hear header "
         "and navigation on every page. Put the content of this page into <main>…</main>, one a "
         "page, with header, navigation and footer outside."},
    .messages = kMessages,
    .applicable = add_whole_page,
    .expect = expect,
};

}  // namespace wza::web
