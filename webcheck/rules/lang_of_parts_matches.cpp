// SPDX-License-Identifier: Apache-2.0
// The language that a part of the page gives is the one it is written in. ACT off6ek; WCAG 2.2 SC
// 3.1.2; GB/T 37668 has no clause for it. Deviation: the language is recognised from all of the
// part's text, and only where there is enough of it and nearly all of it is in one language.
#include "webcheck/rules/language.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { matches, differs, doubtful };
constexpr std::array<Message, 3> kMessages{{
    {"matches",
     {"这一段的文字是 lang 写的语言（{}）", "The part is in the language of its lang ({})"}},
    {"differs",
     {"lang 与这一段的文字不符：文字是另一种语言（{}）",
      "The lang is not the language of this part, which is \"{}\""}},
    {"doubtful",
     {"文字太少或者夹着别的语言，无法确定是不是 lang 写的语言（{}）",
      "The text is too short or too mixed to tell whether it is in the language of its lang ({})"},
     {"这一段文字是不是 lang 写的语言（{}）？", "Is this part in the language of its lang ({})?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"off6ek"};
constexpr std::array<std::string_view, 1> kWcag{"3.1.2"};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  if (page.url() == "about:srcdoc") return;  // the top-level document alone
  for (NodeId const n : document.with_attr(atom::lang)) {
    if (document.ns(n) != Namespace::html || document.is(n, atom::head)) continue;
    if (n != document.document_element() && speaks_known_language(page, n)) targets.add(n);
  }
}

}  // namespace

extern Rule const lang_of_parts_matches;
constinit Rule const lang_of_parts_matches{
    .id = "lang-of-parts-matches",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"元素的 lang 必须是其中文字的语言",
              "The lang of an element must be the language of its text"},
    .help =
        {"读屏软件读到带 lang 的部分会换成那种语言的发音。lang 写错了，这一段就念得听不懂。请把 "
         "lang "
         "改成文字实际的语言，例如中文写 lang=\"zh-CN\"，英文写 lang=\"en\"。",
         "Screen readers change their voice where a part has a lang. A wrong one makes the part "
         "incomprehensible. Give the language that the text is in, such as lang=\"zh-CN\" or "
         "lang=\"en\"."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = judge_language<Msg>,
    .mend = mend_language,
};

}  // namespace wza::web
