// SPDX-License-Identifier: Apache-2.0
// Text is not smaller than 12 px. Good practice: neither WCAG 2.2 nor GB/T 37668-2019 gives a least
// size, but Chinese characters have too many strokes for fewer pixels. Told once a block.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/links.h"
#include "webcheck/text/sight.h"

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { large_enough, tiny };
constexpr std::array<Message, 2> kMessages{{
    {"large_enough", {"字号不小于 12 像素", "The text has 12 px or more"}},
    {"tiny", {"文字只有 {} 像素，太小了", "The text has {} px only, which is too small"}},
}};

constexpr float kLeast = 12;
/// Below it, text is there for machines or for the gaps between boxes.
constexpr float kSeen = 5;

bool is_small_print(Document const &dom, NodeId n) {
  Atom const tag = dom.tag(n);
  return tag == atom::sup || tag == atom::sub || tag == atom::rt || tag == atom::rp ||
         tag == atom::option || tag == atom::title || tag == atom::script || tag == atom::style;
}

/// Elements with text of their own of known size, kept with the page: one pass.
struct TinyTexts {
  std::vector<std::pair<NodeId, Trilean>> all;
  explicit TinyTexts(Page const &page) {
    if (page.styles().empty()) return;
    Document const &dom = page.dom();
    for (NodeId const n : dom.elements()) {
      Known<float> const &size = page.styles()[n].font_size;
      if (!size.is_known() || size.value() >= kLeast || size.value() < kSeen) continue;
      if (dom.ns(n) != Namespace::html || is_small_print(dom, n) || !has_own_text(dom, n)) continue;
      Trilean const shown = page.a11y().visible(n);
      if (!shown.is_false()) all.emplace_back(n, shown);
    }
  }
};

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (auto const &[n, shown] : page.facts<TinyTexts>().all) {
    if (once.first(block_of(page.dom(), n))) targets.add(n, shown);
  }
  NodeId const root = page.dom().document_element();
  if (!page.styles().empty() && page.facts<TinyTexts>().all.empty() && root.valid() &&
      page.styles()[root].font_size.is_known()) {
    targets.add(root);
  }
}

Verdict expect(Page const &page, NodeId n) {
  float const size = page.styles()[n].font_size.value_or(kLeast);
  if (size >= kLeast) return passed(Msg::large_enough);
  std::string number = std::to_string(std::floor(size * 10) / 10);
  number.resize(number.find('.') + 2);
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  return failed(Msg::tiny, std::move(number));
}

}  // namespace

extern Rule const text_not_tiny;
constinit Rule const text_not_tiny{
    .id = "text-not-tiny",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::styles,
    .kind = Kind::best_practice,
    .title = {"文字不小于 12 像素", "Text has at least 12 px"},
    .help = {"汉字笔画多，小于 12 像素就难以辨认，低视力的人和老年人尤其吃力。正文最好用 16 "
             "像素以上，用 rem 或 "
             "% 作单位，让用户能在浏览器里调大。",
             "Chinese characters have many strokes and are hard to tell below 12 px, above all for "
             "people with low vision and older people. Set the main text in 16 px or more, in rem "
             "or %, so that users can enlarge it."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
