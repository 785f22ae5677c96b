// SPDX-License-Identifier: Apache-2.0
// A page declares one character encoding (HTML, section 4.2.5.4: at most one declaration). Good
// practice: which of two counts depends on their order, and a server that changes its mind turns
// the text to garbage for everybody.
#include "db/base/encoding.h"
#include "db/base/text.h"
#include "webcheck/rule.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { one, contradicts };
constexpr std::array<Message, 2> kMessages{{
    {"one", {"页面只声明了一种编码：{}", "The page declares one encoding: {}"}},
    {"contradicts",
     {"页面的两个编码声明互相矛盾：{}",
      "Two declarations of the encoding contradict each other: {}"}},
}};

/// The encoding that a <meta> declares; empty where it declares none that is known.
std::string_view declared(Document const &dom, NodeId n) {
  if (auto const charset = dom.attr(n, atom::charset)) {
    return charset_of_label(*charset).value_or(std::string_view());
  }
  if (!ascii_iequals(trimmed(dom.attr_or_empty(n, atom::http_equiv)), "content-type")) return {};
  std::string const label = charset_in_content_type(dom.attr_or_empty(n, atom::content));
  return charset_of_label(label).value_or(std::string_view());
}

NodeId first_declaration(Document const &dom) {
  for (NodeId const n : dom.by_tag(atom::meta)) {
    if (!declared(dom, n).empty()) return n;
  }
  return kNoNode;
}

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::meta)) {
    if (!declared(page.dom(), n).empty()) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string const first(declared(page.dom(), first_declaration(page.dom())));
  std::string_view const own = declared(page.dom(), n);
  if (own == first) return passed(Msg::one, first);
  return failed(Msg::contradicts, first + " / " + std::string(own));
}

}  // namespace

extern Rule const charset_declarations_agree;
constinit Rule const charset_declarations_agree{
    .id = "charset-declarations-agree",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"页面的编码声明不要互相矛盾", "The declarations of a page's encoding agree"},
    .help = {"浏览器、读屏软件和搜索引擎可能各信一个声明，文字就会变成乱码。请只保留一个 <meta "
             "charset=\"utf-8\">，放在 <head> 的最前面，并与服务器发出的 Content-Type 一致。",
             "Browsers, screen readers and search engines may each believe another one, and the "
             "text turns to garbage. Keep a single <meta charset=\"utf-8\"> at the start of the "
             "<head>, in agreement with the Content-Type that the server sends."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
