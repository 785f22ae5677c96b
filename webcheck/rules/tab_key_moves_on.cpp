// SPDX-License-Identifier: Apache-2.0
// Tab and Shift+Tab lead on from every element and at last to the browser itself. ACT a1b64e, which
// is one of the two ways to meet no-keyboard-trap and no demand by itself. One question a page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { free, holds };
constexpr std::array<Message, 2> kMessages{{
    {"free",
     {"页面没有脚本和嵌入内容，Tab 键一定走得下去",
      "There is neither code nor embedded content that could stop the Tab key"}},
    {"holds",
     {"页面有脚本或嵌入内容，Tab 键不一定走得下去，请试一遍",
      "Scripts or embedded content may stop the Tab key; try it"},
     {"从头到尾只按 Tab，再只按 Shift+Tab：焦点是否每次都往前走，最后走到浏览器的地址栏？",
      "Pressing only Tab, and then only Shift+Tab: does the focus move on each time, and in the "
      "end "
      "reach the address bar of the browser?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"a1b64e"};
constexpr std::array<People, 2> kPeople{People::blind, People::motor};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    if (!page.a11y().first_possible_tab_stop(kRoot).valid()) return;
    auto const &scripts = page.facts<Scripts>();
    bool const free = !scripts.any() && !scripts.embeds();
    add(whole_page(page.dom()), free ? passed(Msg::free) : cant_tell(Msg::holds));
  }
};

}  // namespace

extern Rule const tab_key_moves_on;
constinit Rule const tab_key_moves_on{
    .id = "tab-key-moves-on",
    .act = kAct,
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"Tab 键应当能走过页面上每一处", "The Tab key should lead through all of the page"},
    .help =
        {"别的离开办法要先知道才会用，Tab 键人人都会。请不要用脚本截住 Tab；对话框里循环焦点时，"
         "让 Esc 关闭它。",
         "Other ways out must be known; everybody knows Tab. Do not catch Tab by script; where "
         "a dialog keeps the focus in itself, let Esc close it."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
