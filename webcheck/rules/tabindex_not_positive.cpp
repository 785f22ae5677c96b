// SPDX-License-Identifier: Apache-2.0
// No tabindex is greater than zero, which would take the element out of the order of the page. A
// best practice: WCAG 2.2 SC 2.4.3 is broken only where the order then makes no sense.
#include "webcheck/a11y/focus.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { natural, positive };
constexpr std::array<Message, 2> kMessages{{
    {"natural", {"Tab 键按页面顺序走到这里", "The Tab key comes here in the order of the page"}},
    {"positive",
     {"tabindex=\"{}\" 让 Tab 键先跳到这里，打乱了页面顺序",
      "tabindex=\"{}\" makes the Tab key come here first, out of the order of the page"}},
}};

constexpr std::array<People, 2> kPeople{People::blind, People::motor};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  add_with_attr(page, targets, atom::tabindex, [&](NodeId n) {
    return tabindex(document, n) ? page.a11y().focusable(n) : Trilean(false);
  });
}

Verdict expect(Page const &page, NodeId n) {
  long const index = tabindex(page.dom(), n).value_or(0);
  return index > 0 ? failed(Msg::positive, std::to_string(index)) : passed(Msg::natural);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "tabindex", "0");
}

}  // namespace

extern Rule const tabindex_not_positive;
constinit Rule const tabindex_not_positive{
    .id = "tabindex-not-positive",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"tabindex 不宜大于 0", "A tabindex should not be greater than 0"},
    .help =
        {"有大于 0 的 tabindex 时，Tab 键先走完这些元素再回到页面开头，键盘和读屏用户会迷路。请写 "
         "tabindex=\"0\"（链接、按钮和输入框不用写），需要先走到的内容就放到源代码前面。",
         "With a tabindex above 0 the Tab key visits those elements first and then starts again at "
         "the top, so that users of keyboards and screen readers get lost. Write tabindex=\"0\" "
         "(links, buttons and fields need none), and move what should come first to the front of "
         "the source."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
