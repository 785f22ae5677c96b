// SPDX-License-Identifier: Apache-2.0
// A form field is not labelled by a tooltip or description alone. A best practice: the title
// attribute is a name all the same, so that WCAG 2.2 SC 4.1.2 is met.
#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/fields.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { labelled, title_only, description_only };
constexpr std::array<Message, 3> kMessages{{
    {"labelled", {"字段不只靠 title 来说明", "The field is labelled by more than its title"}},
    {"title_only",
     {"字段只有 title“{}”：鼠标停留才看得到，触摸屏和键盘用户看不到",
      "The field has only the title \"{}\", which shows on hovering alone: users of touch screens "
      "and keyboards do not see it"}},
    {"description_only",
     {"字段只有 aria-describedby，没有标签",
      "The field has only an aria-describedby and no label"}},
}};

constexpr std::array<People, 3> kPeople{People::low_vision, People::motor, People::cognitive};

bool says_something(Document const &document, NodeId n, Atom attribute) {
  return !trimmed(document.attr_or_empty(n, attribute)).empty();
}

bool is_labelled(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  return !tree.labels(n).empty() || says_something(document, n, atom::aria_label) ||
         says_something(document, n, atom::aria_labelledby);
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  each_native_field(page.dom(), [&](NodeId n) {
    bool const said = is_labelled(tree, n) || says_something(page.dom(), n, atom::title) ||
                      says_something(page.dom(), n, atom::aria_describedby);
    if (said) targets.add(n, tree.included(n));
  });
}

Verdict expect(Page const &page, NodeId n) {
  if (is_labelled(page.a11y(), n)) return passed(Msg::labelled);
  std::string_view const title = trimmed(page.dom().attr_or_empty(n, atom::title));
  return title.empty() ? failed(Msg::description_only)
                       : failed(Msg::title_only, std::string(title));
}

std::string mend(Page const &page, NodeId n) {
  std::string_view const title = trimmed(page.dom().attr_or_empty(n, atom::title));
  if (title.find_first_of("<&") != std::string_view::npos) return {};
  std::string const words = title.empty() ? gap("字段名称") : std::string(title);
  return "<label>" + words + " " + without_attr(page, n, "title") + "</label>";
}

}  // namespace

extern Rule const field_label_not_title;
constinit Rule const field_label_not_title{
    .id = "field-label-not-title",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"表单字段应当有看得见的标签，不能只靠 title",
              "A form field should have a visible label, not just a title"},
    .help = {"title "
             "只在鼠标停留时出现，低视力、认知障碍、用触摸屏和键盘的人看不到要填什么。请加上看得见"
             "的 <label>。",
             "A title shows only when a mouse rests on the field: people with low vision or a "
             "cognitive impairment and those who use touch or keys do not see what to enter. Add a "
             "<label> that can be seen."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
