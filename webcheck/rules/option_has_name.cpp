// SPDX-License-Identifier: Apache-2.0
// An element with the role option has an accessible name. WCAG 2.2 SC 4.1.2; GB/T 37668 3.2.1.3.
// The <option> of HTML is left alone: an empty one is the usual way to say that nothing is chosen.
#include "webcheck/rule.h"
#include "webcheck/rules/naming.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"选项的名称是“{}”", "The name of the option is \"{}\""}},
    {"no_name",
     {"选项没有名称，读屏用户不知道选的是什么",
      "The option has no name, so screen reader users cannot tell what they choose"}},
    kDoubtfulName,
}};

constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

void applicable(Page const &page, Targets &targets) {
  add_explicit_role(page, targets, Role::option);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

}  // namespace

extern Rule const option_has_name;
constinit Rule const option_has_name{
    .id = "option-has-name",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"选项必须有能读出来的名称", "An option must have a name that can be read out"},
    .help = {"读屏用户逐个移动时只听到“选项”，分不清哪个是哪个。请在元素里写上文字；只放图标时给图"
             "标写替代文本，或加 aria-label。",
             "Screen reader users who step through hear only \"option\" and cannot tell one from "
             "the other. Put text into the element; for an icon alone give the icon a text "
             "alternative, or add an aria-label."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
