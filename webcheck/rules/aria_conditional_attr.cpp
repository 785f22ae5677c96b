// SPDX-License-Identifier: Apache-2.0
// ARIA attributes stand only where the specification of the role lets them count: aria-checked on a
// native checkbox or radio button says what its state says (ARIA in HTML, section 4), and rows have
// the attributes of a tree only in a treegrid (WAI-ARIA 1.2, row). WCAG 2.2 SC 4.1.2 may be met all
// the same; GB/T 37668 has no clause for it.
#include "db/base/text.h"
#include "webcheck/a11y/role.h"
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { counts, checked_differs, no_treegrid, mixed, perhaps };
constexpr std::array<Message, 5> kMessages{{
    {"counts", {"属性在这里有效", "The attributes count here"}},
    {"checked_differs",
     {"aria-checked=\"{}\" 与控件本身的选中状态不一致，浏览器不采用它",
      "aria-checked=\"{}\" contradicts the state of the control itself; browsers ignore it"}},
    {"no_treegrid",
     {"普通表格的行不支持这些属性：{}", "A row of a plain table does not support: {}"}},
    {"mixed",
     {"aria-checked=\"mixed\" 要由脚本把控件设为不确定状态才对，请在浏览器中核对",
      "aria-checked=\"mixed\" is right only if a script makes the control indeterminate; check in "
      "a browser"},
     {"控件显示为“部分选中”吗？", "Does the control show as partly checked?"}},
    {"perhaps",
     {"行所在的表格可能由脚本决定，请核对这些属性：{}",
      "A script may decide on what the row stands in; check: {}"},
     {"这一行在可以展开和收起的树形表格里吗？",
      "Does the row stand in a table whose rows open and close like a tree?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

constexpr std::array<std::string_view, 4> kTreeAttributes{"aria-expanded", "aria-level",
                                                          "aria-posinset", "aria-setsize"};
constexpr int kMaxSteps = 600;  // browsers nest elements 512 deep at most

bool is_native_check(Document const &document, NodeId n) {
  if (!document.is(n, atom::input)) return false;
  std::string_view const type = input_type(document, n);
  return type == "checkbox" || type == "radio";
}

std::string tree_attributes(Document const &document, NodeId n) {
  std::string out;
  for (std::string_view const each : kTreeAttributes) {
    Atom const name = document.find_atom(each);
    if (name == atom::none || !document.has_attr(n, name)) continue;
    out.append(out.empty() ? "" : ", ").append(each);
  }
  return out;
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  add_with_aria(page, targets, [&](NodeId n) {
    bool const check = is_native_check(document, n) && document.has_attr(n, atom::aria_checked);
    bool const row = tree.role(n) == Role::row && !tree_attributes(document, n).empty();
    return check || row ? tree.included(n) : Trilean(false);
  });
}

Verdict judge_checked(Document const &document, NodeId n) {
  std::string const said = ascii_lower(trimmed(document.attr_or_empty(n, atom::aria_checked)));
  if (said == "mixed" && input_type(document, n) == "checkbox") return cant_tell(Msg::mixed);
  bool const checked = document.has_attr(n, atom::checked);
  return (said == "true") == checked ? passed(Msg::counts) : failed(Msg::checked_differs, said);
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  if (is_native_check(document, n)) return judge_checked(document, n);
  // The owner of the row: the nearest table of any kind around it.
  NodeId at = n;
  for (int step = 0; step < kMaxSteps && tree.spend(); ++step) {
    NodeId const owner = tree.owner_by_reference(at);
    at = owner.valid() ? owner : document.parent(at);
    if (!at.valid() || !document.is_element(at)) break;
    if (tree.role(at) == Role::treegrid) return passed(Msg::counts);
    if (is_a(tree.role(at), Role::table)) {
      return failed(Msg::no_treegrid, tree_attributes(document, n));
    }
  }
  return cant_tell(Msg::perhaps, tree_attributes(document, n));
}

}  // namespace

extern Rule const aria_conditional_attr;
constinit Rule const aria_conditional_attr{
    .id = "aria-conditional-attr",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"aria- 属性只能用在它起作用的地方", "aria- attributes must stand where they count"},
    .help = {"浏览器不采用的属性，读屏用户得不到它表示的状态。复选框和单选框请用 checked，不要写 "
             "aria-checked；行可以展开收起的表格，请把表格写成 role=\"treegrid\"，或把 "
             "aria-expanded 写在行里的按钮上。",
             "Browsers ignore such an attribute, so that screen reader users do not get the state "
             "it stands for. Use checked on checkboxes and radio buttons in place of aria-checked; "
             "give a table whose rows open and close role=\"treegrid\", or put aria-expanded on a "
             "button in the row."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
