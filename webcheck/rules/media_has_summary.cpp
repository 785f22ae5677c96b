// SPDX-License-Identifier: Apache-2.0
// Sound and video come with words that say what they are. GB/T 37668 3.2.3.1; WCAG 2.2 SC 1.1.1
// (time-based media: at least a descriptive identification). The words around are for people to
// judge: this asks.
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { named, unnamed };
constexpr std::array<Message, 2> kMessages{{
    {"named",
     {"这里有音频或视频，标记里的名称是“{}”", "There is sound or video here, named \"{}\""},
     {"“{}”或旁边的文字是否概括了这段音频或视频的内容？",
      "Does \"{}\" or the text beside it say what this sound or video is about?"}},
    {"unnamed",
     {"这里有音频或视频，标记里没有名称",
      "There is sound or video here, without a name in the markup"},
     {"旁边的文字是否概括了这段音频或视频的内容？",
      "Does the text beside it say what this sound or video is about?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.3.1"};

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  for (Atom const tag : {atom::video, atom::audio, atom::embed, atom::object}) {
    for (NodeId const n : dom.by_tag(tag)) {
      bool const silent = tag == atom::audio && !dom.has_attr(n, atom::controls);
      bool const within_object = dom.is(dom.parent(n), atom::object);
      if (!silent && !within_object) targets.add(n, page.a11y().visible(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string name = accessible_name(page.a11y(), n).text;
  return name.empty() ? cant_tell(Msg::unnamed) : cant_tell(Msg::named, std::move(name));
}

}  // namespace

extern Rule const media_has_summary;
constinit Rule const media_has_summary{
    .id = "media-has-summary",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"音频和视频要有文字概要", "Sound and video come with a summary in words"},
    .help = {"看不见或听不见的人要先知道这段媒体讲什么，才能决定要不要听、要不要找文字稿。请在旁边"
             "用标题或一两句话"
             "概括它的内容，用 aria-label 或 <figcaption> 给播放器一个名称。",
             "Who cannot see or hear needs to know what a recording is about to decide whether to "
             "play it or to look for its transcript. Say so in a heading or a sentence beside it, "
             "and name the player by aria-label or <figcaption>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
