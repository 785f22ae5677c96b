// SPDX-License-Identifier: Apache-2.0
// A paragraph is not made to look like a heading (WCAG 2.2, failure F2). SC 1.3.1; GB/T 37668
// 3.4.3.4. A short paragraph that is bolder or larger than the one behind it, and longer ones
// follow, is asked about; that it is none, style alone cannot tell.
#include "webcheck/a11y/flat_text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/a11y/visible_text.h"
#include "webcheck/rule.h"
#include "webcheck/text/words.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { like_heading };
constexpr std::array<Message, 1> kMessages{{
    {"like_heading",
     {"这一段看起来像标题，却没有用标题标签：“{}”",
      "This paragraph looks like a heading but is not marked as one: \"{}\""},
     {"“{}”只是正文里强调的一句话，而不是下面内容的标题，对吗？",
      "Is \"{}\" just a stressed line of the text, and not the heading of what follows?"}},
}};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.4"};
constexpr std::size_t kLongestHeading = 40;  // characters

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool ends_like_a_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kEnds{"。", "！", "？", "；", "，", "：",
                                                          ".",  "!",  "?",  ";",  ",",  ":"};
  return std::ranges::any_of(kEnds, [text](std::string_view end) { return text.ends_with(end); });
}

std::string text_of(Page const &page, NodeId n) {
  return FlatText(visible_text(page.a11y(), n).text).flat();
}

NodeId next_element(Document const &document, NodeId n) {
  NodeId next = document.next_sibling(n);
  while (next.valid() && !document.is_element(next)) {
    bool const text =
        document.kind(next) == NodeKind::text && wording_of(document.text(next)) != Wording::none;
    next = text ? kNoNode : document.next_sibling(next);
  }
  return next;
}

/// The innermost element that holds all of the text.
NodeId text_container(Document const &document, NodeId n) {
  for (;;) {
    NodeId only = kNoNode;
    for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
      bool const element = document.is_element(c);
      bool const text =
          document.kind(c) == NodeKind::text && wording_of(document.text(c)) != Wording::none;
      if (text || (element && only.valid())) return n;
      if (element) only = c;
    }
    if (!only.valid()) return n;
    n = only;
  }
}

/// Whether `a` stands out from `b` as a heading does; false where style is not known.
bool stands_out(ComputedStyle const &a, ComputedStyle const &b) {
  if (!a.font_weight.is_known() || !b.font_weight.is_known() || !a.font_size.is_known() ||
      !b.font_size.is_known()) {
    return false;
  }
  bool const bolder = a.font_weight.value() >= 600 && b.font_weight.value() < 500;
  float const ratio = a.font_size.value() / std::max(b.font_size.value(), 1.f);
  return (bolder && ratio >= 1) || ratio >= 1.4f;
}

bool looks_like_heading(Page const &page, NodeId n) {
  Document const &document = page.dom();
  NodeId const next = next_element(document, n);
  if (!next.valid() || !document.is(next, atom::p) || !page.a11y().included(n).is_true()) {
    return false;
  }
  NodeId const container = text_container(document, n);
  NodeId const next_container = text_container(document, next);
  if (!stands_out(page.styles()[container], page.styles()[next_container])) return false;
  std::string const own = text_of(page, n);
  std::size_t const length = characters(own);
  if (wording_of(own) != Wording::words || length > kLongestHeading || ends_like_a_sentence(own)) {
    return false;
  }
  if (own.starts_with("—")) return false;  // whose words they are
  return characters(text_of(page, next)) > 2 * length;
}

void applicable(Page const &page, Targets &targets) {
  if (page.styles().empty()) return;
  for (NodeId const n : page.dom().by_tag(atom::p)) {
    if (page.dom().is(n, atom::p) && looks_like_heading(page, n)) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  return cant_tell(Msg::like_heading, text_of(page, n));
}

std::string mend(Page const &page, NodeId n) {
  return "<h【级别】>" + text_of(page, n) + "</h【级别】>";
}

}  // namespace

extern Rule const paragraph_is_no_heading;
constinit Rule const paragraph_is_no_heading{
    .id = "paragraph-is-no-heading",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::styles,
    .decides = Decides::questions,
    .title = {"不要用加粗、加大的段落代替标题",
              "A paragraph in bold or large letters must not stand for a heading"},
    .help =
        {"读屏用户靠标题标签跳转、了解文章结构；只把字加粗、加大，他们就不知道那是标题。请把“一、……"
         "”"
         "这样的小标题写成 <h2> 或 <h3>，外观用 CSS 设置。",
         "Screen reader users jump from heading to heading and learn the structure from them; "
         "bold or large letters do not tell them anything. Write the titles of sections as <h2> "
         "or <h3> and set their looks with CSS."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
