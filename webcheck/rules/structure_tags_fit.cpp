// SPDX-License-Identifier: Apache-2.0
// <main> and <nav> hold what their names say (HTML, sections 4.4.14 and 4.3.4). GB/T 37668 3.4.3.3
// (level 2). HTML allows one visible <main>; a <nav> without links may be filled by scripts: asked.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { fits, second_main, nav_without_links };
constexpr std::array<Message, 3> kMessages{{
    {"fits", {"结构标签与内容相符", "The tag fits what it holds"}},
    {"second_main",
     {"页面里有不止一个可见的 <main>，读屏用户不知道哪一个才是正文",
      "There is more than one visible <main>, so that screen reader users cannot tell which holds "
      "the main content"}},
    {"nav_without_links",
     {"<nav> 里没有链接或按钮，不像导航", "There is neither link nor button in this <nav>"},
     {"这个 <nav> 在浏览器里确实是一组导航链接吗？",
      "In a browser, does this <nav> hold links to navigate by?"}},
}};

constexpr std::array<std::string_view, 1> kGbt37668{"3.4.3.3"};
constexpr std::array kPeople{People::blind};

/// True if an element of that name stands below `n`.
bool holds(Document const &dom, NodeId n, Atom tag) {
  auto const nodes = dom.by_tag(tag);
  auto const next = std::ranges::upper_bound(nodes, n);
  return next != nodes.end() && dom.is_inclusive_ancestor(n, *next);
}

void applicable(Page const &page, Targets &targets) {
  for (Atom const tag : {atom::main, atom::nav}) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      if (page.dom().ns(n) == Namespace::html) targets.add(n, page.a11y().visible(n));
    }
  }
}

Verdict judge_main(Page const &page, NodeId n) {
  auto const mains = page.dom().by_tag(atom::main);
  auto const visible = [&](NodeId one) { return page.a11y().visible(one).is_true(); };
  auto const first = std::ranges::find_if(mains, visible);
  return first != mains.end() && *first < n ? failed(Msg::second_main) : passed(Msg::fits);
}

Verdict expect(Page const &page, NodeId n) {
  Document const &dom = page.dom();
  if (dom.is(n, atom::main)) return judge_main(page, n);
  bool const has_links = holds(dom, n, atom::a) || holds(dom, n, atom::button) ||
                         holds(dom, n, atom::area) || holds(dom, n, atom::select) ||
                         holds(dom, n, atom::summary);
  return has_links ? passed(Msg::fits) : cant_tell(Msg::nav_without_links);
}

}  // namespace

extern Rule const structure_tags_fit;
constinit Rule const structure_tags_fit{
    .id = "structure-tags-fit",
    .act = {},
    .basis = {.wcag = {}, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .people = kPeople,
    .title = {"<main>、<nav> 等结构标签要与内容相符", "<main> and <nav> hold what their names say"},
    .help = {"读屏用户用按键在导航、正文之间跳转，标签用错了就会跳错地方。一页只用一个 <main> "
             "包住正文，<nav> 只用"
             "来包一组导航链接，其他内容请用 <section> 或 <div>。",
             "Screen reader users jump between navigation and main content by keys, and wrong tags "
             "take them to the wrong place. Use one <main> around the main content, <nav> around "
             "links to navigate by alone, and <section> or <div> for all else."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
