// SPDX-License-Identifier: Apache-2.0
// The page says in which language it is. ACT b5c3f8; WCAG 2.2 SC 3.1.1; GB/T 37668 has no clause
// for it.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/spec/languages.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_lang, no_lang, empty_lang, only_xml_lang };
constexpr std::array<Message, 4> kMessages{{
    {"has_lang", {"网页标明的语言是“{}”", "The page says that its language is \"{}\""}},
    {"no_lang", {"<html> 上没有 lang 属性", "<html> has no lang attribute"}},
    {"empty_lang", {"<html> 的 lang 属性是空的", "The lang attribute of <html> is empty"}},
    {"only_xml_lang",
     {"<html> 上只有 xml:lang，浏览器不认，要写 lang",
      "<html> has only xml:lang, which browsers ignore; it must be lang"}},
}};

constexpr std::array<std::string_view, 1> kAct{"b5c3f8"};
constexpr std::array<std::string_view, 1> kWcag{"3.1.1"};

void applicable(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  if (root.valid() && page.dom().is(root, atom::html)) targets.add(root);
}

Verdict expect(Page const &page, NodeId n) {
  auto const lang = page.dom().attr(n, atom::lang);
  if (!lang) {
    return failed(page.dom().has_attr(n, atom::xml_lang) ? Msg::only_xml_lang : Msg::no_lang);
  }
  if (trimmed(*lang).empty()) return failed(Msg::empty_lang);
  return passed(Msg::has_lang, std::string(*lang));
}

std::string mend(Page const &page, NodeId n) {
  std::string_view const xml_lang = trimmed(page.dom().attr_or_empty(n, atom::xml_lang));
  bool const known = is_language_subtag(primary_subtag(xml_lang));
  return with_attr(page, n, "lang", known ? std::string(xml_lang) : gap("语言代码，如 zh-CN"));
}

}  // namespace

extern Rule const html_has_lang;
constinit Rule const html_has_lang{
    .id = "html-has-lang",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"网页必须标明所用语言", "A page must say in which language it is"},
    .help = {"读屏软件靠 lang 选择发音，没有它就可能用英语的规则读中文。请在 <html> 上写 "
             "lang=\"zh-CN\"；只写 xml:lang 不起作用。GB/T 37668 对此没有条款。",
             "A screen reader chooses its pronunciation by lang; without it, Chinese may be read "
             "by English rules. Write lang=\"zh-CN\" on <html>; xml:lang alone has no effect. "
             "GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
