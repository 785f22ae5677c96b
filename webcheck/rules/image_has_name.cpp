// SPDX-License-Identifier: Apache-2.0
// An image has an accessible name or is marked as decorative. ACT 23a2a8; WCAG 2.2 SC 1.1.1;
// GB/T 37668 3.2.1.4. Deviation: an image with alt="" that can be focused is not decided, since
// browsers differ.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t {
  has_name,
  decorative,
  no_name,
  blank_alt,
  doubtful_name,
  focusable
};
constexpr std::array<Message, 6> kMessages{{
    {"has_name", {"图片的替代文本是“{}”", "The text alternative of the image is \"{}\""}},
    {"decorative", {"图片已标明是装饰", "The image is marked as decorative"}},
    {"no_name",
     {"图片没有替代文本，读屏用户不知道它表达什么",
      "The image has no text alternative, so screen reader users cannot tell what it shows"}},
    {"blank_alt",
     {"图片的 alt 里只有空格，既不是替代文本，也没有标明是装饰",
      "The alt of the image holds only blanks: that is neither a text alternative nor a mark of "
      "decoration"}},
    {"doubtful_name",
     {"名称只可能来自图标字体，或来自不一定显示的内容，请用读屏软件核对",
      "The name may only come from an icon font or from content that may be hidden; check with a "
      "screen reader"}},
    {"focusable",
     {"图片标为装饰，却能用键盘聚焦，浏览器处理不一，请核对",
      "The image is marked as decorative and yet can be focused; browsers differ, check it"}},
}};

constexpr std::array<std::string_view, 1> kAct{"23a2a8"};
constexpr std::array<std::string_view, 1> kWcag{"1.1.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.1.4"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::img)) {
    if (page.dom().ns(n) == Namespace::html) targets.add(n, !tree.hidden(n));
  }
  for (NodeId const n : tree.by_role(Role::img)) {
    bool const other = page.dom().ns(n) == Namespace::html && !page.dom().is(n, atom::img);
    if (other) targets.add(n, !tree.hidden(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  if (is_presentational(tree.role(n))) {
    return tree.focusable(n).is_false() ? passed(Msg::decorative) : cant_tell(Msg::focusable);
  }
  Verdict const verdict = judge_name<Msg>(page, n);
  if (verdict.outcome != Outcome::failed) return verdict;
  auto const alt = page.dom().attr(n, atom::alt);
  return failed(alt && !alt->empty() ? Msg::blank_alt : Msg::no_name);
}

std::string mend(Page const &page, NodeId n) {
  bool const image = page.dom().is(n, atom::img);
  return with_attr(page, n, image ? "alt" : "aria-label", gap("图片内容"));
}

}  // namespace

extern Rule const image_has_name;
constinit Rule const image_has_name{
    .id = "image-has-name",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"图片必须有替代文本，或标明是装饰",
              "An image must have a text alternative or be marked as decorative"},
    .help = {"读屏软件遇到没有 alt 的图片会读文件名，或什么也不读。请给 <img> 写 alt，说出图片要"
             "告诉人的内容；纯装饰的图片写 alt=\"\"（两个引号之间不要有空格）。",
             "A screen reader reads the file name of an image without alt, or nothing. Give the "
             "<img> an alt that says what the image tells; for mere decoration write alt=\"\" "
             "(without a blank between the quotes)."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
