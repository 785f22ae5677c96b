// SPDX-License-Identifier: Apache-2.0
// A meter or progress bar has an accessible name. WCAG 2.2 SC 1.1.1; GB/T 37668 3.2.1.4. For roles
// and for <meter> and <progress>.
#include "webcheck/rule.h"
#include "webcheck/rules/naming.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"名称是“{}”", "Its name is \"{}\""}},
    {"no_name",
     {"进度条或计量条没有名称，读屏用户只听到一个数，不知道是什么的",
      "The meter or progress bar has no name: screen reader users hear a number and cannot tell of "
      "what"}},
    kDoubtfulName,
}};

constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

void applicable(Page const &page, Targets &targets) {
  add_role(page, targets, Role::meter);
  add_role(page, targets, Role::progressbar);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

}  // namespace

extern Rule const meter_has_name;
constinit Rule const meter_has_name{
    .id = "meter-has-name",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"进度条和计量条必须有能读出来的名称",
              "Meters and progress bars must have a name that can be read out"},
    .help = {"读屏软件只读“百分之六十”，用户不知道是上传进度还是满意度。请加 aria-label，或用 "
             "aria-labelledby 指向旁边的说明文字；<meter> 和 <progress> 也可以用 <label>。",
             "A screen reader says only \"60 percent\": of the upload, or of contentment? Add an "
             "aria-label, or point aria-labelledby to the words beside it; <meter> and <progress> "
             "can have a <label>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
