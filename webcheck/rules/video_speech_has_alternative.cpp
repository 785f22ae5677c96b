// SPDX-License-Identifier: Apache-2.0
// What is heard in a video can also be read: captions, or a text on the page of which the video is
// marked as the filmed version. ACT eac66b; WCAG 2.2 SC 1.2.2; GB/T 37668 3.2.3.2. One question a
// video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断视频里的声音是否都有文字（{}）",
      "Judge whether all that is heard in the video can be read ({})"},
     {"视频“{}"
      "”：听到的内容都有准确的字幕，或者页面写明视频只是把旁边的文字再讲一遍，对吗？视频没有声音、"
      "是直播，请答“是”。",
      "Video \"{}\": are there right captions for all that is heard, or does the page say that the "
      "video only repeats the text beside it? Answer yes for a video without sound and for a live "
      "one."}},
}};

constexpr std::array<std::string_view, 1> kAct{"eac66b"};
constexpr std::array<std::string_view, 1> kWcag{"1.2.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.3.2"};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_speech_has_alternative;
constinit Rule const video_speech_has_alternative{
    .id = "video-speech-has-alternative",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"视频里的声音必须有文字", "What is heard in a video must be there to be read"},
    .help = {"听不见的人不知道视频里说了什么。请给视频配上字幕并校对；视频只是重复旁边的文字时，在"
             "旁边写明。",
             "People who do not hear miss what is said. Give the video captions and check them; "
             "where it only repeats a text beside it, say so there."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
