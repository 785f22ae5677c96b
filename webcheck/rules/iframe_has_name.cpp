// SPDX-License-Identifier: Apache-2.0
// A frame that the Tab key comes to has an accessible name. ACT cae760; WCAG 2.2 SC 4.1.2; GB/T
// 37668 has no clause for it. Deviation: a frame of at most one pixel (statistics, log-in) may be
// nothing that people meet: cannot tell.
#include "webcheck/a11y/focus.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name, tiny };
constexpr std::array<Message, 4> kMessages{{
    {"has_name", {"框架的名称是“{}”", "The name of the frame is \"{}\""}},
    {"no_name", {"内嵌框架（iframe）没有 title 等名称", "The iframe has no title or other name"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
    {"tiny",
     {"没有名称的框架只有一个像素大小，可能不是给人用的，请核对",
      "The frame without a name is but a pixel large and may not be meant for people; check it"}},
}};

constexpr std::array<std::string_view, 1> kAct{"cae760"};
constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

bool is_tiny(Document const &document, NodeId n, Atom size) {
  auto const value = document.attr(n, size);
  return value && (*value == "0" || *value == "1" || *value == "0px" || *value == "1px");
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::iframe)) {
    if (!page.dom().is(n, atom::iframe) || tabindex(page.dom(), n).value_or(0) < 0) continue;
    // Kept from assistive technology, it is still a stop of the Tab key in some browsers.
    Trilean const kept = tree.hidden(n);
    targets.add(n, tree.visible(n) && (kept.is_true() ? Trilean::unknown() : Trilean(true)));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Verdict const verdict = judge_name<Msg>(page, n);
  bool const tiny = is_tiny(page.dom(), n, atom::width) || is_tiny(page.dom(), n, atom::height);
  return verdict.outcome == Outcome::failed && tiny ? cant_tell(Msg::tiny) : verdict;
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "title", gap("框架里的内容"));
}

}  // namespace

extern Rule const iframe_has_name;
constinit Rule const iframe_has_name{
    .id = "iframe-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"内嵌框架（iframe）必须有能读出来的名称",
              "An iframe must have a name that can be read out"},
    .help = {"读屏用户只能听到“框架”，不知道里面是什么，也无法决定要不要进去。请给 <iframe> 加 "
             "title，例如 title=\"办事大厅位置地图\"；name 属性不算。不给人看的框架请用 "
             "display:none 隐藏。GB/T 37668 对此没有单独条款。",
             "Screen reader users hear only \"frame\" and cannot decide whether to enter it. "
             "Give the <iframe> a title such as title=\"Map of the service hall\"; its name "
             "attribute does not count. Hide frames that are not for people with display:none. "
             "GB/T 37668 has no clause of its own for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
