// SPDX-License-Identifier: Apache-2.0
// The landmarks banner, main and contentinfo do not stand inside another landmark (ARIA Authoring
// Practices Guide, "Landmark Regions"). Good advice; no clause demands it. A named <form> around
// them does not count: some servers' pages stand in one as a whole.
#include "webcheck/a11y/landmarks.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { top_level, nested, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"top_level", {"地标 {} 在最外层", "The landmark {} is at the top level"}},
    {"nested",
     {"地标套在了别的地标里面：{}，读屏用户会把它当成那一部分的页头、正文或页脚",
      "A landmark stands inside another one: {}. Screen reader users take it for the header, main "
      "part or footer of that part only"}},
    {"perhaps",
     {"地标可能套在了别的地标里面：{}，但外面那一层不一定显示，请核对",
      "A landmark may stand inside another one: {}; but that one may be hidden. Check it"},
     {"外面那一层地标在使用时是否不存在（{}）？", "Is the outer landmark absent in use ({})?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

bool is_for_the_page(Role role) {
  return role == Role::banner || role == Role::main || role == Role::contentinfo;
}

void applicable(Page const &page, Targets &targets) {
  for (Landmark const &each : page.facts<Landmarks>().all()) {
    if (is_for_the_page(each.role)) targets.add(each.node, each.included);
  }
}

/// The landmark around this one, without plain forms.
Landmark const *outer(Page const &page, Landmark const &inner) {
  Landmarks const &landmarks = page.facts<Landmarks>();
  Landmark const *at = landmarks.find(inner.around);
  while (at != nullptr && page.dom().is(at->node, atom::form) &&
         page.a11y().explicit_role(at->node) == Role::no_role) {
    at = landmarks.find(at->around);
  }
  return at;
}

Verdict expect(Page const &page, NodeId n) {
  Landmark const &self = *page.facts<Landmarks>().find(n);
  std::string const role(info(self.role).name);
  Landmark const *const around = outer(page, self);
  if (around == nullptr) return passed(Msg::top_level, role);
  std::string detail = role + " < " + std::string(info(around->role).name);
  return around->included.is_true() ? failed(Msg::nested, std::move(detail))
                                    : cant_tell(Msg::perhaps, std::move(detail));
}

}  // namespace

extern Rule const landmark_is_top_level;
constinit Rule const landmark_is_top_level{
    .id = "landmark-is-top-level",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title =
        {"页头、正文、页脚地标不要套在别的地标里",
         "The landmarks banner, main and contentinfo should not stand inside another landmark"},
    .help =
        {"读屏用户靠地标了解整页的布局并直接跳转。页头（banner）、正文（main）、页脚（contentinfo）"
         "是整页的部分，请放在最外层，不要放进 <nav>、<aside>、<main> 或 role=\"region\" 里。",
         "Screen reader users learn the layout of a page from its landmarks and jump between "
         "them. The banner, main and contentinfo are parts of the whole page: put them at the "
         "top level, not inside <nav>, <aside>, <main> or role=\"region\"."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
