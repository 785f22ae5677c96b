// SPDX-License-Identifier: Apache-2.0
// What is seen in a video with sound is told in its sound or in an audio description, or the video
// is marked as the filmed version of a text; a transcript does not do. ACT 1ec09b; WCAG 2.2
// SC 1.2.5; GB/T 37668 3.2.3.2. One question a video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断视频的声音是否讲出了画面里的重要内容（{}）",
      "Judge whether the sound of the video tells what matters in the picture ({})"},
     {"视频“{}"
      "”：旁白或口述影像讲出了画面里的重要内容，或者页面写明视频只是重复旁边的文字，对吗（只有文字"
      "稿不算）？视频没有声音请答“是”。",
      "Video \"{}\": does its sound, or an audio description, tell what matters in the picture, or "
      "does the page say that the video only repeats the text beside it (a transcript alone does "
      "not do)? Answer yes if the video has no sound."}},
}};

constexpr std::array<std::string_view, 1> kAct{"1ec09b"};
constexpr std::array<std::string_view, 1> kWcag{"1.2.5"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.3.2"};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_visuals_are_described;
constinit Rule const video_visuals_are_described{
    .id = "video-visuals-are-described",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"视频必须有口述影像，或旁白已讲出画面",
              "A video must have an audio description, or its speech must tell what is seen"},
    .help = {"浏览器不会播放 <track "
             "kind=\"descriptions\">。请把说明念进声音里，或另外提供一个带口述影像的版本。",
             "Browsers do not play <track kind=\"descriptions\">. Speak the description in the "
             "sound of the video, or offer a second version that has it."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
