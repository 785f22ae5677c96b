// SPDX-License-Identifier: Apache-2.0
// Nothing takes the focus away the moment it comes. WCAG 2.2 SC 2.1.1, 2.4.7 and 3.2.1 (failure
// F55: onfocus="this.blur()"); GB/T 37668 3.3.3.1; MIIT's items keyboard and focus.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"
#include "webcheck/rules/mend.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { kept, removed, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"kept", {"得到焦点时的处理没有把焦点移走", "What happens on focus leaves the focus there"}},
    {"removed",
     {"一得到焦点就用 blur() 把焦点移走，键盘用户到不了这里",
      "The focus is taken away by blur() as soon as it comes, so keyboard users never get here"}},
    {"perhaps",
     {"得到焦点时的处理里有 blur()，请用 Tab 键核对焦点能否停在这里",
      "What happens on focus calls blur(); check with the Tab key whether the focus stays"},
     {"用 Tab 键移到这里，焦点能停住并看得见吗？",
      "When you come here by Tab, does the focus stay, and is it seen?"}},
}};

constexpr std::array<std::string_view, 3> kWcag{"2.1.1", "2.4.7", "3.2.1"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.1"};
constexpr std::array<std::string_view, 2> kMiit{"keyboard", "focus"};

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : with_handler(page.dom(), "onfocus")) {
    if (page.dom().ns(n) == Namespace::html) targets.add(n, page.a11y().tab_stop(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string code = bare_code(handler(page.dom(), n, "onfocus"));
  if (code.find("blur(") == std::string::npos) return passed(Msg::kept);
  if (code.starts_with("if(this.blur)")) code.erase(0, std::string_view("if(this.blur)").size());
  if (code.ends_with(";returnfalse")) code.resize(code.size() - 12);
  return code == "this.blur()" || code == "blur()" ? failed(Msg::removed) : cant_tell(Msg::perhaps);
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "onfocus");
}

}  // namespace

extern Rule const focus_not_removed;
constinit Rule const focus_not_removed{
    .id = "focus-not-removed",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668, .miit = kMiit},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"不要在得到焦点时把焦点移走", "The focus is not taken away when it comes"},
    .help =
        {"onfocus=\"this.blur()\" "
         "常用来去掉链接四周的虚线框，却让键盘和读屏用户再也点不到它。请删掉它；"
         "嫌焦点框不好看，请用 CSS 的 :focus-visible 画一个看得清的。",
         "onfocus=\"this.blur()\" is often used to get rid of the dotted frame around links, but "
         "keyboard and screen reader users can no longer use them. Remove it, and draw a clear "
         "focus mark with :focus-visible instead."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
