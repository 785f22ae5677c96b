// SPDX-License-Identifier: Apache-2.0
// The scope attribute stands on header cells and has a value that HTML knows (HTML, section
// 4.9.10). Good advice; no clause demands it.
#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, on_data_cell, no_value };
constexpr std::array<Message, 3> kMessages{{
    {"valid", {"scope 的值是“{}”", "The scope is \"{}\""}},
    {"on_data_cell",
     {"scope 写在了 <td> 上，不起作用，这个单元格不会成为表头",
      "The scope stands on a <td>, where it has no effect: the cell does not become a header"}},
    {"no_value",
     {"scope 的值“{}”无效，只能是 col、row、colgroup、rowgroup",
      "The scope \"{}\" is none of col, row, colgroup and rowgroup"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};
constexpr std::array<std::string_view, 4> kValues{"col", "row", "colgroup", "rowgroup"};

void applicable(Page const &page, Targets &targets) {
  for (Atom const tag : {atom::th, atom::td}) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      if (page.dom().is(n, tag) && page.dom().has_attr(n, atom::scope))
        targets.add(n, !page.a11y().hidden(n));
    }
  }
}

bool is_known(std::string_view value) {
  return std::ranges::any_of(
      kValues, [value](std::string_view known) { return ascii_iequals(value, known); });
}

Verdict expect(Page const &page, NodeId n) {
  if (page.dom().is(n, atom::td)) return failed(Msg::on_data_cell);
  std::string value(page.dom().attr_or_empty(n, atom::scope));
  return is_known(value) ? passed(Msg::valid, std::move(value))
                         : failed(Msg::no_value, std::move(value));
}

}  // namespace

extern Rule const scope_attr_valid;
constinit Rule const scope_attr_valid{
    .id = "scope-attr-valid",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"scope 要写在表头单元格上，值要有效",
              "scope should stand on header cells and have a known value"},
    .help =
        {"读屏软件靠 scope 知道表头管一列还是一行。请把表头单元格写成 <th scope=\"col\">（管一列）"
         "或 <th scope=\"row\">（管一行）；普通单元格 <td> 上的 scope 请删去。",
         "By scope a screen reader knows whether a header belongs to a column or a row. Write "
         "header cells as <th scope=\"col\"> or <th scope=\"row\">, and take scope away from "
         "<td>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
