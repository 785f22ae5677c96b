// SPDX-License-Identifier: Apache-2.0
// What appears under the pointer or with the focus can be closed, or covers nothing. GB/T 37668
// 3.3.3.7 (level 2); WCAG 2.2 SC 1.4.13. That a handler shows something is known by its words
// alone: this asks, once a block.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { may_show };
constexpr std::array<Message, 1> kMessages{{
    {"may_show",
     {"鼠标移到这里像是会显示别的内容", "Something seems to appear when the pointer is here"},
     {"显示出来的内容，能用 Esc "
      "键等方式关掉（或者不遮挡别的内容），鼠标能移上去，而且键盘聚焦时也会出现吗？",
      "Can what appears be closed by a key such as Esc (or covers nothing else), can the pointer "
      "be "
      "moved onto it, and does it appear with the focus too?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.4.13"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.7"};
constexpr std::array<std::string_view, 3> kHandlers{"onmouseover", "onmouseenter", "onmousemove"};
constexpr std::array<std::string_view, 7> kShowing{"show",  "display",   "visib", "open",
                                                   "popup", "slidedown", "fadein"};

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (std::string_view const name : kHandlers) {
    for (NodeId const n : with_handler(page.dom(), name)) {
      if (!says_any(handler(page.dom(), n, name), kShowing)) continue;
      Trilean const shown = page.a11y().visible(n);
      if (!shown.is_false() && once.first(block_of(page.dom(), n))) targets.add(n, shown);
    }
  }
}

Verdict expect(Page const & /*page*/, NodeId /*n*/) {
  return cant_tell(Msg::may_show);
}

}  // namespace

extern Rule const hover_content_dismissible;
constinit Rule const hover_content_dismissible{
    .id = "hover-content-dismissible",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"悬停或聚焦时出现的内容要能关闭，或不遮挡其他内容",
              "What appears under the pointer or with the focus can be closed or covers nothing"},
    .help = {"放大屏幕的人会被突然出现的菜单或提示挡住视线，鼠标一动它又消失，来不及看。请让它能用 "
             "Esc 关闭、鼠标能移"
             "到它上面，键盘聚焦时同样出现。",
             "People who magnify the screen find their view covered by a menu or tip that is gone "
             "as soon as they move. Let it be closed by Esc, stay while the pointer is on it, and "
             "appear with the focus as well."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
