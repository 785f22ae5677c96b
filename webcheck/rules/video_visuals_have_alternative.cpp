// SPDX-License-Identifier: Apache-2.0
// What is seen in a video can also be heard or read: it is told in the sound, or in another sound
// track, or in a transcript, or the video is marked as the filmed version of a text. ACT c5a4ea for
// videos with sound and c3232f for those without: one of both applies to each video, and the
// question is the same. WCAG 2.2 SC 1.2.3 and 1.2.1; GB/T 37668 3.2.3.2. One question a video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断视频里的画面是否另有声音或文字说明（{}）",
      "Judge whether what is seen in the video is also told in sound or text ({})"},
     {"视频“{}"
      "”：只听不看也能知道画面里的重要内容（旁白已讲、有口述影像、有完整文字稿，或页面写明视频只是"
      "重复旁边的文字）吗？",
      "Video \"{}\": can people who do not see it know what matters in the picture (because the "
      "sound tells it, or an audio description, or a full transcript, or because the page says "
      "that the video only repeats the text beside it)?"}},
}};

constexpr std::array<std::string_view, 2> kAct{"c5a4ea", "c3232f"};
constexpr std::array<std::string_view, 2> kWcag{"1.2.3", "1.2.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.3.2"};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_visuals_have_alternative;
constinit Rule const video_visuals_have_alternative{
    .id = "video-visuals-have-alternative",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"视频里的画面必须另有声音或文字说明",
              "What is seen in a video must also be told in sound or text"},
    .help = {"看不见的人只能听。画面上的文字、图表、动作如果旁白没有讲，请附上文字稿或口述影像。",
             "People who do not see can only listen. Where the speech leaves out writing, charts "
             "or actions in the picture, add a transcript or an audio description."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
