// SPDX-License-Identifier: Apache-2.0
// Where tilting or shaking the device changes the page, that can be switched off. ACT c249d5; WCAG
// 2.2 SC 2.5.4; GB/T 37668 has no clause for the web. One question a page, none where no code can
// listen to the sensors.
#include "webcheck/rules/motion.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { listens, unseen };
constexpr std::array<Message, 2> kMessages{{
    {"listens",
     {"页面的脚本监听设备的倾斜或晃动（{}）",
      "Code in the page listens to tilting or shaking of the device ({})"},
     {"倾斜或晃动手机时页面如果有反应，是否有说明清楚的开关可以关掉这种反应？没有反应请答“是”。",
      "If the page reacts to tilting or shaking the phone, is there a clearly labelled switch to "
      "turn that off? Answer yes if it does not react."}},
    {"unseen",
     {"页面加载了外部脚本，不知道它们是否监听设备的倾斜或晃动",
      "The page loads code from outside; whether that listens to tilting or shaking of the device "
      "is not known"},
     {"在手机上倾斜、晃动：页面没有反应，或者这种反应可以用说明清楚的开关关掉，对吗？",
      "Tilting and shaking a phone: is it true that the page does not react, or that a clearly "
      "labelled switch turns it off?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"c249d5"};
constexpr std::array<std::string_view, 1> kWcag{"2.5.4"};

struct PageAnswers : MotionAnswers<Msg> {
  using MotionAnswers::MotionAnswers;
};

}  // namespace

extern Rule const motion_can_be_disabled;
constinit Rule const motion_can_be_disabled{
    .id = "motion-can-be-disabled",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"靠倾斜或晃动设备触发的功能必须能关掉",
              "What tilting or shaking the device triggers must be able to be switched off"},
    .help = {"手抖的人、把手机固定在轮椅上的人会误触“摇一摇”这类功能。请在页面或设置里提供开关。",
             "People with a tremor, or with the phone mounted on a wheelchair, trigger such "
             "functions without wanting it. Offer a switch on the page or in its settings."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
