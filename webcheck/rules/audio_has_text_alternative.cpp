// SPDX-License-Identifier: Apache-2.0
// What is heard in a sound file can also be read: a transcript, or a text on the page of which the
// sound is marked as the spoken version. ACT e7aa44; WCAG 2.2 SC 1.2.1; GB/T 37668 3.2.3.2. One
// question a sound.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断音频的内容是否都有文字（{}）",
      "Judge whether all that is heard in the sound can be read ({})"},
     {"音频“{}"
      "”：里面说的内容都有准确的文字稿，或者页面写明音频只是朗读旁边的文字，对吗？直播请答“是”。",
      "Sound \"{}\": is there a right transcript of all that is said, or does the page say that "
      "the sound only reads out the text beside it? Answer yes if it is live."}},
}};

constexpr std::array<std::string_view, 1> kAct{"e7aa44"};
constexpr std::array<std::string_view, 1> kWcag{"1.2.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.3.2"};

using PageAnswers = PlayerAnswers<Msg, &Players::sounds>;

}  // namespace

extern Rule const audio_has_text_alternative;
constinit Rule const audio_has_text_alternative{
    .id = "audio-has-text-alternative",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"音频必须有文字稿", "A sound must have a text"},
    .help = {"听不见的人不知道音频里说了什么。请把文字稿放在播放器旁边。",
             "People who do not hear miss what is said. Put the text beside the player."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
