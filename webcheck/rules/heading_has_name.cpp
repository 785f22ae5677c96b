// SPDX-License-Identifier: Apache-2.0
// A heading is not empty. ACT ffd0e9; WCAG 2.2 SC 1.3.1 and 2.4.6; GB/T 37668 3.4.3.4.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"标题的内容是“{}”", "The heading says \"{}\""}},
    {"no_name",
     {"标题是空的，没有可读出的内容", "The heading is empty: nothing in it can be read out"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"ffd0e9"};
constexpr std::array<std::string_view, 2> kWcag{"1.3.1", "2.4.6"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.4"};

void applicable(Page const &page, Targets &targets) {
  add_role(page, targets, Role::heading);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  return with_content(page, n, gap("标题"));
}

}  // namespace

extern Rule const heading_has_name;
constinit Rule const heading_has_name{
    .id = "heading-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"标题不能是空的", "A heading must not be empty"},
    .help = {"读屏用户常用标题在页面里跳转，空标题只会读出“标题”，打乱页面结构。请写上标题文字"
             "，图片标题请写 alt；只用来留空白或画线的，请改用 CSS，不要用 <h1> 至 <h6>。",
             "Screen reader users jump from heading to heading; an empty one says just "
             "\"heading\" and muddles the structure. Put text into it, or an alt on its image; "
             "for mere spacing use CSS in place of <h1> to <h6>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
