// SPDX-License-Identifier: Apache-2.0
// A form field has no more than one <label> that people get. WCAG 2.2 SC 3.3.2; GB/T 37668 3.3.4.1.
// Never fails by itself: the standard joins the texts of all labels, but some screen readers read
// one of them only.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/fields.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { one, several };
constexpr std::array<Message, 2> kMessages{{
    {"one", {"字段只有一个标签", "The field has one label"}},
    {"several",
     {"字段有 {} 个标签，有的读屏软件只读其中一个",
      "The field has {} labels, of which some screen readers read only one"},
     {"常用的读屏软件把这个字段的几个标签都读出来，而且连起来通顺吗？",
      "Do the usual screen readers read all labels of this field, and do they make sense one after "
      "the other?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"3.3.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.4.1"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  each_native_field(page.dom(), [&](NodeId n) {
    if (!tree.labels(n).empty()) targets.add(n, tree.included(n));
  });
}

Verdict expect(Page const &page, NodeId n) {
  A11yTree const &tree = page.a11y();
  auto const labels = tree.labels(n);
  auto const shown = std::ranges::count_if(
      labels, [&tree](NodeId label) { return !tree.hidden(label).is_true(); });
  return shown > 1 ? cant_tell(Msg::several, std::to_string(shown)) : passed(Msg::one);
}

}  // namespace

extern Rule const field_has_one_label;
constinit Rule const field_has_one_label{
    .id = "field-has-one-label",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"一个表单字段不宜有几个 <label>",
              "A form field should not have several <label> elements"},
    .help = {"几个 <label> 指向同一个字段时，有的读屏软件只读第一个或最后一个。请只留一个 "
             "<label>，其余的提示放进同一个 <label>，或用 aria-describedby 关联。",
             "Where several <label> elements are for one field, some screen readers read only the "
             "first or the last. Keep one <label>; put the other hints into it, or tie them to the "
             "field with aria-describedby."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
