// SPDX-License-Identifier: Apache-2.0
// Abbreviations are explained. GB/T 37668 3.4.1.2 (level 3); WCAG 2.2 SC 3.1.4 (AAA). Those that
// are marked as such (<abbr>) are looked at; the text around may explain what the markup does not.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/text/phrases.h"

#include <array>
#include <map>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { explained, unexplained };
constexpr std::array<Message, 2> kMessages{{
    {"explained", {"缩写带有全称：“{}”", "The abbreviation has its full form: \"{}\""}},
    {"unexplained",
     {"缩写“{}”没有写出全称", "The abbreviation \"{}\" has no full form"},
     {"“{}”第一次出现时，旁边的文字是否写出了全称或意思？",
      "Where \"{}\" first appears, does the text around give its full form or meaning?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"3.1.4"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.1.2"};
constexpr std::size_t kMaxText = 40;

std::string text_of(Document const &dom, NodeId n) {
  NodeId const text = dom.first_child(n);
  bool const has = text.valid() && dom.kind(text) == NodeKind::text;
  return has ? folded_text(dom.text(text), kMaxText) : std::string();
}

/// Each abbreviation once: where it first appears.
void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  std::map<std::string, NodeId> first;
  for (std::string_view const name : {"abbr", "acronym"}) {
    Atom const tag = dom.find_atom(name);
    if (tag == atom::none) continue;
    for (NodeId const n : dom.by_tag(tag)) {
      std::string text = text_of(dom, n);
      if (text.empty() || page.a11y().visible(n).is_false()) continue;
      if (first.emplace(std::move(text), n).second) targets.add(n, page.a11y().visible(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string_view const title = trimmed(page.dom().attr_or_empty(n, atom::title));
  if (!title.empty()) return passed(Msg::explained, std::string(title));
  return cant_tell(Msg::unexplained, text_of(page.dom(), n));
}

std::string mend(Page const &page, NodeId n) {
  bool const has_title = !trimmed(page.dom().attr_or_empty(n, atom::title)).empty();
  return has_title ? std::string() : with_attr(page, n, "title", gap("全称"));
}

}  // namespace

extern Rule const abbreviation_explained;
constinit Rule const abbreviation_explained{
    .id = "abbreviation-explained",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"缩写要给出全称或解释", "Abbreviations are explained"},
    .help =
        {"不熟悉业务的人、认知障碍的人和读屏用户听到一串字母不知道是什么意思。请在第一次出现时写出"
         "全称，例如"
         "“国内生产总值（GDP）”，或用 <abbr title=\"国内生产总值\">GDP</abbr>。",
         "A row of letters means nothing to those who do not know the trade, to people with "
         "cognitive disabilities or to who hears it. Give the full form where it first appears, "
         "or write <abbr title=\"…\">."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
