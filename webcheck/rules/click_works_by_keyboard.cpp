// SPDX-License-Identifier: Apache-2.0
// What reacts to a click also works by keyboard. WCAG 2.2 SC 2.1.1 (failures F54, F59); GB/T 37668
// 3.3.3.1; MIIT's item keyboard. Scripts may add what the markup lacks, or offer the same
// elsewhere: where a handler stands on something that the keyboard does not reach, this asks. Told
// once a block, for links and for all else.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"
#include "webcheck/rules/link_markup.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { by_keyboard, out_of_reach, no_href, no_key_handler };
constexpr std::array<Message, 4> kMessages{{
    {"by_keyboard",
     {"键盘能到达这里，按回车键等同于点击",
      "The keyboard gets there, and the Enter key does what a click does"}},
    {"out_of_reach",
     {"<{}> 上有点击处理，键盘却聚焦不到它，除非脚本另有安排",
      "A <{}> reacts to clicks but cannot take the focus, unless scripts see to it"},
     {"点击这里的功能，只用键盘（Tab、回车、空格）也能用吗？",
      "Can what a click here does be done by keyboard alone (Tab, Enter, Space)?"}},
    {"no_href",
     {"没有 href 的 <a> 上有点击处理，键盘聚焦不到它，除非脚本另有安排",
      "An <a> without href reacts to clicks but cannot take the focus, unless scripts see to it"},
     {"点击这里的功能，只用键盘（Tab、回车、空格）也能用吗？",
      "Can what a click here does be done by keyboard alone (Tab, Enter, Space)?"}},
    {"no_key_handler",
     {"<{}> 能聚焦，但标记里只有鼠标点击的处理，按回车键不会有反应，除非脚本另有安排",
      "A <{}> can take the focus, but its markup reacts to clicks only, not to keys, unless "
      "scripts "
      "see to it"},
     {"把焦点移到这里，按回车键或空格键，是否与点击有同样的效果？",
      "With the focus here, does Enter or Space do the same as a click?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.1"};
constexpr std::array<std::string_view, 1> kMiit{"keyboard"};

constexpr std::array<std::string_view, 4> kClicks{"onclick", "ondblclick", "onmousedown",
                                                  "onmouseup"};
constexpr std::array<std::string_view, 3> kKeys{"onkeydown", "onkeypress", "onkeyup"};

/// Elements on which the Enter key is a click.
bool is_activated_by_keys(Document const &dom, NodeId n) {
  Atom const tag = dom.tag(n);
  return tag == atom::a || tag == atom::area || tag == atom::button || tag == atom::input ||
         tag == atom::select || tag == atom::textarea || tag == atom::summary;
}

/// Clicks on them come from what is in them, or mean no function of their own.
bool is_frame_of_page(Document const &dom, NodeId n) {
  Atom const tag = dom.tag(n);
  return tag == atom::html || tag == atom::body || tag == atom::form || tag == atom::label ||
         tag == atom::option;
}

bool has_key_handler(Document const &dom, NodeId n) {
  return std::ranges::any_of(kKeys,
                             [&](std::string_view name) { return !handler(dom, n, name).empty(); });
}

bool is_fine(Page const &page, NodeId n) {
  if (!page.a11y().focusable(n).is_true()) return false;
  return is_activated_by_keys(page.dom(), n) || has_key_handler(page.dom(), n);
}

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  A11yTree const &tree = page.a11y();
  OncePerBlock links, others;
  for (std::string_view const name : kClicks) {
    for (NodeId const n : with_handler(dom, name)) {
      if (dom.ns(n) != Namespace::html || is_frame_of_page(dom, n)) continue;
      if (does_nothing(handler(dom, n, name)) || tree.visible(n).is_false()) continue;
      // a click that the keyboard makes on something within reaches the handler as well
      bool const inner = !tree.focusable(n).is_true() && tree.first_possible_tab_stop(n).valid();
      if (inner) continue;
      OncePerBlock &once = dom.is(n, atom::a) ? links : others;
      if (is_fine(page, n) || once.first(block_of(dom, n))) targets.add(n, tree.visible(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (is_fine(page, n)) return passed(Msg::by_keyboard);
  std::string tag(page.dom().tag_name(n));
  if (page.a11y().focusable(n).is_true()) return cant_tell(Msg::no_key_handler, std::move(tag));
  if (page.dom().is(n, atom::a)) return cant_tell(Msg::no_href);
  return cant_tell(Msg::out_of_reach, std::move(tag));
}

std::string mend(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  bool const plain = dom.is(n, atom::a) || dom.is(n, atom::span) || dom.is(n, atom::div);
  std::string_view const code = dom.attr_or_empty(n, atom::onclick);
  NodeId const text = dom.first_child(n);
  bool const text_alone = text.valid() && dom.kind(text) == NodeKind::text &&
                          dom.subtree_end(text) == dom.subtree_end(n);
  if (!plain || code.empty() || !text_alone || page.a11y().focusable(n).is_true()) return {};
  return button_markup(code, trimmed(dom.text(text)));
}

}  // namespace

extern Rule const click_works_by_keyboard;
constinit Rule const click_works_by_keyboard{
    .id = "click-works-by-keyboard",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"能点击的地方也要能用键盘操作", "What reacts to a click also works by keyboard"},
    .help = {"<div>、<td>、<img> 和没有 href 的 <a> 用 Tab "
             "键到不了，键盘和读屏用户用不了绑在上面的功能。"
             "请改用 <button type=\"button\"> 或带 href 的链接，它们自带键盘操作。",
             "The Tab key does not get to a <div>, <td>, <img> or an <a> without href, so that "
             "keyboard and screen reader users cannot use what is bound to it. Use <button "
             "type=\"button\"> or a link with href, which work by keyboard of themselves."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
