// SPDX-License-Identifier: Apache-2.0
// The title attribute of a link says something else than the link. Good practice: with the same
// words, some screen readers read them twice (GB/T 37668 and WCAG 2.2 have no clause on it;
// technique H33 warns of it). Told once a block.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { adds, repeats };
constexpr std::array<Message, 2> kMessages{{
    {"adds", {"title 补充了链接文字以外的内容", "The title adds to the text of the link"}},
    {"repeats",
     {"title 和链接文字一模一样，有的读屏软件会读两遍",
      "The title has the very words of the link, which some screen readers read twice"}},
}};

bool repeats(Page const &page, Link const &link) {
  std::string_view const title = page.dom().attr_or_empty(link.node, atom::title);
  return !link.text.empty() && link.text == folded_text(title, Links::kMaxText);
}

void applicable(Page const &page, Targets &targets) {
  OncePerBlock once;
  for (Link const &link : page.facts<Links>().all()) {
    if (!page.dom().has_attr(link.node, atom::title) || link.text.empty()) continue;
    if (!repeats(page, link) || once.first(link.block)) targets.add(link.node, link.shown);
  }
}

Verdict expect(Page const &page, NodeId n) {
  Link const *const link = page.facts<Links>().find(n);
  return link != nullptr && repeats(page, *link) ? failed(Msg::repeats) : passed(Msg::adds);
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "title");
}

}  // namespace

extern Rule const link_title_not_repeated;
constinit Rule const link_title_not_repeated{
    .id = "link-title-not-repeated",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"链接的 title 不要重复链接文字", "The title of a link does not repeat its text"},
    .help =
        {"title 和链接文字相同，对看得见的人没有用，读屏用户却可能听到两遍。文字完整显示时请去掉 "
         "title；"
         "只有文字被截短时，才用 title 写出全文。",
         "A title with the same words is of no use to those who see, and screen reader users "
         "may hear it twice. Remove it where the whole text is shown."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
