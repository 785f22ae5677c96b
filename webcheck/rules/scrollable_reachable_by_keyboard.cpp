// SPDX-License-Identifier: Apache-2.0
// What scrolls can be scrolled by keyboard: the Tab key stops at it or in it. ACT 0ssw9k; WCAG 2.2
// SC 2.1.1; GB/T 37668 3.3.3.1. Whether the content of a box is larger than the box is a matter of
// layout: boxes without a stop are asked about, once for boxes of one kind.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/box_kinds.h"
#include "webcheck/rules/link_context.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { reachable, judge, unknown };
constexpr std::array<Message, 3> kMessages{{
    {"reachable",
     {"Tab 键能到达可滚动区域或其中的内容",
      "The Tab key reaches the scrolling box or what is in it"}},
    {"judge",
     {"可以滚动的区域里没有 Tab 键能到达的东西（{}），请看只用键盘能不能滚动它",
      "The Tab key stops at nothing in a box that may scroll ({}); look whether it can be scrolled "
      "by keyboard"},
     {"这个区域（{}"
      "）的内容如果超出了显示范围，只用键盘也能滚动着看完吗？没有超出、不需要滚动的，请答“是”。",
      "If the content of this box ({}) is larger than the box, can it be scrolled to its end by "
      "keyboard alone? Answer yes if nothing needs scrolling."}},
    {"unknown",
     {"有的样式没有读到，不知道哪些区域可以滚动",
      "Not all style could be read, so that it is not known which boxes scroll"},
     {"页面上每个能滚动的区域，只用键盘也能滚动着看完吗？没有这样的区域请答“是”。",
      "Can every box on the page that scrolls be scrolled to its end by keyboard alone? Answer yes "
      "if there is none."}},
}};

constexpr std::array<std::string_view, 1> kAct{"0ssw9k"};
constexpr std::array<std::string_view, 1> kWcag{"2.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.1"};

Trilean scrolls(Known<Overflow> const &overflow) {
  return overflow.is(Overflow::scroll) || overflow.is(Overflow::auto_);
}

/// Elements whose overflow is not that of a box with children: the page itself, and controls and
/// frames that scroll their own content.
bool scrolls_otherwise(Document const &document, NodeId n) {
  constexpr std::array kTags{atom::html,  atom::body,   atom::iframe, atom::frame, atom::textarea,
                             atom::input, atom::select, atom::object, atom::embed, atom::video};
  return std::ranges::find(kTags, document.tag(n)) != kTags.end();
}

/// Whether there is something to be seen in it: text, or an element that shows something.
bool has_content(Page const &page, NodeId n) {
  Document const &document = page.dom();
  if (page.facts<TextBefore>().in(document, n) > 0) return true;
  return std::ranges::any_of(std::array{atom::img, atom::svg, atom::canvas, atom::video,
                                        atom::object, atom::iframe, atom::input},
                             [&](Atom tag) {
                               auto const all = document.by_tag(tag);
                               auto const inside = std::ranges::lower_bound(all, n);
                               return inside != all.end() && *inside < document.subtree_end(n);
                             });
}

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    A11yTree const &tree = page.a11y();
    BoxKinds unreachable;
    bool unknown = false;
    for (NodeId n{1}; n.value < document.size(); ++n.value) {
      if (!document.is_element(n) || document.ns(n) != Namespace::html) continue;
      ComputedStyle const &style = page.styles()[n];
      Trilean const scrolling = scrolls(style.overflow_x) || scrolls(style.overflow_y);
      if (scrolling.is_false() || !document.is_live(n)) continue;
      Trilean const applies = tree.visible(n);
      if (applies.is_false() || scrolls_otherwise(document, n) || !has_content(page, n)) continue;
      if (scrolling.is_unknown()) {
        unknown = true;
      } else if (tree.tab_stop(n).is_true() || tree.first_tab_stop(n).valid()) {
        add(n, passed(Msg::reachable), applies);
      } else {
        unreachable.add(document, n, applies);
      }
    }
    for (BoxKind const &kind : unreachable.all())
      add(kind.first, cant_tell(Msg::judge, kind.text()), kind.applies);
    if (unknown) add(whole_page(document), cant_tell(Msg::unknown));
  }
};

}  // namespace

extern Rule const scrollable_reachable_by_keyboard;
constinit Rule const scrollable_reachable_by_keyboard{
    .id = "scrollable-reachable-by-keyboard",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"可滚动的区域必须能用键盘滚动",
              "What scrolls must be able to be scrolled by keyboard"},
    .help = {"焦点进不去的区域，只用键盘的人在有的浏览器里滚动不了，看不到后面的内容。请给区域加 "
             "tabindex=\"0\"，并用 role=\"region\" 和 aria-label 给它一个名称。",
             "In some browsers people who use the keyboard cannot scroll a box that the focus does "
             "not reach. Give it tabindex=\"0\", with role=\"region\" and a name in aria-label."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
