// SPDX-License-Identifier: Apache-2.0
// The language that the page gives is one that exists. ACT bf051a; WCAG 2.2 SC 3.1.1; GB/T 37668
// has no clause for it. Only the primary subtag counts, as in the ACT rule.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/mend_lang.h"
#include "webcheck/spec/languages.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, unknown, private_use };
constexpr std::array<Message, 3> kMessages{{
    {"valid", {"语言代码“{}”有效", "The language code \"{}\" is valid"}},
    {"unknown",
     {"<html> 的 lang 写的是“{}”，不是有效的语言代码",
      "The lang of <html> is \"{}\", which is no valid language code"}},
    {"private_use",
     {"语言代码“{}”是私用代码，请核对读屏软件能否识别",
      "\"{}\" is a private code; check that screen readers know it"}},
}};

constexpr std::array<std::string_view, 1> kAct{"bf051a"};
constexpr std::array<std::string_view, 1> kWcag{"3.1.1"};

void applicable(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  if (!root.valid() || !page.dom().is(root, atom::html)) return;
  if (!trimmed(page.dom().attr_or_empty(root, atom::lang)).empty()) targets.add(root);
}

Verdict expect(Page const &page, NodeId n) {
  std::string const lang(page.dom().attr_or_empty(n, atom::lang));
  std::string_view const primary = primary_subtag(lang);
  if (is_language_subtag(primary)) return passed(Msg::valid, lang);
  if (ascii_iequals(primary, "x")) return cant_tell(Msg::private_use, lang);
  return failed(Msg::unknown, lang);
}

std::string mend(Page const &page, NodeId n) {
  return with_attr(page, n, "lang", corrected_lang(page.dom().attr_or_empty(n, atom::lang)));
}

}  // namespace

extern Rule const html_lang_valid;
constinit Rule const html_lang_valid{
    .id = "html-lang-valid",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"网页标明的语言必须是有效的语言代码",
              "The language of the page must be a valid language code"},
    .help = {"写错的语言代码等于没写，读屏软件不知道用哪种发音。请把 <html> 的 lang 改成 zh-CN（"
             "简体中文）；cn、chinese、zh_CN（下划线）都不是有效代码。GB/T 37668 对此没有条款。",
             "A wrong code is as good as none: the screen reader does not know how to pronounce "
             "the page. Write lang=\"zh-CN\" for simplified Chinese; cn, chinese and zh_CN (with "
             "an underscore) are no valid codes. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
