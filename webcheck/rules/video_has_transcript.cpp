// SPDX-License-Identifier: Apache-2.0
// All that is seen and heard in a video can be read in a text. ACT 1a02b0 for videos with sound and
// ee13b5 for those without: one of both applies to each video, and the question is the same.
// WCAG 2.2 SC 1.2.8. One question a video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断视频是否有完整的文字稿（{}）",
      "Judge whether there is a full transcript of the video ({})"},
     {"视频“{}"
      "”：页面上（或旁边的链接里）有没有看得见、读屏软件也读得到的文字稿，写全了视频里说的话和画面"
      "里的重要内容？",
      "Video \"{}\": is there a text, on the page or behind a link beside the video, seen and open "
      "to screen readers, that holds all that is said and all that matters in the picture?"}},
}};

constexpr std::array<std::string_view, 2> kAct{"1a02b0", "ee13b5"};
constexpr std::array<std::string_view, 1> kWcag{"1.2.8"};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_has_transcript;
constinit Rule const video_has_transcript{
    .id = "video-has-transcript",
    .act = kAct,
    .basis = {.wcag = kWcag},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"视频有完整的文字稿", "A video has a full transcript"},
    .help = {"文字稿对又聋又盲的人是唯一的办法，也方便人人搜索。请放在播放器下面，或放一个写明“文字"
             "稿”的链接。",
             "For people who are deaf and blind a transcript is the only way, and everybody can "
             "search it. Put it below the player, or a link named \"Transcript\"."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
