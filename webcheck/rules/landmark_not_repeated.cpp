// SPDX-License-Identifier: Apache-2.0
// A page has no more than one banner, one main and one contentinfo landmark (WAI-ARIA 1.2, notes to
// these roles). Good advice; no clause demands it. The target is the first of each role.
#include "webcheck/a11y/landmarks.h"
#include "webcheck/rule.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { only_one, repeated, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"only_one", {"页面上只有一个 {} 地标", "The page has one landmark {} only"}},
    {"repeated",
     {"页面上同类地标不止一个：{}，读屏用户分不清哪个才是",
      "The page has more than one landmark of a kind: {}. Screen reader users cannot tell which "
      "is the right one"}},
    {"perhaps",
     {"页面上同类地标可能不止一个：{}，但有的不一定显示，请核对",
      "The page may have more than one landmark of a kind: {}; but some may be hidden. Check it"},
     {"在使用时是否始终只有一个（{}）？", "Is there only one of them at any time ({})?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

struct Counts {
  NodeId first = kNoNode;
  Trilean first_included = false;
  std::size_t all = 0, sure = 0;
};

Counts count(Landmarks const &landmarks, Role role) {
  Counts counts;
  for (Landmark const &each : landmarks.all()) {
    if (each.role != role) continue;
    bool const sure = each.included.is_true();
    // one that is there for certain speaks for its kind
    if (!counts.first.valid() || (sure && !counts.first_included.is_true())) {
      counts.first = each.node;
      counts.first_included = each.included;
    }
    ++counts.all;
    if (sure) ++counts.sure;
  }
  return counts;
}

void applicable(Page const &page, Targets &targets) {
  for (Role const role : {Role::banner, Role::main, Role::contentinfo}) {
    Counts const counts = count(page.facts<Landmarks>(), role);
    if (counts.first.valid()) targets.add(counts.first, counts.first_included);
  }
}

Verdict expect(Page const &page, NodeId n) {
  Landmarks const &landmarks = page.facts<Landmarks>();
  Role const role = landmarks.find(n)->role;
  Counts const counts = count(landmarks, role);
  std::string detail(info(role).name);
  if (counts.all == 1) return passed(Msg::only_one, std::move(detail));
  detail += " × " + std::to_string(counts.sure > 1 ? counts.sure : counts.all);
  return counts.sure > 1 ? failed(Msg::repeated, std::move(detail))
                         : cant_tell(Msg::perhaps, std::move(detail));
}

}  // namespace

extern Rule const landmark_not_repeated;
constinit Rule const landmark_not_repeated{
    .id = "landmark-not-repeated",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"页头、正文、页脚地标各只要一个",
              "A page should have one banner, one main and one contentinfo landmark at most"},
    .help = {"读屏用户用一个快捷键就能跳到正文；有两个 <main>，就不知道该去哪一个。请只留一个，"
             "其余的改成 <div>、<section> 或 <article>；各栏目自己的页头、页脚放进 <article> 或 "
             "<section> 里。",
             "Screen reader users jump to the main content with one key; with two <main> they do "
             "not know which is meant. Keep one and make the others <div>, <section> or <article>; "
             "put the headers and footers of parts inside <article> or <section>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
