// SPDX-License-Identifier: Apache-2.0
// A text for braille displays stands beside one that is spoken: aria-braillelabel beside an
// accessible name, aria-brailleroledescription beside aria-roledescription (WAI-ARIA 1.3). WCAG 2.2
// SC 4.1.2; GB/T 37668 has no clause for it.
#include "db/base/text.h"
#include "webcheck/a11y/name.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_equivalent, no_name, no_roledescription, doubtful_name };
constexpr std::array<Message, 4> kMessages{{
    {"has_equivalent",
     {"盲文属性都有对应的名称或角色说明", "What is there for braille has its spoken equivalent"}},
    {"no_name",
     {"元素有 aria-braillelabel，却没有名称", "The element has an aria-braillelabel but no name"}},
    {"no_roledescription",
     {"元素有 aria-brailleroledescription，却没有 aria-roledescription",
      "The element has an aria-brailleroledescription but no aria-roledescription"}},
    {"doubtful_name",
     {"元素有 aria-braillelabel，名称却不一定有，请用读屏软件核对",
      "The element has an aria-braillelabel, but may have no name; check with a screen reader"},
     {"读屏软件读得出它的名称吗？", "Does a screen reader read out a name for it?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

bool says_something(Document const &document, NodeId n, std::string_view attribute) {
  Atom const name = document.find_atom(attribute);
  return name != atom::none && !trimmed(document.attr_or_empty(n, name)).empty();
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  add_with_aria(page, targets, [&](NodeId n) {
    bool const braille = says_something(document, n, "aria-braillelabel") ||
                         says_something(document, n, "aria-brailleroledescription");
    return braille ? page.a11y().included(n) : Trilean(false);
  });
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  bool const described = says_something(document, n, "aria-roledescription");
  if (says_something(document, n, "aria-brailleroledescription") && !described) {
    return failed(Msg::no_roledescription);
  }
  if (!says_something(document, n, "aria-braillelabel")) return passed(Msg::has_equivalent);
  Trilean const named = accessible_name(page.a11y(), n).present;
  if (named.is_unknown()) return cant_tell(Msg::doubtful_name);
  return named.is_true() ? passed(Msg::has_equivalent) : failed(Msg::no_name);
}

}  // namespace

extern Rule const aria_braille_equivalent;
constinit Rule const aria_braille_equivalent{
    .id = "aria-braille-equivalent",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"写给盲文点显器的属性必须有对应的名称或角色说明",
              "Attributes for braille displays must have a spoken equivalent"},
    .help = {"aria-braillelabel 和 aria-brailleroledescription "
             "只是名称和角色说明的盲文写法，不能代替它们：只写它们，听读屏的用户什么也得不到。请补"
             "上名称（文字、alt 或 aria-label）或 aria-roledescription，或去掉盲文属性。",
             "aria-braillelabel and aria-brailleroledescription are only the braille spelling of a "
             "name and a role description and do not replace them: those who listen get nothing. "
             "Add the name (text, alt or aria-label) or aria-roledescription, or remove the "
             "braille attributes."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
