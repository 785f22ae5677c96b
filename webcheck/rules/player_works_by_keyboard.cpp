// SPDX-License-Identifier: Apache-2.0
// A player can be used by keyboard. GB/T 37668 3.3.3.10 (level 2); WCAG 2.2 SC 2.1.1. The browser's
// own controls can; a player without them has its own, which are tried by people.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { native, own_controls, plugin };
constexpr std::array<Message, 3> kMessages{{
    {"native",
     {"播放器用浏览器自带的控件，键盘可以操作",
      "The player has the browser's own controls, which work by keyboard"}},
    {"own_controls",
     {"播放器没有用浏览器自带的控件（controls），请核对它自己的控件",
      "The player does not use the browser's own controls; check those that it brings"},
     {"只用键盘能播放、暂停、快进和调节音量吗？",
      "Can it be played, paused, wound and made louder by keyboard alone?"}},
    {"plugin",
     {"播放器是插件（<{}>），今天的浏览器大多打不开，键盘焦点也可能陷在里面",
      "The player is a plug-in (<{}>), which most browsers of today do not run and in which the "
      "focus may be caught"},
     {"今天的浏览器能播放它，而且只用键盘就能播放、暂停并离开吗？",
      "Do browsers of today play it, and can it be played, paused and left by keyboard alone?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.10"};
constexpr std::array<std::string_view, 1> kMiit{"keyboard"};

/// A silent moving picture in the background is no player.
bool is_background(Document const &dom, NodeId n) {
  return dom.has_attr(n, atom::muted) && dom.has_attr(n, dom.find_atom("autoplay"));
}

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  for (Atom const tag : {atom::video, atom::audio, atom::embed, atom::object}) {
    for (NodeId const n : dom.by_tag(tag)) {
      bool const has_controls = dom.has_attr(n, atom::controls);
      bool const unseen = !has_controls && (tag == atom::audio || is_background(dom, n));
      bool const within_object = dom.is(dom.parent(n), atom::object);
      if (!unseen && !within_object) targets.add(n, page.a11y().visible(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  if (dom.is(n, atom::embed) || dom.is(n, atom::object)) {
    return cant_tell(Msg::plugin, std::string(dom.tag_name(n)));
  }
  return dom.has_attr(n, atom::controls) ? passed(Msg::native) : cant_tell(Msg::own_controls);
}

std::string mend(Page const &page, NodeId n) {
  return page.dom().is(n, atom::video) ? with_attr(page, n, "controls", "") : std::string();
}

}  // namespace

extern Rule const player_works_by_keyboard;
constinit Rule const player_works_by_keyboard{
    .id = "player-works-by-keyboard",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"播放器要能用键盘操作", "A player can be used by keyboard"},
    .help = {"用不了鼠标的人要靠键盘播放、暂停和调音量。请给 <video> 和 <audio> 加 "
             "controls，用浏览器自带的控件；"
             "自己做的控件要用 <button>，Flash 播放器请换掉。",
             "Who cannot use a mouse plays, pauses and turns down by keyboard. Give <video> and "
             "<audio> the attribute controls; make controls of your own from <button>, and replace "
             "Flash players."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
