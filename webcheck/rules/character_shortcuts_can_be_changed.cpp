// SPDX-License-Identifier: Apache-2.0
// Shortcuts of a single letter, digit or sign can be switched off or changed, or work only in the
// component that has the focus. ACT ffbc54; WCAG 2.2 SC 2.1.4; GB/T 37668 3.3.3.11. The attribute
// accesskey is none: browsers add a modifier key to it. One question a page, none where no code
// listens to keys.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { listens, unseen };
constexpr std::array<Message, 2> kMessages{{
    {"listens",
     {"页面里的脚本监听按键（{}），可能设有单键快捷键",
      "Code in the page listens to keys ({}) and may have shortcuts of a single key"},
     {"焦点不在输入框里时，依次按字母、数字和符号键：页面没有反应，或者这种单键快捷键可以关掉、改键"
      "，对吗？",
      "With the focus outside of text fields, press letters, digits and signs: is it true that the "
      "page does not react, or that such shortcuts can be switched off or changed?"}},
    {"unseen",
     {"页面加载了外部脚本，不知道它们是否设有单键快捷键",
      "The page loads code from outside; whether that has shortcuts of a single key is not known"},
     {"焦点不在输入框里时，依次按字母、数字和符号键：页面没有反应，或者这种单键快捷键可以关掉、改键"
      "，对吗？",
      "With the focus outside of text fields, press letters, digits and signs: is it true that the "
      "page does not react, or that such shortcuts can be switched off or changed?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"ffbc54"};
constexpr std::array<std::string_view, 1> kWcag{"2.1.4"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.11"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    auto const &scripts = page.facts<Scripts>();
    if (!scripts.any()) return;
    std::string_view const event =
        scripts.handles_keys() ? "onkeydown"
                               : scripts.first_of({"keydown", "keyup", "keypress", "hotkey"});
    NodeId const whole = whole_page(page.dom());
    if (!event.empty()) {
      add(whole, cant_tell(Msg::listens, std::string(event)));
    } else if (scripts.unseen()) {
      add(whole, cant_tell(Msg::unseen));
    }
  }
};

}  // namespace

extern Rule const character_shortcuts_can_be_changed;
constinit Rule const character_shortcuts_can_be_changed{
    .id = "character-shortcuts-can-be-changed",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"单键快捷键必须能关掉或改键",
              "Shortcuts of a single character must be able to be switched off or changed"},
    .help =
        {"用语音输入的人说一句话就是一串字母，手抖的人会碰到旁边的键，都会误触单键快捷键。请改用带 "
         "Ctrl 或 Alt 的组合键，或提供开关。",
         "To a page, a sentence spoken by a user of speech input is a row of letters, and people "
         "with a tremor hit keys beside the wanted one: both trigger such shortcuts. Use "
         "combinations with Ctrl or Alt, or offer a switch."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
