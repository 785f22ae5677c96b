// SPDX-License-Identifier: Apache-2.0
// A window that floats over the page can be reached, and closed for good, by keyboard. GB/T 37668
// 3.3.3.3; MIIT's item float_window. Whether it drifts is for scripts: it is known here by the
// words of its id or class and by its position outside the flow, and this only asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/phrases.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { with_close, without_close };
constexpr std::array<Message, 2> kMessages{{
    {"with_close",
     {"这里像是漂浮窗（飘窗），里面有关闭的控件；它要能用键盘操作，关闭后不再出现",
      "This looks like a floating window. It has a control to close it, which must work by "
      "keyboard, once and for all"},
     {"只用键盘能到达并关闭这个漂浮窗，关闭后浏览其他页面时也不再出现吗？",
      "Can this floating window be reached and closed by keyboard alone, and does it stay away on "
      "other pages once closed?"}},
    {"without_close",
     {"这里像是漂浮窗（飘窗），里面没有找到关闭的控件",
      "This looks like a floating window, and no control to close it was found in it"},
     {"这个漂浮窗能用键盘到达，或者能用键盘关闭并不再出现吗？",
      "Can this floating window be reached by keyboard, or closed by keyboard once and for all?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.3"};
constexpr std::array<std::string_view, 1> kMiit{"float_window"};

constexpr std::array<std::string_view, 22> kNameWords{
    "float",   "floating", "floatad",      "adfloat",    "floatwin",     "floatbox",
    "floater", "piao",     "piaofu",       "piaochuang", "piaofuchuang", "piaofudiv",
    "pfdiv",   "xuanfu",   "xuanfuchuang", "fuchuang",   "couplet",      "duilian",
    "drift",   "flutter",  "popad",        "adpop"};
constexpr std::array<std::string_view, 5> kClose{"关闭", "close", "guanbi", "×", "✕"};
constexpr std::uint32_t kMaxNodes = 300;

/// Out of the flow: where style does not tell, only an id counts, since classes such as
/// "float-left" stand on everything.
Trilean floats(Page const &page, NodeId n, bool by_id) {
  if (page.styles().empty()) return by_id ? Trilean::unknown() : Trilean(false);
  Known<Position> const &position = page.styles()[n].position;
  if (!position.is_known()) return by_id ? Trilean::unknown() : Trilean(false);
  return position.value() == Position::fixed || position.value() == Position::absolute;
}

std::uint32_t bounded_end(Document const &dom, NodeId n) {
  return std::min(dom.subtree_end(n).value, n.value + 1 + kMaxNodes);
}

bool holds_content(Document const &dom, NodeId n) {
  for (NodeId c{n.value + 1}; c.value < bounded_end(dom, n); ++c.value) {
    Atom const tag = dom.tag(c);
    if (tag == atom::a || tag == atom::img || tag == atom::button || tag == atom::iframe) {
      return true;
    }
  }
  return false;
}

bool has_close(Document const &dom, NodeId n) {
  for (NodeId c{n.value + 1}; c.value < bounded_end(dom, n); ++c.value) {
    if (dom.kind(c) == NodeKind::text) {
      if (dom.text(c).size() < 40 && says_any(dom.text(c), kClose)) return true;
      continue;
    }
    for (Attribute const &attribute : dom.attributes(c)) {
      if (attribute.value.size() < 200 && says_any(attribute.value, kClose)) return true;
    }
  }
  return false;
}

void collect(Page const &page, Atom name, std::vector<Targets::Target> &found) {
  Document const &dom = page.dom();
  for (NodeId const n : dom.with_attr(name)) {
    if (dom.ns(n) != Namespace::html || !has_name_word(dom.attr_or_empty(n, name), kNameWords)) {
      continue;
    }
    Trilean const applies = floats(page, n, name == atom::id) && page.a11y().visible(n);
    if (!applies.is_false() && holds_content(dom, n)) found.push_back({n, applies});
  }
}

void applicable(Page const &page, Targets &targets) {
  std::vector<Targets::Target> found;
  collect(page, atom::id, found);
  collect(page, atom::class_, found);
  std::ranges::stable_sort(found, {}, &Targets::Target::node);
  NodeId end{0};  // what stands in another one belongs to it
  for (Targets::Target const &target : found) {
    if (target.node < end) continue;
    targets.add(target.node, target.applies);
    end = page.dom().subtree_end(target.node);
  }
}

Verdict expect(Page const &page, NodeId n) {
  return cant_tell(has_close(page.dom(), n) ? Msg::with_close : Msg::without_close);
}

}  // namespace

extern Rule const floating_window_closable;
constinit Rule const floating_window_closable{
    .id = "floating-window-closable",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"漂浮窗（飘窗）要能用键盘到达并关闭",
              "A floating window can be reached and closed by keyboard"},
    .help = {"漂浮窗挡住正文，让低视力、认知障碍的人和老年人分心，读屏和键盘用户往往碰不到它也关不"
             "掉它。"
             "最好不用漂浮窗；一定要用时，请放一个真正的关闭按钮，排在页面开头，关闭后不再出现。",
             "A floating window covers the text and distracts; screen reader and keyboard users "
             "often can neither reach nor close it. Better do without. Where one is needed give it "
             "a real button to close it, early in the page, and keep it closed."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
