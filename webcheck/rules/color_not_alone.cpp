// SPDX-License-Identifier: Apache-2.0
// Colour alone carries no meaning. GB/T 37668 3.2.2.1; WCAG 2.2 SC 1.4.1. Text that gives a colour
// a meaning ("红色为必填") is a ground to ask whether the meaning is told in another way too.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { color_means };
constexpr std::array<Message, 1> kMessages{{
    {"color_means",
     {"这里用颜色表示意思：“{}”", "Colour carries a meaning here: \"{}\""},
     {"“{}”所说的内容，不看颜色也能分辨出来吗（例如另有文字、星号或图案）？",
      "Can what \"{}\" speaks of be told without seeing colour, as by words, an asterisk or a "
      "pattern?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.4.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.2.2.1"};
constexpr std::array<std::string_view, 8> kColors{"红色", "标红", "绿色", "黄色",
                                                  "蓝色", "灰色", "橙色", "红字"};
constexpr std::array<std::string_view, 9> kMeaning{"必填", "表示", "代表", "标注", "标识",
                                                   "区分", "为已", "为未", "为不"};
constexpr std::size_t kMaxText = 150;  ///< longer ones tell a story

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  if (!holds_any(dom.source(), kColors)) return;
  for (NodeId n{1}; n.value < dom.size(); ++n.value) {
    if (dom.kind(n) != NodeKind::text || dom.text(n).size() > kMaxText) continue;
    if (!holds_any(dom.text(n), kColors) || !holds_any(dom.text(n), kMeaning)) continue;
    NodeId const parent = dom.parent(n);
    bool const is_code =
        dom.is(parent, atom::script) || dom.is(parent, atom::style) || dom.is(parent, atom::title);
    if (!is_code) targets.add(parent, page.a11y().visible(parent));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  std::string text;
  for (NodeId c = dom.first_child(n); c.valid(); c = dom.next_sibling(c)) {
    bool const is_it = dom.kind(c) == NodeKind::text && holds_any(dom.text(c), kColors) &&
                       holds_any(dom.text(c), kMeaning);
    if (!is_it) continue;
    text = folded_text(dom.text(c), kMaxText);
    break;
  }
  return cant_tell(Msg::color_means, std::move(text));
}

}  // namespace

extern Rule const color_not_alone;
constinit Rule const color_not_alone{
    .id = "color-not-alone",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"颜色不是表达意思的唯一手段", "Colour alone carries no meaning"},
    .help =
        {"色弱的人分不清红和绿，读屏用户听不到颜色。请在颜色之外再用文字、星号或图案说明，例如“*"
         "（必填）”。",
         "People with a colour deficiency cannot tell red from green, and screen readers do not "
         "say colours. Tell it by words, an asterisk or a pattern as well, such as “* "
         "(required)”."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
