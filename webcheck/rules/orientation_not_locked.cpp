// SPDX-License-Identifier: Apache-2.0
// A style sheet does not turn the page back when people turn their screen. ACT
// b33eff; WCAG 2.2 SC 1.3.4; GB/T 37668 has no clause for it. Deviation: only
// what holds most of the page's text can restrict the page; the turning of
// smaller parts is not decided.
#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { upright, turned, part, unknown };
constexpr std::array<Message, 4> kMessages{{
    {"upright",
     {"横屏与竖屏之间内容没有被转过四分之一圈",
      "The content is not turned by a quarter between landscape and portrait"}},
    {"turned",
     {"样式表在横屏与竖屏之间把内容旋转了 {} 度，页面只能按一个方向看",
      "The style sheet turns the content by {} degrees between landscape and "
      "portrait, so that the "
      "page can be read in one of them only"}},
    {"part",
     {"样式表在横屏与竖屏之间把这一部分旋转了 {} 度，请核对内容是否仍能正着看",
      "The style sheet turns this part by {} degrees between landscape and "
      "portrait; check that it "
      "can be read in both"}},
    {"unknown",
     {"由源代码算不出横屏与竖屏之间的旋转，请转动手机核对",
      "The turn between landscape and portrait cannot be computed from the "
      "source; turn a phone "
      "and check"}},
}};

constexpr std::array<std::string_view, 1> kAct{"b33eff"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.4"};
constexpr double kTolerance = 1;  // degrees

bool differs(ComputedStyle const &a, ComputedStyle const &b) {
  return !(a.transform_rotation == b.transform_rotation && a.rotate == b.rotate);
}

void applicable(Page const &page, Targets &targets) {
  TurnedStyles const *const turned = page.turned();
  if (turned == nullptr) return;
  Document const &document = page.dom();
  for (NodeId const n : document.elements()) {
    if (document.ns(n) != Namespace::html) continue;
    if (differs(turned->landscape[n], turned->portrait[n])) {
      targets.add(n, page.a11y().visible(n));
    }
  }
}

/// True if at least half of the text that people see stands in the element.
bool holds_the_page(Page const &page, NodeId top) {
  Document const &document = page.dom();
  if (document.is(top, atom::html) || document.is(top, atom::body)) return true;
  std::size_t inside = 0, all = 0;
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    if (document.kind(n) != NodeKind::text || !page.a11y().visible(n).is_true()) continue;
    std::size_t const size = trimmed(document.text(n)).size();
    all += size;
    if (document.is_inclusive_ancestor(top, n)) inside += size;
  }
  return inside != 0 && inside * 2 >= all;
}

std::string whole(double degrees) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.0f", degrees);
  return out.data();
}

Verdict expect(Page const &page, NodeId n) {
  ComputedStyle const &landscape = page.turned()->landscape[n];
  ComputedStyle const &portrait = page.turned()->portrait[n];
  for (ComputedStyle const *style : {&landscape, &portrait}) {
    if (!style->transform_rotation.is_known() || !style->rotate.is_known()) {
      return cant_tell(Msg::unknown);
    }
  }
  auto const angle = [](ComputedStyle const &style) {
    return double{style.transform_rotation.value().degrees} + double{style.rotate.value().degrees};
  };
  double const turn = std::fabs(std::remainder(angle(portrait) - angle(landscape), 360.0));
  if (std::fabs(turn - 90) > kTolerance) return passed(Msg::upright);
  return holds_the_page(page, n) ? failed(Msg::turned, whole(turn))
                                 : cant_tell(Msg::part, whole(turn));
}

}  // namespace

extern Rule const orientation_not_locked;
constinit Rule const orientation_not_locked{
    .id = "orientation-not-locked",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .title = {"样式表不得把页面锁定在横屏或竖屏",
              "A style sheet must not lock the page to landscape or portrait"},
    .help = {"有人把手机或平板固定在轮椅支架上，不能转动。请删去 @media "
             "(orientation: …) 中把页面旋"
             "转 90 度的 transform 或 rotate，让布局自己适应两个方向。",
             "Some people have their phone or tablet mounted on a wheelchair "
             "and cannot turn it. "
             "Remove the transform or rotate by 90 degrees from @media "
             "(orientation: ...), and let "
             "the layout adapt to both."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
