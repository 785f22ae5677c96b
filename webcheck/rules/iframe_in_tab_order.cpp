// SPDX-License-Identifier: Apache-2.0
// A frame with links or controls in it is not taken out of the Tab order. ACT akn7bn; WCAG 2.2 SC
// 2.1.1; GB/T 37668 3.3.3.1. A srcdoc document stands in the page; what another frame loads must be
// known, else cannot tell. Frames of at most one pixel are for machines and left alone.
#include "webcheck/a11y/focus.h"
#include "webcheck/a11y/frame_content.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <chrono>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { in_order, taken_out, unseen };
constexpr std::array<Message, 3> kMessages{{
    {"in_order", {"用 Tab 键可以进入框架", "The Tab key comes into the frame"}},
    {"taken_out",
     {"框架里有链接或控件，但 tabindex 是负数，键盘用户进不去",
      "There are links or controls in the frame, but by its negative tabindex keyboard users "
      "cannot get in"}},
    {"unseen",
     {"框架的 tabindex 是负数；如果里面有链接或控件，键盘用户进不去，请核对",
      "The tabindex of the frame is negative; check whether there are links or controls in it, "
      "which keyboard users then cannot reach"}},
}};

constexpr std::array<std::string_view, 1> kAct{"akn7bn"};
constexpr std::array<std::string_view, 1> kWcag{"2.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.1"};
constexpr std::array<std::string_view, 1> kMiit{"keyboard"};

bool is_tiny(Known<Length> const &length) {
  return length.is_known() && !length.value().is_auto && length.value().percent == 0 &&
         length.value().px <= 1;
}

/// For looking into all srcdoc documents of a page.
constexpr std::chrono::milliseconds kMostCpu{200};

/// Whether the Tab key stops at something in the document that the frame loads, where it is known.
Trilean loaded_has_tab_stop(Page const &page, NodeId iframe) {
  auto const &frames = page.surroundings().frames;
  auto const found = frames.find(trimmed(page.dom().attr_or_empty(iframe, atom::src)));
  return found == frames.end() ? Trilean::unknown() : found->second.has_tab_stop;
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  CpuBudget const cpu(kMostCpu);
  for (NodeId const n : document.by_tag(atom::iframe)) {
    if (!document.is(n, atom::iframe)) continue;
    ComputedStyle const style = page.styles().empty() ? ComputedStyle() : page.styles()[n];
    if (is_tiny(style.width) || is_tiny(style.height)) continue;
    Trilean const shown = page.a11y().focusable(n);
    bool const taken_out = tabindex(document, n).value_or(0) < 0;
    bool const here = document.has_attr(n, atom::srcdoc);
    if (shown.is_false() || (!taken_out && !here)) continue;
    targets.add(
        n, shown && (here ? srcdoc_has_tab_stop(document, n, cpu) : loaded_has_tab_stop(page, n)));
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (tabindex(page.dom(), n).value_or(0) >= 0) return passed(Msg::in_order);
  bool const known = page.dom().has_attr(n, atom::srcdoc) || loaded_has_tab_stop(page, n).is_true();
  return known ? failed(Msg::taken_out) : cant_tell(Msg::unseen);
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "tabindex");
}

}  // namespace

extern Rule const iframe_in_tab_order;
constinit Rule const iframe_in_tab_order{
    .id = "iframe-in-tab-order",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"里面有链接或控件的内嵌框架（iframe）必须能用键盘进入",
              "An iframe with links or controls in it must be reachable by keyboard"},
    .help = {"<iframe> 的 tabindex 是负数时，Tab 键会跳过整个框架，里面的链接、按钮和可滚动的内容键"
             "盘用户都用不了。请去掉 tabindex 属性；框架不是给人用的，请用 display:none 隐藏。",
             "By a negative tabindex on an <iframe> the Tab key passes over all that is in it: "
             "keyboard users cannot use its links, buttons and scrolling content. Remove the "
             "tabindex attribute; hide frames that are not for people with display:none."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
