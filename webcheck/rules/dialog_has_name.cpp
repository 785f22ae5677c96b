// SPDX-License-Identifier: Apache-2.0
// A dialog that is shown has an accessible name. A best practice (WAI-ARIA Authoring Practices,
// dialog pattern): no success criterion asks for it. Dialogs that wait hidden are left alone.
#include "webcheck/rule.h"
#include "webcheck/rules/naming.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"对话框的名称是“{}”", "The name of the dialog is \"{}\""}},
    {"no_name",
     {"对话框没有名称，读屏用户不知道打开了什么",
      "The dialog has no name, so screen reader users cannot tell what opened"}},
    kDoubtfulName,
}};

constexpr std::array<People, 2> kPeople{People::blind, People::cognitive};

void applicable(Page const &page, Targets &targets) {
  add_role(page, targets, Role::dialog);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

}  // namespace

extern Rule const dialog_has_name;
constinit Rule const dialog_has_name{
    .id = "dialog-has-name",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"对话框应当有能读出来的名称", "A dialog should have a name that can be read out"},
    .help = {"对话框打开时，读屏软件先读它的名称。没有名称，用户只听到“对话框”，不知道要做什么。请"
             "用 aria-labelledby 指向对话框里的标题，没有标题就加 aria-label。",
             "When a dialog opens, a screen reader says its name first. Without one, users hear "
             "only \"dialog\" and do not know what it wants. Point aria-labelledby to the title in "
             "the dialog, or add an aria-label where it has none."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
