// SPDX-License-Identifier: Apache-2.0
// To choose something in a form does not by itself leave the page, open a window or send the form.
// WCAG 2.2 SC 3.2.2 (failures F36, F37); GB/T 37668 3.4.3.6 (level 3). Whoever was told before may
// be taken elsewhere (technique G13): where the page speaks of it, this asks.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"
#include "webcheck/rules/link_markup.h"
#include "webcheck/text/phrases.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { stays, changes, perhaps_told };
constexpr std::array<Message, 3> kMessages{{
    {"stays",
     {"标记里看不出选择后会离开页面", "Nothing in the markup shows that choosing leaves the page"}},
    {"changes",
     {"一选中就会跳转、打开窗口或提交表单，而且页面没有事先说明",
      "As soon as something is chosen, it leaves the page, opens a window or sends the form, and "
      "the "
      "page does not say so beforehand"}},
    {"perhaps_told",
     {"一选中就会跳转、打开窗口或提交表单；页面里有可能是说明的文字，请核对",
      "As soon as something is chosen, it leaves the page, opens a window or sends the form; the "
      "page may say so. Check it"},
     {"用户在选择之前，是否已被告知选中后会自动跳转或提交？",
      "Are users told, before they choose, that this leaves the page or sends the form?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"3.2.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.6"};
constexpr std::array<std::string_view, 13> kTold{
    "新窗口", "自动跳转", "自动打开", "自动提交",      "自动转到",       "选择后",         "选中后",
    "选定后", "即可跳转", "会跳转",   "automatically", "upon selection", "when you select"};

/// Whether the page tells anywhere what choosing does.
struct ChoosingExplained {
  bool anywhere = false;
  explicit ChoosingExplained(Page const &page) : anywhere(holds_any(page.dom().source(), kTold)) {}
};

bool is_chooser(Document const &dom, NodeId n) {
  if (dom.is(n, atom::select)) return true;
  std::string_view const type = trimmed(dom.attr_or_empty(n, atom::type));
  return dom.is(n, atom::input) &&
         (ascii_iequals(type, "radio") || ascii_iequals(type, "checkbox"));
}

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : with_handler(page.dom(), "onchange")) {
    if (is_chooser(page.dom(), n)) targets.add(n, page.a11y().tab_stop(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (!changes_context(handler(page.dom(), n, "onchange"))) return passed(Msg::stays);
  bool const told = page.facts<ChoosingExplained>().anywhere ||
                    page.dom().has_attr(n, atom::title) ||
                    page.dom().has_attr(n, atom::aria_describedby);
  return told ? cant_tell(Msg::perhaps_told) : failed(Msg::changes);
}

/// The list without its handler, and a button that does it.
std::string mend(Page const &page, NodeId n) {
  if (!page.dom().is(n, atom::select)) return {};
  std::string_view const code = trimmed(handler(page.dom(), n, "onchange"));
  std::string const list = without_attr(page, n, "onchange") + "…</select>";
  if (code.find("submit") != std::string_view::npos) {
    return list + "<button type=\"submit\">前往</button>";
  }
  constexpr std::string_view kThis = "this";
  std::string go;
  for (std::size_t at = 0; at < code.size();) {
    bool const found = code.substr(at).starts_with(kThis);
    go += found ? "this.previousElementSibling" : std::string(1, code[at]);
    at += found ? kThis.size() : 1;
  }
  return list + button_markup(go, "前往");
}

}  // namespace

extern Rule const context_unchanged_on_input;
constinit Rule const context_unchanged_on_input{
    .id = "context-unchanged-on-input",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title =
        {"选择下拉项或选项不应自动跳转、打开窗口或提交",
         "Choosing an option does not by itself leave the page, open a window or send the form"},
    .help = {"键盘用户用方向键逐项浏览下拉列表，每按一下都可能被带走；读屏用户不知道自己已到了别处"
             "。请去掉 "
             "onchange 里的跳转，在旁边放一个“前往”按钮。",
             "Keyboard users go through a list with the arrow keys, and each key may carry them "
             "off; screen reader users do not notice that they are elsewhere. Take the jump out of "
             "onchange and put a “Go” button beside the list."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
