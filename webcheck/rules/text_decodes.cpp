// SPDX-License-Identifier: Apache-2.0
// No character of the text is replaced by U+FFFD, which stands where bytes meant nothing in the
// page's encoding. Good practice, and no clause of its own: such text is broken for everybody. Told
// once a block.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/links.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { garbled };
constexpr std::array<Message, 1> kMessages{{
    {"garbled",
     {"文字里有读不出来的字符（�）：编码声明与实际编码不符，或内容已经损坏",
      "There are characters that cannot be read (�): the declared encoding is not the real one, or "
      "the content is damaged"}},
}};

constexpr std::array<std::string_view, 1> kReplacement{"\xEF\xBF\xBD"};

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  if (!holds_any(dom.source(), kReplacement)) return;
  OncePerBlock once;
  for (NodeId n{1}; n.value < dom.size(); ++n.value) {
    if (dom.kind(n) != NodeKind::text || !dom.is_live(n)) continue;
    NodeId const parent = dom.parent(n);
    bool const is_code = dom.is(parent, atom::script) || dom.is(parent, atom::style);
    if (is_code || !holds_any(dom.text(n), kReplacement)) continue;
    Trilean const shown = page.a11y().visible(parent);
    if (!shown.is_false() && once.first(block_of(dom, parent))) targets.add(parent, shown);
  }
}

Verdict expect(Page const & /*page*/, NodeId /*n*/) {
  return failed(Msg::garbled);
}

}  // namespace

extern Rule const text_decodes;
constinit Rule const text_decodes{
    .id = "text-decodes",
    .act = {},
    .basis = {},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .title = {"文字里没有乱码", "The text has no garbled characters"},
    .help = {"读屏软件会跳过这些字符，或把它读成“替换字符”，谁也看不懂原文。请核对页面保存的编码、<"
             "meta "
             "charset> 和服务器的 Content-Type 是否一致，并重新录入已经损坏的文字。",
             "Screen readers skip such characters or call them replacement characters, and nobody "
             "can read them. See that the encoding in which the page is saved, its <meta charset> "
             "and the server's Content-Type agree, and enter damaged text anew."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
