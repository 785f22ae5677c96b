// SPDX-License-Identifier: Apache-2.0
// Sound that starts by itself lasts no more than three seconds. ACT aaa1bf; technique G60 of WCAG
// 2.2 SC 1.4.2, which controls meet too (rule autoplay-sound). What the media file holds must be
// known, else cannot tell.
#include "webcheck/rules/autoplay.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { is_short, is_long, unknown_media };
constexpr std::array<Message, 3> kMessages{{
    {"is_short", {"自动播放不超过 3 秒", "What plays by itself lasts no more than 3 seconds"}},
    {"is_long", {"声音自动播放超过 3 秒", "Sound plays by itself for more than 3 seconds"}},
    {"unknown_media",
     {"播放器会自动播放，没有静音；播放多久未知",
      "The player starts by itself and is not muted; how long it plays is not known"},
     {"打开页面后自动播放的声音是否不超过 3 秒？",
      "Does the sound that starts when the page opens last no more than 3 seconds?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"aaa1bf"};
constexpr std::array<People, 2> kPeople{People::blind, People::cognitive};

Verdict expect(Page const &page, NodeId n) {
  Playback const playback = playback_of(page, n).value_or(Playback());
  if (playback.plays_long.is_false()) return passed(Msg::is_short);
  bool const sure = playback.plays_long.is_true() && playback.sounds_long.is_true();
  return sure ? failed(Msg::is_long) : cant_tell(Msg::unknown_media);
}

}  // namespace

extern Rule const autoplay_sound_short;
constinit Rule const autoplay_sound_short{
    .id = "autoplay-sound-short",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"页面不应当自动播放超过 3 秒的声音",
              "A page should not play sound for more than 3 seconds by itself"},
    .help = {"突然响起的声音会吓到人，也会盖住读屏软件的声音。请由用户自己点播放，或者只播放很短的"
             "提示音。",
             "Sudden sound startles people and drowns screen readers. Let people start it "
             "themselves, or keep it to a very short signal."},
    .messages = kMessages,
    .applicable = add_autoplaying,
    .expect = expect,
};

}  // namespace wza::web
