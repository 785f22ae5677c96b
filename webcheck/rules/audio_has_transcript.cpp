// SPDX-License-Identifier: Apache-2.0
// What is heard in a sound file stands in a transcript. ACT 2eb176, which is one of the two ways to
// meet audio-has-text-alternative (SC 1.2.1), and no demand by itself. One question a sound.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断音频是否有完整的文字稿（{}）",
      "Judge whether there is a full transcript of the sound ({})"},
     {"音频“{}"
      "”：页面上（或旁边的链接里）有没有看得见、读屏软件也读得到的文字稿，一句不漏、没有写错？",
      "Sound \"{}\": is there a transcript, on the page or behind a link beside it, seen and open "
      "to screen readers, that is complete and right?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"2eb176"};
constexpr std::array<People, 1> kPeople{People::deaf};

using PageAnswers = PlayerAnswers<Msg, &Players::sounds>;

}  // namespace

extern Rule const audio_has_transcript;
constinit Rule const audio_has_transcript{
    .id = "audio-has-transcript",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"音频应当有文字稿", "A sound should have a transcript"},
    .help = {"文字稿也方便在安静的地方阅读和搜索。",
             "A transcript also serves everybody who reads in a quiet place, or searches."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
