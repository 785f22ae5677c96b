// SPDX-License-Identifier: Apache-2.0
// The page has a title. ACT 2779a5; WCAG 2.2 SC 2.4.2; GB/T 37668 3.4.3.1.
// Deviation: where a script of the page itself sets document.title, a missing title is not decided.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_title, no_title, empty_title, by_script };
constexpr std::array<Message, 4> kMessages{{
    {"has_title", {"网页的标题是“{}”", "The title of the page is \"{}\""}},
    {"no_title", {"网页没有 <title> 元素", "The page has no <title> element"}},
    {"empty_title", {"网页的第一个 <title> 是空的", "The first <title> of the page is empty"}},
    {"by_script",
     {"源代码里没有标题，脚本可能会设置，请在浏览器中核对",
      "The source has no title, but a script may set it; check in a browser"}},
}};

constexpr std::array<std::string_view, 1> kAct{"2779a5"};
constexpr std::array<std::string_view, 1> kWcag{"2.4.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.1"};

NodeId first_title(Document const &document, NodeId root) {
  for (NodeId const n : document.by_tag(atom::title)) {
    if (document.is(n, atom::title) && document.is_inclusive_ancestor(root, n)) return n;
  }
  return kNoNode;
}

bool script_sets_title(Document const &document) {
  for (NodeId const n : document.by_tag(atom::script)) {
    NodeId const code = document.first_child(n);
    if (!code.valid() || document.kind(code) != NodeKind::text) continue;
    if (document.text(code).find("document.title") != std::string_view::npos) return true;
  }
  return false;
}

void applicable(Page const &page, Targets &targets) {
  NodeId const root = page.dom().document_element();
  if (root.valid() && page.dom().is(root, atom::html)) targets.add(root);
}

Verdict expect(Page const &page, NodeId n) {
  NodeId const title = first_title(page.dom(), n);
  std::string text;
  for (NodeId c = title.valid() ? page.dom().first_child(title) : kNoNode; c.valid();
       c = page.dom().next_sibling(c)) {
    if (page.dom().kind(c) == NodeKind::text) text += page.dom().text(c);
  }
  if (!trimmed(text).empty()) return passed(Msg::has_title, std::string(trimmed(text)));
  if (script_sets_title(page.dom())) return cant_tell(Msg::by_script);
  return failed(title.valid() ? Msg::empty_title : Msg::no_title);
}

std::string mend(Page const &, NodeId) {
  return "<title>" + gap("这一页的内容") + " - " + gap("网站名称") + "</title>";
}

}  // namespace

extern Rule const page_has_title;
constinit Rule const page_has_title{
    .id = "page-has-title",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"网页必须有标题", "A page must have a title"},
    .help = {"读屏用户打开网页首先听到标题，也靠它区分各个窗口。请在 <head> 里写 <title>，说明这"
             "一页是什么，例如 <title>办事指南 - 某某县人民政府</title>。",
             "The title is what screen reader users hear first, and by which they tell windows "
             "apart. Write a <title> into <head> that says what this page is, such as "
             "<title>Service guide - county government</title>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
