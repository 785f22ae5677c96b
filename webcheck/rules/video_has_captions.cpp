// SPDX-License-Identifier: Apache-2.0
// What is spoken in a video stands in captions. ACT f51b46, which is one of the two ways to meet
// video-speech-has-alternative (SC 1.2.2), and no demand by itself. One question a video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请播放视频，看字幕是否完整（{}）",
      "Play the video and look whether the captions are complete ({})"},
     {"视频“{}"
      "”：有没有字幕（画面里的，或可以打开的），把每句话和重要的声音都写了出来，而且没有写错？视频"
      "没有声音请答“是”。",
      "Video \"{}\": are there captions, in the picture or to be switched on, that give all speech "
      "and important sounds and are right? Answer yes if the video has no sound."}},
}};

constexpr std::array<std::string_view, 1> kAct{"f51b46"};
constexpr std::array<People, 1> kPeople{People::deaf};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_has_captions;
constinit Rule const video_has_captions{
    .id = "video-has-captions",
    .act = kAct,
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"视频应当有字幕", "A video should have captions"},
    .help = {"聋人和重听的人靠字幕看视频；自动识别的字幕要有人校对。请用 <track kind=\"captions\"> "
             "附上字幕文件，或把字幕做进画面。",
             "Deaf and hard of hearing people read what is spoken; captions made by recognition "
             "must be checked by a person. Add a file with <track kind=\"captions\">, or put the "
             "captions into the picture."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
