// SPDX-License-Identifier: Apache-2.0
// The page as a whole is not kept from assistive technology by aria-hidden. WCAG 2.2 SC 1.3.1 and
// 4.1.2; GB/T 37668 3.5.1.1; WAI-ARIA 1.2, aria-hidden, and ARIA in HTML on <body>.
#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { not_hidden, hidden };
constexpr std::array<Message, 2> kMessages{{
    {"not_hidden", {"页面没有对读屏软件隐藏", "The page is not hidden from assistive technology"}},
    {"hidden",
     {"<{}> 上写了 aria-hidden=\"true\"，整个页面对读屏用户都不存在",
      "<{}> has aria-hidden=\"true\": for screen reader users the whole page is not there"}},
}};

constexpr std::array<std::string_view, 2> kWcag{"1.3.1", "4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.5.1.1"};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  for (Atom const tag : {atom::html, atom::body}) {
    for (NodeId const n : document.by_tag(tag)) {
      if (document.is(n, tag)) targets.add(n);
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  bool const hidden = ascii_iequals(document.attr_or_empty(n, atom::aria_hidden), "true");
  return hidden ? failed(Msg::hidden, std::string(document.tag_name(n))) : passed(Msg::not_hidden);
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "aria-hidden");
}

}  // namespace

extern Rule const body_not_hidden;
constinit Rule const body_not_hidden{
    .id = "body-not-hidden",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .title = {"整个页面不得对读屏软件隐藏",
              "The page as a whole must not be hidden from assistive technology"},
    .help = {"<body> 上的 aria-hidden=\"true\" "
             "让读屏软件什么也读不到。打开弹窗时要隐藏的是弹窗后面的内容，不是整个页面：请把 "
             "aria-hidden（或 inert）写在弹窗以外的容器上，并在弹窗关闭时去掉。",
             "With aria-hidden=\"true\" on <body> a screen reader gets nothing at all. What a "
             "dialog should hide is the content behind it, not the page: put aria-hidden (or "
             "inert) on the container beside the dialog, and take it away when the dialog closes."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
