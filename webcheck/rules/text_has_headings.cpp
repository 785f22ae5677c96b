// SPDX-License-Identifier: Apache-2.0
// Sections have headings. GB/T 37668 3.4.3.4 (level 3); WCAG 2.2 SC 2.4.10 (AAA). Whether text has
// sections is for people to see: where a long page has no heading at all, this asks.
#include "webcheck/a11y/headings.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/whole_page.h"
#include "webcheck/text/sight.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { no_heading };
constexpr std::array<Message, 1> kMessages{{
    {"no_heading",
     {"页面有好几段文字，却没有一个标题（h1 至 h6）",
      "There are several paragraphs on the page and not one heading (h1 to h6)"},
     {"正文是一个整体，不需要用小标题分成几部分，对吗？",
      "Is the text one whole that needs no headings to part it?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.4.10"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.4"};
constexpr int kParagraphs = 5;

void applicable(Page const &page, Targets &targets) {
  if (!page.facts<Headings>().all().empty()) return;
  int paragraphs = 0;
  for (NodeId const n : page.dom().by_tag(atom::p)) {
    if (page.a11y().visible(n).is_true() && has_own_text(page.dom(), n)) ++paragraphs;
    if (paragraphs == kParagraphs) return add_whole_page(page, targets);
  }
}

Verdict expect(Page const & /*page*/, NodeId /*n*/) {
  return cant_tell(Msg::no_heading);
}

}  // namespace

extern Rule const text_has_headings;
constinit Rule const text_has_headings{
    .id = "text-has-headings",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"内容分成几部分时，每部分要有标题", "Sections have headings"},
    .help =
        {"读屏用户靠标题了解全文、跳到要看的部分；没有标题，只能从头听到尾。请用 <h1> 到 <h6> "
         "标出标题，不要只"
         "用加粗和大字号。",
         "Screen reader users learn from headings what a text holds and jump to what they want; "
         "without them they listen from beginning to end. Mark headings by <h1> to <h6>, not by "
         "bold and large type alone."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
