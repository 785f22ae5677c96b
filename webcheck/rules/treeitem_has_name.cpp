// SPDX-License-Identifier: Apache-2.0
// An item of a tree has an accessible name. A best practice: no success criterion speaks of items
// that nobody can operate.
#include "webcheck/rule.h"
#include "webcheck/rules/naming.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"树节点的名称是“{}”", "The name of the tree item is \"{}\""}},
    {"no_name",
     {"树节点没有名称，读屏用户不知道走到了哪里",
      "The tree item has no name, so screen reader users cannot tell where they are"}},
    kDoubtfulName,
}};

constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  add_explicit_role(page, targets, Role::treeitem);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

}  // namespace

extern Rule const treeitem_has_name;
constinit Rule const treeitem_has_name{
    .id = "treeitem-has-name",
    .act = {},
    .basis = {},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"树节点应当有能读出来的名称",
              "An item of a tree should have a name that can be read out"},
    .help =
        {"读屏用户在树里上下移动时只听到“树项”，不知道是哪一个部门或栏目。请在元素里写上文字，或加 "
         "aria-label。",
         "Screen reader users who move through the tree hear only \"tree item\" and do not know "
         "which department or section it is. Put text into the element, or add an aria-label."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
