// SPDX-License-Identifier: Apache-2.0
// What tilting or shaking the device does can also be done by a control on the page. ACT 7677a9;
// WCAG 2.2 SC 2.5.4; GB/T 37668 has no clause for the web. One question a page, none where no code
// can listen to the sensors.
#include "webcheck/rules/motion.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { listens, unseen };
constexpr std::array<Message, 2> kMessages{{
    {"listens",
     {"页面的脚本监听设备的倾斜或晃动（{}）",
      "Code in the page listens to tilting or shaking of the device ({})"},
     {"倾斜或晃动手机能做到的事，用页面上的按钮等控件也都能做到吗？页面没有反应请答“是”。",
      "Can everything that tilting or shaking the phone does also be done with buttons or other "
      "controls on the page? Answer yes if the page does not react."}},
    {"unseen",
     {"页面加载了外部脚本，不知道它们是否监听设备的倾斜或晃动",
      "The page loads code from outside; whether that listens to tilting or shaking of the device "
      "is not known"},
     {"在手机上倾斜、晃动：页面没有反应，或者同样的事用页面上的控件也能做到，对吗？",
      "Tilting and shaking a phone: is it true that the page does not react, or that controls on "
      "the page do the same?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"7677a9"};
constexpr std::array<std::string_view, 1> kWcag{"2.5.4"};

struct PageAnswers : MotionAnswers<Msg> {
  using MotionAnswers::MotionAnswers;
};

}  // namespace

extern Rule const motion_has_control;
constinit Rule const motion_has_control{
    .id = "motion-has-control",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"靠倾斜或晃动设备完成的操作必须也能用控件完成",
              "What tilting or shaking the device does must also be possible with a control"},
    .help = {"拿不动手机、不能晃动它的人用不了“摇一摇”。请另外提供按钮。",
             "People who cannot hold or move the phone cannot shake it. Offer a button as well."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
