// SPDX-License-Identifier: Apache-2.0
// What aria-hidden hides, the Tab key does not come to. ACT 6cfa84; WCAG 2.2 SC 1.3.1 and 4.1.2;
// GB/T 37668 has no clause for it. Deviation: where a script of the page may pass the focus on at
// once (the sentinels of dialogs), and for frames, it is not decided.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { no_focus, takes_focus, perhaps, sentinel };
constexpr std::array<Message, 4> kMessages{{
    {"no_focus", {"隐藏的内容不会获得焦点", "Nothing in the hidden content takes the focus"}},
    {"takes_focus",
     {"元素用 aria-hidden 隐藏了，但键盘仍会停在里面的 <{}> 上",
      "The element is hidden by aria-hidden, and yet the keyboard stops at the <{}> in it"}},
    {"perhaps",
     {"隐藏的内容可能会获得焦点，请用 Tab 键核对",
      "The hidden content may take the focus; check with the Tab key"}},
    {"sentinel",
     {"隐藏的元素能获得焦点，脚本可能会立即移走焦点，请用 Tab 键核对",
      "The hidden element takes the focus, but a script may pass it on at once; check with the "
      "Tab key"}},
}};

constexpr std::array<std::string_view, 1> kAct{"6cfa84"};
constexpr std::array<std::string_view, 2> kWcag{"1.3.1", "4.1.2"};

/// True if `word` stands in `text` with nothing around it that could be part of a name.
bool has_word(std::string_view text, std::string_view word) {
  auto const in_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    std::size_t const end = at + word.size();
    bool const begins = at == 0 || !in_name(text[at - 1]);
    if (begins && (end == text.size() || !in_name(text[end]))) return true;
  }
  return false;
}

bool code_speaks_of(Document const &document, std::string_view word) {
  if (word.empty()) return false;
  for (NodeId const script : document.by_tag(atom::script)) {
    NodeId const code = document.first_child(script);
    if (!code.valid() || document.kind(code) != NodeKind::text) continue;
    std::string_view const text = document.text(code);
    if (text.find("focus") != std::string_view::npos && has_word(text, word)) return true;
  }
  return false;
}

/// True if the element listens to the focus itself, or if the page's scripts know it by its id.
bool script_may_pass_focus_on(Document const &document, NodeId n) {
  return document.has_attr(n, document.find_atom("onfocus")) ||
         document.has_attr(n, document.find_atom("onfocusin")) ||
         code_speaks_of(document, document.attr_or_empty(n, atom::id));
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  for (NodeId const n : document.with_attr(atom::aria_hidden)) {
    if (ascii_iequals(document.attr_or_empty(n, atom::aria_hidden), "true")) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  NodeId const stop = page.a11y().first_tab_stop(n);
  if (stop.valid()) {
    if (script_may_pass_focus_on(document, stop)) return cant_tell(Msg::sentinel);
    return failed(Msg::takes_focus, std::string(document.tag_name(stop)));
  }
  bool const perhaps = page.a11y().first_possible_tab_stop(n).valid();
  return perhaps ? cant_tell(Msg::perhaps) : passed(Msg::no_focus);
}

/// Of an element that takes the focus itself; what is in it, nobody can tell from here whether it
/// is to be seen or to be left out.
std::string mend(Page const &page, NodeId n) {
  bool const itself = page.a11y().first_tab_stop(n) == n;
  return itself ? without_attr(page, n, "aria-hidden") : std::string();
}

}  // namespace

extern Rule const aria_hidden_not_focusable;
constinit Rule const aria_hidden_not_focusable{
    .id = "aria-hidden-not-focusable",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"对读屏软件隐藏的内容不得用键盘聚焦",
              "What is hidden from assistive technology must not take the keyboard focus"},
    .help = {"键盘焦点会停在读屏软件读不到的地方，用户不知道自己在哪里。请去掉 "
             "aria-hidden=\"true\"；确实要隐藏时，用 display:none 或 inert 一并隐藏，或给里面的链"
             "接和控件加 tabindex=\"-1\"。GB/T 37668 对此没有条款。",
             "The focus stops where the screen reader has nothing to read, and users are lost. "
             "Remove aria-hidden=\"true\"; if the content must go, hide it with display:none or "
             "inert, or put tabindex=\"-1\" on the links and controls in it. GB/T 37668 has no "
             "clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
