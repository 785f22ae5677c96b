// SPDX-License-Identifier: Apache-2.0
// A link that offers to skip to the content leads to a place that exists (WCAG 2.2, techniques G1
// and G123). Good advice: a clause demands a way past repeated blocks, and this is one of several.
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/skip_links.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { leads, nowhere, hidden, encoded };
constexpr std::array<Message, 4> kMessages{{
    {"leads", {"跳转链接的目标存在", "The place that the skip link leads to is there"}},
    {"nowhere",
     {"跳转链接的目标不存在：{}，按了没有反应",
      "The place that the skip link leads to is not on the page: {}. Nothing happens when it is "
      "used"}},
    {"hidden",
     {"跳转链接的目标不一定显示：{}，请用键盘试一试",
      "The place that the skip link leads to may be hidden: {}. Try it with the keyboard"},
     {"按 Enter 键启动这个链接后，再按 Tab 键，焦点是否到了它所说的内容里（{}）？",
      "After Enter on this link and then Tab, is the focus in the content that it names ({})?"}},
    {"encoded",
     {"跳转链接的目标写成了编码：{}，请用键盘试一试",
      "The address of the skip link is encoded: {}. Try it with the keyboard"},
     {"按 Enter 键启动这个链接后，再按 Tab 键，焦点是否到了它所说的内容里（{}）？",
      "After Enter on this link and then Tab, is the focus in the content that it names ({})?"}},
}};
constexpr std::array<People, 2> kPeople{People::blind, People::motor};

/// What such links are called.
constexpr std::array<std::string_view, 9> kWords{"skip",       "jump to",      "go to content",
                                                 "go to main", "main content", "跳到",
                                                 "跳至",       "跳过",         "跳转到"};

bool offers_to_skip(Page const &page, NodeId link) {
  std::string const name = ascii_lower(accessible_name(page.a11y(), link).text);
  return std::ranges::any_of(
      kWords, [&name](std::string_view word) { return name.find(word) != std::string::npos; });
}

void applicable(Page const &page, Targets &targets) {
  for (SkipLink const &each : page.facts<SkipLinks>().all()) {
    if (offers_to_skip(page, each.link)) targets.add(each.link, page.a11y().rendered(each.link));
  }
}

Verdict expect(Page const &page, NodeId n) {
  SkipLink const &link = *page.facts<SkipLinks>().find(n);
  std::string href(trimmed(page.dom().attr_or_empty(n, atom::href)));
  if (link.target_exists.is_unknown()) return cant_tell(Msg::encoded, std::move(href));
  if (link.target_exists.is_false()) return failed(Msg::nowhere, std::move(href));
  bool const shown = page.a11y().rendered(link.target).is_true();
  return shown ? passed(Msg::leads) : cant_tell(Msg::hidden, std::move(href));
}

}  // namespace

extern Rule const skip_link_leads_somewhere;
constinit Rule const skip_link_leads_somewhere{
    .id = "skip-link-leads-somewhere",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"“跳到正文”链接的目标必须存在", "The place that a skip link leads to should exist"},
    .help = {"用键盘和读屏软件的人靠它越过每页都有的导航。请给正文的容器写上同样的 id，如 <a "
             "href=\"#content\">跳到正文</a> 与 <main id=\"content\" tabindex=\"-1\">。",
             "People who use a keyboard or a screen reader pass the navigation of each page with "
             "it. Give the container of the main content the same id: <a href=\"#content\">Skip to "
             "content</a> and <main id=\"content\" tabindex=\"-1\">."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
