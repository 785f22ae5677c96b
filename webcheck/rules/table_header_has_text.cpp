// SPDX-License-Identifier: Apache-2.0
// A header cell of a table is not empty. Good advice; no clause demands it.
#include "webcheck/rule.h"
#include "webcheck/rules/targets.h"

#include <array>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { has_name, no_name, doubtful_name };
constexpr std::array<Message, 3> kMessages{{
    {"has_name", {"表头的内容是“{}”", "The header says \"{}\""}},
    {"no_name",
     {"表头单元格（<th>）是空的，读屏软件没有表头可读",
      "The header cell (<th>) is empty: a screen reader has no header to read"}},
    {"doubtful_name",
     {"表头的文字只可能来自图标字体，或来自不一定显示的内容，请核对",
      "The text of the header may only come from an icon font or from content that may be hidden; "
      "check it"},
     {"用读屏软件读这一列或这一行的单元格时，是否读出表头？",
      "Does a screen reader read a header with the cells of this row or column?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

void applicable(Page const &page, Targets &targets) {
  add_role(page, targets, Role::columnheader);
  add_role(page, targets, Role::rowheader);
}

Verdict expect(Page const &page, NodeId n) {
  return judge_name<Msg>(page, n);
}

}  // namespace

extern Rule const table_header_has_text;
constinit Rule const table_header_has_text{
    .id = "table-header-has-text",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"表头单元格要有文字", "A header cell should have text"},
    .help =
        {"读屏软件读每个单元格时先读它的表头，空的 <th> 等于没有表头。请写上文字；左上角的空格子、"
         "只为排版留空的格子，请用 <td>。",
         "A screen reader reads the header before each cell; an empty <th> is none. Put text "
         "into it; for an empty corner, or a cell that only makes room, use <td>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
