// SPDX-License-Identifier: Apache-2.0
// When the page is zoomed to 200 % (a window of 640 by 512 pixels), boxes that hide what overflows
// cut off no text. ACT 59br37; WCAG 2.2 SC 1.4.4; GB/T 37668 3.2.2.2. What is cut off is a matter
// of layout: boxes of limited height or of lines that cannot break are asked about, once for boxes
// of one kind; for all others, and for what style sheets say of small windows, one question a page.
#include "webcheck/a11y/tree.h"
#include "webcheck/rules/answers.h"
#include "webcheck/rules/box_kinds.h"
#include "webcheck/rules/link_context.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { limited, look };
constexpr std::array<Message, 2> kMessages{{
    {"limited",
     {"这个区域的高度或换行受限，又隐藏超出的内容（{}），放大后文字可能被截断",
      "The box is limited in height, or its lines cannot break, and it hides what overflows ({}); "
      "zoomed text may be cut off"},
     {"把页面放大到 200%：这种区域（{}）里的文字都完整吗？末尾显示省略号、另有完整内容的也算完整。",
      "With the page zoomed to 200 %, is all text in boxes of this kind ({}) complete? Text that "
      "ends in dots and is complete elsewhere counts."}},
    {"look",
     {"页面有隐藏超出内容的区域，放大后文字可能被截断",
      "Boxes of the page hide what overflows; zoomed text may be cut off"},
     {"把页面放大到 200%：所有文字都还完整，没有被截断吗？",
      "With the page zoomed to 200 %, is all text still complete, with nothing cut off?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"59br37"};
constexpr std::array<std::string_view, 1> kWcag{"1.4.4"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.2.2"};

Trilean hides(Known<Overflow> const &overflow) {
  return overflow.is(Overflow::hidden) || overflow.is(Overflow::clip);
}

std::optional<float> pixels(Known<Length> const &length) {
  bool const fixed = length.is_known() && !length.value().is_auto && length.value().percent == 0;
  return fixed ? std::optional(length.value().px) : std::nullopt;
}

/// Whether the height is limited to more than nothing, and to more than one line: a box of the
/// height of its line shows one line whole.
bool is_low(ComputedStyle const &style) {
  auto const height = pixels(style.height), most = pixels(style.max_height);
  if (!height && !most) return false;
  float const limit = std::min(height.value_or(1e9F), most.value_or(1e9F));
  if (limit <= 1) return false;
  if (!style.line_height.is_known() || !style.font_size.is_known()) return true;
  Length const &line = style.line_height.value();
  float const size = line.is_auto ? style.font_size.value()
                                  : line.px + line.percent / 100 * style.font_size.value();
  return size < limit;
}

bool is_limited(ComputedStyle const &style) {
  bool const breaks = !style.white_space.is(WhiteSpace::nowrap).is_true() &&
                      !style.white_space.is(WhiteSpace::pre).is_true();
  return (hides(style.overflow_y).is_true() && is_low(style)) ||
         (hides(style.overflow_x).is_true() && !breaks);
}

/// Whether style sheets may say other things of small windows.
bool has_other_styles(Document const &document) {
  for (NodeId const style : document.by_tag(atom::style)) {
    NodeId const text = document.first_child(style);
    if (text.valid() && document.text(text).find('@') != std::string_view::npos) return true;
  }
  return !document.by_tag(atom::link).empty();
}

struct PageAnswers : Answers {
  explicit PageAnswers(Page const &page) {
    Document const &document = page.dom();
    A11yTree const &tree = page.a11y();
    auto const &text = page.facts<TextBefore>();
    BoxKinds limited;
    bool others = false, any_text = false;
    for (NodeId n{1}; n.value < document.size(); ++n.value) {
      if (!document.is_element(n) || !document.is_live(n)) continue;
      if (document.ns(n) != Namespace::html || text.in(document, n) == 0) continue;
      Trilean const there = tree.rendered(n) && !tree.hidden(n);
      if (there.is_false() || document.tag(n) == atom::html) continue;
      any_text = any_text || document.is_inclusive_ancestor(whole_page(document), n);
      ComputedStyle const &style = page.styles()[n];
      if ((hides(style.overflow_x) || hides(style.overflow_y)).is_false()) continue;
      if (is_limited(style)) {
        limited.add(document, n, there);
      } else {
        others = true;
      }
    }
    for (BoxKind const &kind : limited.all())
      add(kind.first, cant_tell(Msg::limited, kind.text()), kind.applies);
    bool const look = others || (any_text && has_other_styles(document));
    if (look) add(whole_page(document), cant_tell(Msg::look));
  }
};

}  // namespace

extern Rule const zoomed_text_not_clipped;
constinit Rule const zoomed_text_not_clipped{
    .id = "zoomed-text-not-clipped",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"放大后文字不得被截断", "Zoomed text must not be cut off"},
    .help = {"视力差的人把页面放大到 200% 时，固定高度又隐藏超出内容的区域会截掉文字。请用 "
             "min-height 代替 "
             "height，让文字换行，不要用 overflow: hidden 裁掉它。",
             "When people with low vision zoom to 200 %, boxes of fixed height that hide what "
             "overflows cut text off. Use min-height in place of height and let text wrap."},
    .messages = kMessages,
    .applicable = add_answers<PageAnswers>,
    .expect = answer_of<PageAnswers>,
};

}  // namespace wza::web
