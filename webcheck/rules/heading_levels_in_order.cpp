// SPDX-License-Identifier: Apache-2.0
// The levels of headings go down one at a time (WCAG 2.2, technique G141). Good advice; no clause
// demands it. The first heading of a page may have any level.
#include "webcheck/a11y/headings.h"
#include "webcheck/rule.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { in_order, skips, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"in_order", {"标题没有跳级", "The heading skips no level"}},
    {"skips",
     {"标题跳级了：{}，读屏用户会以为中间漏了内容",
      "The heading skips a level: {}. Screen reader users think that something is missing "
      "between"}},
    {"perhaps",
     {"标题可能跳级了：{}；中间的标题不一定显示，请核对",
      "The heading may skip a level: {}; headings between may be hidden or stand in a frame. Check "
      "it"},
     {"在这个标题之前，读屏软件读到的上一个标题是否只比它高一级或更低（{}）？",
      "Is the heading that a screen reader meets before this one at most one level higher ({})?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  for (Heading const &each : page.facts<Headings>().all())
    targets.add(each.node, each.included);
}

Verdict expect(Page const &page, NodeId n) {
  Heading const &heading = *page.facts<Headings>().find(n);
  bool const first = heading.most_before == 0;
  if (first || heading.level <= std::max(heading.least_before, 1) + 1) return passed(Msg::in_order);
  std::string detail = "h" + std::to_string(std::max(heading.least_before, 1)) + " → h" +
                       std::to_string(heading.level);
  bool const skips = heading.least_before > 0 && heading.level > heading.most_before + 1;
  return skips ? failed(Msg::skips, std::move(detail)) : cant_tell(Msg::perhaps, std::move(detail));
}

}  // namespace

extern Rule const heading_levels_in_order;
constinit Rule const heading_levels_in_order{
    .id = "heading-levels-in-order",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"标题级别要逐级递进，不要跳级", "The levels of headings should not skip a level"},
    .help = {"读屏用户靠标题级别了解哪一节属于哪一节。<h2> 下面的小标题请用 <h3>，不要因为字号合适"
             "就直接用 <h4>；字号用 CSS 调整。",
             "Screen reader users learn from the levels which section belongs to which. Below an "
             "<h2> use <h3>; do not take <h4> because its letters have the right size: that is a "
             "matter of CSS."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
