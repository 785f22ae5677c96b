// SPDX-License-Identifier: Apache-2.0
// The page does not take functions of the browser away that assistive technology builds on. GB/T
// 37668 3.5.1.1. Handlers on <html> and <body> are looked at; what scripts add is not seen.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/handlers.h"
#include "webcheck/rules/mend.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { keys_swallowed, blocks, application };
constexpr std::array<Message, 3> kMessages{{
    {"keys_swallowed",
     {"页面吞掉了所有按键（onkeydown 返回 false），Tab 键和读屏软件的按键都不再起作用",
      "The page swallows every key (its onkeydown returns false): neither Tab nor the keys of "
      "screen "
      "readers work any more"}},
    {"blocks",
     {"页面用 {} 禁止了浏览器的功能（选择、复制或右键菜单），朗读所选文字等辅助工具会失灵",
      "The page takes selecting, copying or the context menu away ({}), so that tools which read "
      "the "
      "selected text fail"},
     {"读屏、朗读所选文字、放大、翻译等辅助工具在这一页上都能照常使用吗？",
      "Do screen readers and tools that read the selection, magnify or translate work on this page "
      "as usual?"}},
    {"application",
     {"整个页面的角色是 application，读屏软件会停用浏览和朗读的按键",
      "The whole page has the role application, so that screen readers turn off their keys for "
      "reading"},
     {"整个页面真的是一个自己处理所有按键的应用程序，读屏用户也能用吗？",
      "Is the whole page really an application that handles all keys itself, and usable with a "
      "screen reader?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.5.1.1"};
constexpr std::array kPeople{People::blind, People::low_vision, People::motor};
constexpr std::array<std::string_view, 4> kBlocked{"onselectstart", "oncontextmenu", "oncopy",
                                                   "onselect"};

bool refuses(std::string_view code) {
  std::string const bare = bare_code(code);
  return bare == "returnfalse" || bare == "event.preventdefault()" ||
         bare == "event.returnvalue=false" || bare == "document.selection.empty()";
}

/// Handlers by which the element takes something away, as "oncopy, oncontextmenu".
std::string blocked(Document const &dom, NodeId n) {
  std::string names;
  for (std::string_view const name : kBlocked) {
    if (!refuses(handler(dom, n, name))) continue;
    names.append(names.empty() ? "" : ", ").append(name);
  }
  return names;
}

bool swallows_keys(Document const &dom, NodeId n) {
  return bare_code(handler(dom, n, "onkeydown")) == "returnfalse";
}

void applicable(Page const &page, Targets &targets) {
  Document const &dom = page.dom();
  for (Atom const tag : {atom::html, atom::body}) {
    for (NodeId const n : dom.by_tag(tag)) {
      if (swallows_keys(dom, n) || !blocked(dom, n).empty() ||
          page.a11y().explicit_role(n) == Role::application) {
        targets.add(n);
      }
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  if (swallows_keys(page.dom(), n)) return failed(Msg::keys_swallowed);
  if (std::string names = blocked(page.dom(), n); !names.empty()) {
    return cant_tell(Msg::blocks, std::move(names));
  }
  return cant_tell(Msg::application);
}

std::string mend(Page const &page, NodeId n) {
  StartTag tag(page.dom(), n);
  for (std::string_view const name : kBlocked) {
    if (refuses(handler(page.dom(), n, name))) tag.remove(name);
  }
  if (swallows_keys(page.dom(), n)) tag.remove("onkeydown");
  if (page.a11y().explicit_role(n) == Role::application) tag.remove("role");
  return tag.str();
}

}  // namespace

extern Rule const assistive_technology_not_blocked;
constinit Rule const assistive_technology_not_blocked{
    .id = "assistive-technology-not-blocked",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::failures,
    .people = kPeople,
    .title = {"页面不得妨碍辅助技术", "The page does not stand in the way of assistive technology"},
    .help =
        {"禁止选择、复制和右键，挡不住想抄的人，却让“朗读所选文字”、划词翻译和语音控制失灵。请去掉"
         "这些处理。",
         "To forbid selecting, copying and the context menu stops nobody who wants to copy, but "
         "breaks tools that read or translate the selection and voice control. Remove these "
         "handlers."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
