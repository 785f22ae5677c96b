// SPDX-License-Identifier: Apache-2.0
// The order of the focus keeps the meaning. GB/T 37668 3.3.3.6; WCAG 2.2 SC 2.4.3 (failure F44). A
// positive tabindex makes an order of its own, which may be the right one: asked once a page.
#include "webcheck/a11y/focus.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { own_order };
constexpr std::array<Message, 1> kMessages{{
    {"own_order",
     {"tabindex 大于 0（这里是 {}），焦点不再按页面的先后顺序移动",
      "A tabindex above 0 (here {}) takes the focus out of the order of the page"},
     {"从页面开头一路按 Tab，焦点移动的顺序是否仍与阅读顺序一致、合乎道理？",
      "From the start of the page, does the Tab key move the focus in an order that makes sense?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.4.3"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.6"};

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().with_attr(atom::tabindex)) {
    bool const positive = tabindex(page.dom(), n).value_or(0) > 0;
    if (!positive || !page.a11y().tab_stop(n).is_true()) continue;
    targets.add(n);
    return;
  }
}

Verdict expect(Page const &page, NodeId n) {
  return cant_tell(Msg::own_order, std::to_string(tabindex(page.dom(), n).value_or(0)));
}

}  // namespace

extern Rule const focus_order_kept;
constinit Rule const focus_order_kept{
    .id = "focus-order-kept",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"焦点顺序要合乎内容的意思", "The order of the focus keeps the meaning"},
    .help =
        {"tabindex 大于 0 的元素会抢在所有其他元素前面得到焦点，键盘用户在页面上跳来跳去。请改成 0 "
         "或去掉，用内"
         "容在源代码里的先后来决定顺序。",
         "Elements with a tabindex above 0 take the focus before all others, and keyboard users "
         "are thrown about the page. Set it to 0 or remove it, and let the order of the source "
         "decide."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
