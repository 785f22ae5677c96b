// SPDX-License-Identifier: Apache-2.0
// Text that changes by itself again and again can be paused, stopped, hidden or slowed down. ACT
// efbfc7; WCAG 2.2 SC 2.2.2; GB/T 37668 3.3.3.12. Only code changes text: a page without any, or
// whose code is all in it and has no clock, has no such text. Else one question a page.
#include "webcheck/rules/answers.h"
#include "webcheck/rules/scripts.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { clock, unseen };
constexpr std::array<Message, 2> kMessages{{
    {"clock",
     {"页面里的脚本用了定时或推送（{}），可能让文字自己变化",
      "Code in the page works by a clock or by messages ({}), which may change text by itself"},
     {"页面上如果有自己不断变化的文字（轮播、滚动公告、行情、倒计时），读者能暂停、停止、隐藏它，或"
      "调慢"
      "吗？没有这样的文字请答“是”。",
      "If there is text on the page that keeps changing by itself (slides, tickers, rates, "
      "countdowns), can readers pause, stop, hide it or slow it down? Answer yes if there is "
      "none."}},
    {"unseen",
     {"页面加载了外部脚本，它们可能让文字自己变化",
      "The page loads code from outside, which may change text by itself"},
     {"打开页面看一分钟：如果有自己不断变化的文字（轮播、滚动公告、行情、倒计时），读者能暂停、停止"
      "、隐藏"
      "它，或调慢吗？没有这样的文字请答“是”。",
      "Watch the page for a minute: if there is text that keeps changing by itself (slides, "
      "tickers, rates, countdowns), can readers pause, stop, hide it or slow it down? Answer yes "
      "if there is none."}},
}};

constexpr std::array<std::string_view, 1> kAct{"efbfc7"};
constexpr std::array<std::string_view, 1> kWcag{"2.2.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.12"};

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    auto const &scripts = page.facts<Scripts>();
    if (!scripts.any()) return;
    std::string_view const clock = scripts.first_of(
        {"setInterval", "setTimeout", "requestAnimationFrame", "WebSocket", "EventSource"});
    NodeId const whole = whole_page(page.dom());
    if (!clock.empty()) {
      add(whole, cant_tell(Msg::clock, std::string(clock)));
    } else if (scripts.unseen()) {
      add(whole, cant_tell(Msg::unseen));
    }
  }
};

}  // namespace

extern Rule const changing_text_can_be_stopped;
constinit Rule const changing_text_can_be_stopped{
    .id = "changing-text-can-be-stopped",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"自己变化的文字必须能暂停、停止或隐藏",
              "Text that changes by itself must be able to be paused, stopped or hidden"},
    .help = {"读得慢的人来不及读完，读屏软件会从头再念，注意力不易集中的人会分心。请给轮播和滚动公"
             "告加上"
             "“暂停”按钮，键盘也要能按到。",
             "Slow readers do not come to the end, screen readers begin anew, and people who are "
             "easily distracted lose track. Give slides and tickers a pause button that the "
             "keyboard reaches."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
