// SPDX-License-Identifier: Apache-2.0
// Nothing flashes more than three times a second. GB/T 37668 3.3.3.5; WCAG 2.2 SC 2.3.1. What moves
// in pictures and videos is not looked at: where there may be any, this asks, once a page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { may_flash };
constexpr std::array<Message, 1> kMessages{{
    {"may_flash",
     {"页面里有会动的内容（<{}>），请核对有没有闪光",
      "There is content on the page that may move (<{}>); check whether anything flashes"},
     {"整个页面上，没有任何内容在一秒内闪烁超过三次，对吗？",
      "Is it true that nothing on the whole page flashes more than three times in a second?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.3.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.5"};
/// Smaller pictures cannot harm: SC 2.3.1 is about more than a quarter of ten degrees of sight.
constexpr float kSmallest = 150;

bool is_small(Page const &page, NodeId n) {
  if (page.styles().empty()) return false;
  auto const small = [](Known<Length> const &length) {
    return length.is_known() && !length.value().is_auto && length.value().percent == 0 &&
           length.value().px < kSmallest;
  };
  return small(page.styles()[n].width) || small(page.styles()[n].height);
}

bool may_move(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  if (dom.is(n, atom::img)) {
    return extension_of(file_name_of(trimmed(dom.attr_or_empty(n, atom::src)))) == "gif";
  }
  return true;
}

void applicable(Page const &page, Targets &targets) {
  NodeId first = kNoNode;
  for (Atom const tag : {atom::video, atom::embed, atom::object, atom::img}) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      if (first.valid() && n >= first) break;
      bool const counts = page.a11y().visible(n).is_true() && may_move(page, n);
      if (counts && !is_small(page, n)) first = n;
    }
  }
  if (first.valid()) targets.add(first);
}

Verdict expect(Page const &page, NodeId n) {
  return cant_tell(Msg::may_flash, std::string(page.dom().tag_name(n)));
}

}  // namespace

extern Rule const nothing_flashes;
constinit Rule const nothing_flashes{
    .id = "nothing-flashes",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"内容一秒内闪烁不超过三次", "Nothing flashes more than three times a second"},
    .help =
        {"快速闪光会让光敏性癫痫的人发病。动图、视频和动画里不要有一秒超过三次的闪烁，也不要有大面"
         "积的红色闪光。",
         "Quick flashes can set off seizures. Let no animated picture, video or animation flash "
         "more than three times in a second, and above all not in red."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
