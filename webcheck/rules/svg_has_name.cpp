// SPDX-License-Identifier: Apache-2.0
// An SVG element with the role of an image has an accessible name. ACT 7d6734; WCAG 2.2 SC 1.1.1;
// GB/T 37668 3.2.1.4.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"SVG 图像的名称是“{}”", "The name of the SVG image is \"{}\""}},
    {"no_name", {"SVG 图像没有替代文本", "The SVG image has no text alternative"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
}};

constexpr std::array<std::string_view, 1> kAct{"7d6734"};
constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  Document const &document = page.dom();
  for (NodeId const n : document.with_attr(atom::role)) {
    if (document.ns(n) != Namespace::svg) continue;
    Role const role = tree.explicit_role(n);
    bool const image =
        role == Role::img || role == Role::graphics_document || role == Role::graphics_symbol;
    if (image) targets.add(n, tree.included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "aria-label", gap("图形的意思"));
}

}  // namespace

extern Rule const svg_has_name;
constinit Rule const svg_has_name{
    .id = "svg-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"标明为图像的 SVG 必须有替代文本",
              "An SVG that is marked as an image must have a text alternative"},
    .help = {"读屏用户只能听到“图像”，不知道画的是什么。请把 <title>说明文字</title> 写成 "
             "<svg> 的第一个子元素，或加 aria-label；只是装饰时改为 aria-hidden=\"true\"。",
             "Screen reader users hear only \"image\". Write a <title> as the first child of the "
             "<svg>, or an aria-label; if it is mere decoration, give it aria-hidden=\"true\" in "
             "place of the role."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
