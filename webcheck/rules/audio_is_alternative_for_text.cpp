// SPDX-License-Identifier: Apache-2.0
// A sound is marked as the spoken version of a text on the page, and holds nothing else. ACT
// afb423, which is one of the two ways to meet audio-has-text-alternative, and no demand by itself.
// One question a sound.
#include "webcheck/rules/media.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { judge };
constexpr std::array<Message, 1> kMessages{{
    {"judge",
     {"请判断音频是否只是朗读页面上的文字，并写明了这一点（{}）",
      "Judge whether the sound only reads out text of the page and is marked so ({})"},
     {"音频“{}”：它说的内容在页面上都有文字，而且旁边写明了“朗读下面的文字”之类的话吗？",
      "Sound \"{}\": does text on the page hold all that it says, and is it said there that the "
      "sound reads that text out?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"afb423"};
constexpr std::array<People, 1> kPeople{People::deaf};

using PageAnswers = PlayerAnswers<Msg, &Players::sounds>;

}  // namespace

extern Rule const audio_is_alternative_for_text;
constinit Rule const audio_is_alternative_for_text{
    .id = "audio-is-alternative-for-text",
    .act = kAct,
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .decides = Decides::questions,
    .people = kPeople,
    .title = {"朗读文字的音频应当写明这一点", "A sound that reads out a text should be marked so"},
    .help = {"写明以后，听不见的人就知道看文字就够了。",
             "Being told so, people who do not hear know that the text is enough."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
