// SPDX-License-Identifier: Apache-2.0
// Sound that starts by itself is short, or people can stop it. ACT 80f0bf, made of aaa1bf and
// 4c31df; WCAG 2.2 SC 1.4.2; GB/T 37668 3.3.3.10. Browsers may refuse to start sound; the markup
// asks for it all the same. What the media file holds must be known, else cannot tell.
#include "webcheck/dom/start_tag.h"
#include "webcheck/rules/autoplay.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_controls, is_short, unstoppable, own_controls, unknown_media };
constexpr TextView kQuestion{
    "打开页面后如果自动播放声音，是否不超过 3 秒，或者页面上有看得见、有名称的按钮可以暂停或静音？",
    "If sound starts by itself when the page opens, does it last no more than 3 seconds, or is "
    "there "
    "a visible control with a name that pauses or mutes it?"};
constexpr std::array<Message, 5> kMessages{{
    {"has_controls", {"播放器有控制按钮", "The player has controls"}},
    {"is_short", {"自动播放不超过 3 秒", "What plays by itself lasts no more than 3 seconds"}},
    {"unstoppable",
     {"声音自动播放超过 3 秒，而且没有办法暂停或静音",
      "Sound plays by itself for more than 3 seconds, and nothing pauses or mutes it"}},
    {"own_controls",
     {"声音自动播放超过 3 秒，播放器没有自带的控制按钮；页面上的按钮能否停止它要操作后才知道",
      "Sound plays by itself for more than 3 seconds and the player has no controls of its own; "
      "whether a button of the page stops it must be tried"},
     kQuestion},
    {"unknown_media",
     {"播放器会自动播放，没有静音；音视频文件的内容未知",
      "The player starts by itself and is not muted; what is in the media file is not known"},
     kQuestion},
}};

constexpr std::array<std::string_view, 1> kAct{"80f0bf"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.10"};
constexpr std::array<People, 2> kPeople{People::blind, People::cognitive};

Verdict expect(Page const &page, NodeId n) {
  Playback const playback = playback_of(page, n).value_or(Playback());
  Trilean const controls = has_native_controls(page, n);
  if (controls.is_true()) return passed(Msg::has_controls);
  if (playback.plays_long.is_false()) return passed(Msg::is_short);
  if (playback.plays_long.is_unknown() || playback.sounds_long.is_unknown())
    return cant_tell(Msg::unknown_media);
  if (controls.is_unknown() || page.facts<OwnControls>().perhaps)
    return cant_tell(Msg::own_controls);
  return failed(Msg::unstoppable);
}

std::string mend(Page const &page, NodeId n) {
  return StartTag(page.dom(), n).set("controls", "").str();
}

}  // namespace

extern Rule const autoplay_sound;
constinit Rule const autoplay_sound{
    .id = "autoplay-sound",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .people = kPeople,
    .title = {"自动播放的声音不能超过 3 秒，否则必须能停止",
              "Sound that starts by itself must be short, or people must be able to stop it"},
    .help = {"读屏用户靠耳朵听页面，背景声音会盖住读屏的声音，他们因此也找不到停止的办法。请去掉 "
             "autoplay，"
             "由用户自己点播放；或者加上 controls，让人能暂停和静音。",
             "Screen reader users listen to the page; other sound drowns the speech, so that they "
             "cannot even find the way to stop it. Remove autoplay and let people start it "
             "themselves, or add controls that pause and mute it."},
    .messages = kMessages,
    .applicable = add_autoplaying,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
