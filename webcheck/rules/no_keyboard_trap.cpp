// SPDX-License-Identifier: Apache-2.0
// The keyboard focus can leave every element, by the usual keys or by one that the page names. ACT
// 80af7b, and ebe86a, which fails on the very pages where 80af7b does: where the usual keys do not
// suffice and no other way is told. WCAG 2.2 SC 2.1.2; GB/T 37668 3.3.3.2. Without code and
// embedded content nothing can hold the focus; else a person must press the keys: one question a
// page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { free, scripted, embedded };
constexpr std::array<Message, 3> kMessages{{
    {"free",
     {"页面没有脚本和嵌入内容，焦点不会被困住",
      "There is neither code nor embedded content that could hold the focus"}},
    {"scripted",
     {"页面有脚本，脚本可能把键盘焦点困在某处，请用键盘走一遍",
      "Scripts of the page may hold the keyboard focus; go through the page by keyboard"},
     {"只用键盘走完整个页面：焦点是否都能离开（用 Tab、Shift+Tab、方向键或 Esc，或者用页面上写明、"
      "确实管用的按键）？",
      "Going through the page by keyboard alone: can the focus leave every place (with Tab, "
      "Shift+Tab, arrow keys or Esc, or with a key that the page names and that works)?"}},
    {"embedded",
     {"页面嵌入了别的内容，键盘焦点可能出不来，请用键盘走一遍",
      "The keyboard focus may not come out of embedded content; go through the page by keyboard"},
     {"只用键盘走进页面里嵌入的框架或插件，焦点是否还能走出来？",
      "After the keyboard focus has gone into the embedded frame or plug-in, can it come out "
      "again by keyboard alone?"}},
}};

constexpr std::array<std::string_view, 2> kAct{"80af7b", "ebe86a"};
constexpr std::array<std::string_view, 1> kWcag{"2.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.2"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    A11yTree const &tree = page.a11y();
    Document const &document = page.dom();
    NodeId n{1};
    while (n.value < document.size() && (!document.is_element(n) || tree.focusable(n).is_false()))
      ++n.value;
    if (n.value == document.size()) return;
    auto const &scripts = page.facts<Scripts>();
    if (scripts.any()) {
      add(whole_page(document), cant_tell(Msg::scripted));
    } else if (scripts.embeds()) {
      add(whole_page(document), cant_tell(Msg::embedded));
    } else {
      add(whole_page(document), passed(Msg::free));
    }
  }
};

}  // namespace

extern Rule const no_keyboard_trap;
constinit Rule const no_keyboard_trap{
    .id = "no-keyboard-trap",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"键盘焦点不得被困在任何地方", "The keyboard focus must not be trapped anywhere"},
    .help =
        {"焦点一旦出不来，只用键盘的人就只能关掉页面。弹出窗口、播放器、编辑框和嵌入的地图最容易"
         "出问题：请让 Esc 或 Tab 能离开它们，必须用别的按键时在旁边写明。",
         "Where the focus cannot come out, people who use the keyboard can only close the page. "
         "Pop-ups, players, editors and embedded maps are the usual places: let Esc or Tab "
         "lead out of them, and where another key is needed, say so next to them."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
