// SPDX-License-Identifier: Apache-2.0
// All content of a page stands in landmarks (ARIA Authoring Practices Guide, "Landmark Regions").
// Good advice; no clause demands it. A target is an outermost element all of whose content is
// outside, or <body>. Live regions, dialogs, skip links, lone buttons and frames need no landmark.
#include "webcheck/a11y/landmarks.h"
#include "webcheck/rule.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { inside, nowhere, outside };
constexpr std::array<Message, 3> kMessages{{
    {"inside", {"页面的内容都在地标里", "All content of the page is in landmarks"}},
    {"nowhere",
     {"页面的内容不在任何地标里，读屏用户不能按页头、导航、正文、页脚跳转",
      "The content of the page is in no landmark, so screen reader users cannot jump between "
      "header, navigation, main content and footer"}},
    {"outside",
     {"这一部分内容不在任何地标里，按地标浏览的读屏用户会漏掉它",
      "This part is in no landmark; screen reader users who go by landmarks will miss it"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  Landmarks const &landmarks = page.facts<Landmarks>();
  for (OutsideBlock const &block : landmarks.outside())
    targets.add(block.node, block.has_content);
  if (!landmarks.outside().empty() || landmarks.has_content().is_false()) return;
  for (NodeId const body : page.dom().by_tag(atom::body))
    targets.add(body);
}

Verdict expect(Page const &page, NodeId n) {
  if (!page.facts<Landmarks>().is_outside(n)) return passed(Msg::inside);
  bool const all = page.facts<Landmarks>().all().empty() && page.dom().is(n, atom::body);
  return failed(all ? Msg::nowhere : Msg::outside);
}

}  // namespace

extern Rule const content_in_landmark;
constinit Rule const content_in_landmark{
    .id = "content-in-landmark",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"网页的内容都要放在地标里", "All content of a page should be in landmarks"},
    .help =
        {"地标把页面分成几大块，读屏用户可以一块一块地跳，不必从头听到尾。请用 <header>、<nav>、"
         "<main>、<aside>、<footer> 代替最外层的 <div>，让每一块内容都在其中之一里。",
         "Landmarks divide a page into large parts between which screen reader users jump "
         "instead of hearing it from start to end. Use <header>, <nav>, <main>, <aside> and "
         "<footer> in place of the outermost <div> so that each part is in one of them."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
