// SPDX-License-Identifier: Apache-2.0
// A tooltip that is shown has an accessible name. WCAG 2.2 SC 4.1.2; GB/T 37668 has no clause for
// it. Deviation: one that is empty is not decided, since scripts fill it when it opens.
#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/naming.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name, filled_later };
constexpr std::array<Message, 4> kMessages{{
    {"has_name", {"提示的内容是“{}”", "The tooltip says \"{}\""}},
    {"no_name", {"提示里的内容读不出来", "Nothing of the tooltip can be read out"}},
    kDoubtfulName,
    {"filled_later",
     {"提示是空的，脚本可能会在打开时填上内容，请在浏览器中核对",
      "The tooltip is empty; a script may fill it when it opens, check in a browser"},
     {"提示显示出来时，读屏软件读得出它的内容吗？",
      "When the tooltip shows, does a screen reader read out what it says?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

void applicable(Page const &page, Targets &targets) {
  add_explicit_role(page, targets, Role::tooltip);
}

bool is_empty(Document const &document, NodeId n) {
  for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
    if (document.is_element(c)) return false;
    if (document.kind(c) == NodeKind::text && !trimmed(document.text(c)).empty()) return false;
  }
  return true;
}

Verdict expect(Page const &page, NodeId n) {
  Verdict verdict = judge_name<Msg>(page, n);
  bool const empty = verdict.outcome == Outcome::failed && is_empty(page.dom(), n);
  return empty ? cant_tell(Msg::filled_later) : verdict;
}

}  // namespace

extern Rule const tooltip_has_name;
constinit Rule const tooltip_has_name{
    .id = "tooltip-has-name",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"提示框的内容必须能读出来", "What a tooltip says must be readable aloud"},
    .help = {"读屏用户听不到提示。请在 role=\"tooltip\" "
             "的元素里写文字；里面只有图片时给图片写替代文本。",
             "Screen reader users do not get the hint. Put text into the element with "
             "role=\"tooltip\"; where it holds only an image, give that a text alternative."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
