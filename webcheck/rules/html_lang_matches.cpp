// SPDX-License-Identifier: Apache-2.0
// The language that the page gives is the one it is written in. ACT ucwvc8; WCAG 2.2 SC 3.1.1;
// GB/T 37668 has no clause for it. Deviation: the language is recognised from all of the text, not
// by counting words, and only where nearly all of it is in one language.
#include "webcheck/rules/language.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { matches, differs, doubtful };
constexpr std::array<Message, 3> kMessages{{
    {"matches",
     {"页面的文字是 lang 写的语言（{}）", "The page is in the language of its lang ({})"}},
    {"differs",
     {"<html> 的 lang 与页面的文字不符：文字是另一种语言（{}）",
      "The lang of <html> is not the language of the page, which is \"{}\""}},
    {"doubtful",
     {"无法确定页面的文字是不是 lang 写的语言（{}）",
      "Whether the page is in the language of its lang ({}) is not sure"},
     {"页面上大部分文字是不是 lang 写的语言（{}）？",
      "Is most text of the page in the language of its lang ({})?"}},
}};

constexpr std::array<std::string_view, 1> kAct{"ucwvc8"};
constexpr std::array<std::string_view, 1> kWcag{"3.1.1"};

void applicable(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  if (root.valid() && page.dom().is(root, atom::html) && speaks_known_language(page, root))
    targets.add(root);
}

}  // namespace

extern Rule const html_lang_matches;
constinit Rule const html_lang_matches{
    .id = "html-lang-matches",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"<html> 的 lang 必须是页面文字的语言",
              "The lang of <html> must be the language of the page"},
    .help =
        {"读屏软件按 lang 选择发音。中文页面写成 "
         "lang=\"en\"，读屏软件可能用英语发音去念汉字，或者干脆"
         "不念。中文页面请写 lang=\"zh-CN\"。",
         "Screen readers choose their voice by lang. A Chinese page with lang=\"en\" is read in "
         "an English voice, or not at all. Give the language that the page is written in, such "
         "as lang=\"zh-CN\"."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = judge_language<Msg>,
    .mend = mend_language,
};

}  // namespace wza::web
