// SPDX-License-Identifier: Apache-2.0
// The role that an author gives an element is one that ARIA in HTML (section 4) allows there. A
// best practice: no success criterion asks for it. Only the first role that exists is looked at, as
// browsers do.
#include "webcheck/a11y/permitted_role.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { permitted, not_permitted, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"permitted", {"元素可以有这个角色", "The element may have this role"}},
    {"not_permitted", {"HTML 不允许给 {} 这个角色", "HTML does not allow {}"}},
    {"perhaps",
     {"是否允许 {}，要看名称或脚本，请核对",
      "Whether HTML allows {} hangs on a name or a script; check it"},
     {"给这个元素这个角色，是因为它确实当作这种控件用，而且有名称吗？",
      "Does the element really serve as what the role says, and has it a name?"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  add_with_attr(page, targets, atom::role, [&](NodeId n) {
    bool const applies =
        document.ns(n) == Namespace::html && tree.explicit_role(n) != Role::no_role;
    return applies ? !tree.hidden(n) : Trilean(false);
  });
}

Verdict expect(Page const &page, NodeId n) {
  Role const role = page.a11y().explicit_role(n);
  Trilean const may = may_have_role(page.a11y(), n, role);
  if (may.is_true()) return passed(Msg::permitted);
  std::string detail =
      "<" + std::string(page.dom().tag_name(n)) + " role=\"" + std::string(info(role).name) + "\">";
  return may.is_unknown() ? cant_tell(Msg::perhaps, std::move(detail))
                          : failed(Msg::not_permitted, std::move(detail));
}

std::string mend(Page const &page, NodeId n) {
  return without_attr(page, n, "role");
}

}  // namespace

extern Rule const role_permitted;
constinit Rule const role_permitted{
    .id = "role-permitted",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"role 应当是 HTML 允许该元素使用的",
              "A role should be one that HTML allows on its element"},
    .help = {"有些元素本身的含义不该被改掉：例如 <main>、<label> 不能有别的角色，<h2> "
             "不能当按钮。读屏软件可能两头都不认。请去掉 role；需要按钮就用 <button>，需要分组就用 "
             "<div role=\"group\">。",
             "The meaning of some elements should not be changed: <main> and <label> take no other "
             "role, an <h2> is no button. Screen readers may get neither meaning. Remove the role; "
             "use <button> for a button and <div role=\"group\"> for a group."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
