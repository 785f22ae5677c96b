// SPDX-License-Identifier: Apache-2.0
// An <input type=image> has an accessible name. ACT 59796f; WCAG 2.2 SC 1.1.1 and 4.1.2;
// GB/T 37668 3.2.1.3. Deviation: none; the words that browsers put in place of a missing alt do not
// count.
#include "webcheck/a11y/role.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"图片按钮的名称是“{}”", "The name of the image button is \"{}\""}},
    {"no_name", {"图片按钮没有替代文本", "The image button has no text alternative"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"59796f"};
constexpr std::array<std::string_view, 2> kWcag{"1.1.1", "4.1.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.3"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::input)) {
    if (is_image_button(page.dom(), n)) targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "alt", gap("按钮的作用"));
}

}  // namespace

extern Rule const image_button_has_name;
constinit Rule const image_button_has_name{
    .id = "image-button-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::critical,
    .needs = Needs::dom,
    .title = {"图片按钮必须有能读出来的名称",
              "An image button must have a name that can be read out"},
    .help = {"读屏用户会听到图片的文件名，或者只听到“按钮”。请给 <input type=\"image\"> 写 alt"
             "，说明按下去会做什么，例如 alt=\"搜索\"。",
             "Screen reader users hear the file name of the picture or just \"button\". Give the "
             "<input type=\"image\"> an alt that says what it does, such as alt=\"Search\"."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
