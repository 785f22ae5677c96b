// SPDX-License-Identifier: Apache-2.0
// A link has an accessible name. ACT c487ae; WCAG 2.2 SC 2.4.4 and 4.1.2; GB/T 37668 3.2.1.2.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"链接的名称是“{}”", "The name of the link is \"{}\""}},
    {"no_name",
     {"链接没有名称：里面没有文字，图片也没有替代文本",
      "The link has no name: no text in it, and no image with a text alternative"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"c487ae"};
constexpr std::array<std::string_view, 2> kWcag{"2.4.4", "4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.2"};

void applicable(Page const &page, Targets &targets) {
  add_role(page, targets, Role::link);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

/// The only thing in the link, if that is an image.
NodeId only_image(Document const &document, NodeId link) {
  NodeId image = kNoNode;
  for (NodeId c = document.first_child(link); c.valid(); c = document.next_sibling(c)) {
    if (!document.is_element(c)) continue;
    if (image.valid() || !document.is(c, atom::img)) return kNoNode;
    image = c;
  }
  return image;
}

std::string mend(Page const &page, NodeId n) {
  NodeId const image = only_image(page.dom(), n);
  if (!image.valid()) return with_attr(page, n, "aria-label", gap("链接的去处"));
  return with_content(page, n, with_attr(page, image, "alt", gap("链接的去处")));
}

}  // namespace

extern Rule const link_has_name;
constinit Rule const link_has_name{
    .id = "link-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"链接必须有能读出来的名称", "A link must have a name that can be read out"},
    .help = {"读屏用户只能听到“链接”或一串网址，不知道会去哪里。请在 <a> 里写上文字；只放图片时"
             "，给 <img> 写 alt，说明链接通向哪里；只放图标时，给 <a> 加 aria-label。",
             "Screen reader users hear only \"link\" or an address and do not know where it "
             "leads. Put text into the <a>; where it holds only an image, say in the alt of the "
             "<img> where the link leads; where it holds only an icon, give the <a> an "
             "aria-label."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
