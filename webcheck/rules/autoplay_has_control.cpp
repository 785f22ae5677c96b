// SPDX-License-Identifier: Apache-2.0
// Sound that starts by itself can be paused or muted on the page. ACT 4c31df; technique G170 of
// WCAG 2.2 SC 1.4.2, which very short sound meets too (rule autoplay-sound). The browser's own
// controls count where they are shown; whether a button of the page works cannot be told without
// trying.
#include "webcheck/rules/autoplay.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_controls, no_control, own_controls, unknown_media };
constexpr TextView kQuestion{
    "页面上有没有看得见、有名称的按钮，可以暂停自动播放的声音，或者把它静音？",
    "Does the page have a visible control with a name that pauses or mutes the sound that starts "
    "by "
    "itself?"};
constexpr std::array<Message, 4> kMessages{{
    {"has_controls", {"播放器有控制按钮", "The player has controls"}},
    {"no_control",
     {"声音自动播放，页面上没有任何看得见、有名称的控件可以暂停或静音",
      "Sound plays by itself, and the page has no visible control with a name that could pause or "
      "mute it"}},
    {"own_controls",
     {"播放器没有自带的控制按钮；页面上的按钮能否停止声音要操作后才知道",
      "The player has no controls of its own; whether a button of the page stops the sound must be "
      "tried"},
     kQuestion},
    {"unknown_media",
     {"播放器会自动播放，没有静音，也没有控制按钮；音视频文件的内容未知",
      "The player starts by itself, is not muted and has no controls; what is in the media file is "
      "not known"},
     kQuestion},
}};

constexpr std::array<std::string_view, 1> kAct{"4c31df"};
constexpr std::array<People, 2> kPeople{People::blind, People::cognitive};

Verdict expect(Page const &page, NodeId n) {
  Trilean const controls = has_native_controls(page, n);
  if (controls.is_true()) return passed(Msg::has_controls);
  if (playback_of(page, n).value_or(Playback()).sounds_long.is_unknown())
    return cant_tell(Msg::unknown_media);
  if (controls.is_unknown() || page.facts<OwnControls>().perhaps)
    return cant_tell(Msg::own_controls);
  return failed(Msg::no_control);
}

}  // namespace

extern Rule const autoplay_has_control;
constinit Rule const autoplay_has_control{
    .id = "autoplay-has-control",
    .act = kAct,
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"自动播放的声音应当有控制按钮", "Sound that starts by itself should have a control"},
    .help =
        {"没有暂停和静音按钮，读屏用户只能在声音里摸索，或者离开这个页面。请给 <audio> 或 <video> "
         "加上 "
         "controls。",
         "Without a control to pause or mute, screen reader users have to work through the noise "
         "or leave the page. Add controls to the <audio> or <video>."},
    .messages = kMessages,
    .applicable = add_autoplaying,
    .expect = expect,
};

}  // namespace wza::web
