// SPDX-License-Identifier: Apache-2.0
// A sound tells what is seen in a video: its own or that of an audio version. ACT 1ea59c for videos
// with sound and d7ba54 for those without: one of both applies to each video, and the question is
// the same. One of the ways to meet video-visuals-have-alternative, and no demand by itself. One
// question a video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请听一听，视频有没有讲解画面的声音（{}）",
      "Listen whether a sound tells what is seen in the video ({})"},
     {"视频“{}”：有没有声音（视频自己的，或旁边的音频）把画面里的重要内容都准确地讲出来？",
      "Video \"{}\": does a sound, its own or that of an audio file beside it, rightly tell all "
      "that matters in the picture?"}},
}};

constexpr std::array<std::string_view, 2> kAct{"1ea59c", "d7ba54"};
constexpr std::array<People, 2> kPeople{People::blind, People::low_vision};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_has_audio_description;
constinit Rule const video_has_audio_description{
    .id = "video-has-audio-description",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"视频的画面应当有声音讲解", "A sound should tell what is seen in a video"},
    .help = {"看不见的人听着讲解也能“看”视频。拍摄时让旁白多讲一句，比事后补口述影像省事。",
             "With such a sound, people who do not see can follow. Having the speaker say a little "
             "more when filming costs less than adding a description later."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
