// SPDX-License-Identifier: Apache-2.0
// A role is none that its specification deprecates (WAI-ARIA 1.2: directory; DPUB-ARIA 1.1: doc-
// biblioentry, doc-endnote). A best practice: browsers still expose them, so that no success
// criterion is broken.
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { current, deprecated };
constexpr std::array<Message, 2> kMessages{{
    {"current", {"角色没有被废弃", "The role is not deprecated"}},
    {"deprecated",
     {"role=\"{}\" 已被规范废弃，以后的浏览器和读屏软件可能不再识别",
      "role=\"{}\" is deprecated; browsers and screen readers may come to ignore it"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  add_with_attr(page, targets, atom::role, [&tree](NodeId n) {
    return tree.explicit_role(n) == Role::no_role ? Trilean(false) : !tree.hidden(n);
  });
}

Verdict expect(Page const &page, NodeId n) {
  Role const role = page.a11y().explicit_role(n);
  return is_deprecated(role) ? failed(Msg::deprecated, std::string(info(role).name))
                             : passed(Msg::current);
}

}  // namespace

extern Rule const role_not_deprecated;
constinit Rule const role_not_deprecated{
    .id = "role-not-deprecated",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"不宜使用已废弃的 role", "A role should not be a deprecated one"},
    .help = {"规范已不再推荐这个角色。role=\"directory\" 请改为 role=\"list\"（用 <ul> "
             "更好）；doc-biblioentry 和 doc-endnote 请去掉，用 <li> 即可。",
             "The specification no longer recommends this role. Write role=\"list\" in place of "
             "role=\"directory\" (better: use <ul>); remove doc-biblioentry and doc-endnote, <li> "
             "will do."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
