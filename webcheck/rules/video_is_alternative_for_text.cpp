// SPDX-License-Identifier: Apache-2.0
// A video is marked as the filmed version of a text on the page, and holds nothing else. ACT ab4d13
// for videos with sound and fd26cf for those without: one of both applies to each video, and the
// question is the same. It is one of the ways to meet video-speech-has-alternative and
// video-visuals-have-alternative, and no demand by itself. One question a video.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断视频是否只是重复页面上的文字，并写明了这一点（{}）",
      "Judge whether the video only repeats text of the page and is marked so ({})"},
     {"视频“{}”：它讲的内容在页面上都有文字，而且旁边写明了“视频与下面的文字内容相同”之类的话吗？",
      "Video \"{}\": does text on the page hold all that it tells, and is it said there that the "
      "video repeats that text?"}},
}};

constexpr std::array<std::string_view, 2> kAct{"ab4d13", "fd26cf"};
constexpr std::array<People, 2> kPeople{People::blind, People::deaf};

using PageAnswers = PlayerAnswers<Msg, &Players::videos>;

}  // namespace

extern Rule const video_is_alternative_for_text;
constinit Rule const video_is_alternative_for_text{
    .id = "video-is-alternative-for-text",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"重复文字内容的视频应当写明这一点",
              "A video that repeats a text should be marked so"},
    .help = {"写明以后，听不见、看不见的人就知道不看视频也不会漏掉什么。",
             "Being told so, people who do not hear or see know that they miss nothing without the "
             "video."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
