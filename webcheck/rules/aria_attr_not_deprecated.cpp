// SPDX-License-Identifier: Apache-2.0
// No ARIA attribute is one that WAI-ARIA 1.2 deprecates: aria-dropeffect, aria-grabbed, and on
// roles that do not support them aria-disabled, aria-errormessage, aria-haspopup, aria-invalid. A
// best practice: no success criterion asks for it.
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { current, deprecated };
constexpr std::array<Message, 2> kMessages{{
    {"current", {"属性都没有被废弃", "None of the attributes is deprecated"}},
    {"deprecated", {"WAI-ARIA 1.2 已废弃这里的属性：{}", "WAI-ARIA 1.2 deprecates here: {}"}},
}};

constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  add_with_aria(page, targets, [&](NodeId n) {
    // A script decides on the role of a custom element.
    bool const custom = is_custom_element(document, n) && tree.explicit_role(n) == Role::no_role;
    return custom ? Trilean(false) : tree.included(n);
  });
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  Role const role = page.a11y().role(n);
  std::string old;
  for (Attribute const &attribute : document.attributes(n)) {
    auto const known = find_aria_attribute(document.name(attribute.name));
    if (!known || !is_deprecated(role, *known)) continue;
    old.append(old.empty() ? "" : ", ").append(info(*known).name);
  }
  return old.empty() ? passed(Msg::current) : failed(Msg::deprecated, std::move(old));
}

}  // namespace

extern Rule const aria_attr_not_deprecated;
constinit Rule const aria_attr_not_deprecated{
    .id = "aria-attr-not-deprecated",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"不宜使用已废弃的 aria- 属性", "aria- attributes should not be deprecated ones"},
    .help = {"这些属性读屏软件已不支持，或在这个角色上不再支持，写了也没有人听到。拖放请另给键盘操"
             "作的办法和文字提示；aria-disabled、aria-haspopup、aria-invalid、aria-errormessage "
             "请移到按钮、输入框等控件本身。",
             "Screen readers do not support these attributes, or not on this role: nobody hears of "
             "them. For drag and drop give another way by keyboard and say so in words; move "
             "aria-disabled, aria-haspopup, aria-invalid and aria-errormessage to the button or "
             "field itself."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
