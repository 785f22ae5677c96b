// SPDX-License-Identifier: Apache-2.0
// Where <html> has both lang and xml:lang, they name the same language. A best practice: in HTML
// browsers take lang alone; but one of the two is wrong, and WCAG 2.2 SC 3.1.1 hangs on which.
#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/spec/languages.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { same, different };
constexpr std::array<Message, 2> kMessages{{
    {"same", {"lang 和 xml:lang 一致", "lang and xml:lang agree"}},
    {"different", {"lang 和 xml:lang 不一致：{}", "lang and xml:lang disagree: {}"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  NodeId const root = document.document_element();
  if (!root.valid() || !document.is(root, atom::html)) return;
  bool const both =
      is_language_subtag(primary_subtag(trimmed(document.attr_or_empty(root, atom::lang)))) &&
      is_language_subtag(primary_subtag(trimmed(document.attr_or_empty(root, atom::xml_lang))));
  if (both) targets.add(root);
}

Verdict expect(Page const &page, NodeId n) {
  std::string_view const lang = trimmed(page.dom().attr_or_empty(n, atom::lang));
  std::string_view const xml = trimmed(page.dom().attr_or_empty(n, atom::xml_lang));
  if (ascii_iequals(primary_subtag(lang), primary_subtag(xml))) return passed(Msg::same);
  return failed(Msg::different, std::string(lang) + " / " + std::string(xml));
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "xml:lang");
}

}  // namespace

extern Rule const xml_lang_matches;
constinit Rule const xml_lang_matches{
    .id = "xml-lang-matches",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"<html> 的 lang 和 xml:lang 应当一致", "lang and xml:lang of <html> should agree"},
    .help = {"两个属性说的语言不同，总有一个是错的，读屏软件可能用错误的语音朗读整页。请核对 lang "
             "是页面的语言，并去掉 xml:lang（HTML 里不起作用）。",
             "Where the two name different languages, one of them is wrong, and a screen reader "
             "may read the whole page in the wrong voice. Check that lang is the language of the "
             "page, and remove xml:lang, which HTML does not need."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
