// SPDX-License-Identifier: Apache-2.0
// No text is in a <blink> element. A best practice: browsers of today no longer make it blink, so
// that WCAG 2.2 SC 2.2.2 is met; old ones do.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { blinks };
constexpr std::array<Message, 1> kMessages{{
    {"blinks",
     {"<blink> 里的文字在旧浏览器里会一直闪烁",
      "The text in a <blink> blinks without end in old browsers"}},
}};

constexpr std::array<People, 2> kPeople{People::cognitive, People::low_vision};

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::blink)) {
    if (page.dom().is(n, atom::blink)) targets.add(n, page.a11y().visible(n));
  }
}

Verdict expect(Page const &, NodeId) {
  return failed(Msg::blinks);
}

}  // namespace

extern Rule const blink_not_used;
constinit Rule const blink_not_used{
    .id = "blink-not-used",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"不宜使用 <blink>", "<blink> should not be used"},
    .help = {"闪烁的文字让人分心，有的人会因此读不下去。<blink> 早已废弃，请去掉；要强调就用 "
             "<strong>。",
             "Text that blinks distracts, and some people cannot read on beside it. <blink> is "
             "long obsolete: remove it, and use <strong> to stress something."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
