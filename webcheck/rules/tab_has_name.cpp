// SPDX-License-Identifier: Apache-2.0
// A element with the role tab has an accessible name. WCAG 2.2 SC 4.1.2; GB/T 37668 3.2.1.3.
#include "webcheck/rule.h"
#include "webcheck/rules/naming.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"选项卡的名称是“{}”", "The name of the tab is \"{}\""}},
    {"no_name",
     {"选项卡没有名称，读屏用户不知道选的是什么",
      "The tab has no name, so screen reader users cannot tell what they choose"}},
    kDoubtfulName,
}};

constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

void applicable(Page const &page, Targets &targets) {
  add_explicit_role(page, targets, Role::tab);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

}  // namespace

extern Rule const tab_has_name;
constinit Rule const tab_has_name{
    .id = "tab-has-name",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"选项卡必须有能读出来的名称", "A tab must have a name that can be read out"},
    .help = {"读屏用户逐个移动时只听到“选项卡”，分不清哪个是哪个。请在元素里写上文字；只放图标时给"
             "图标写替代文本，或加 aria-label。",
             "Screen reader users who step through hear only \"tab\" and cannot tell one from the "
             "other. Put text into the element; for an icon alone give the icon a text "
             "alternative, or add an aria-label."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
