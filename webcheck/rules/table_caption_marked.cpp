// SPDX-License-Identifier: Apache-2.0
// The title of a table is its <caption>, not a row of it (WCAG 2.2, technique H39; failure F46 is
// akin). WCAG 2.2 SC 1.3.1; GB/T 37668 has no clause for it. A first row of one cell over all
// columns is asked about.
#include "webcheck/a11y/flat_text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/a11y/visible_text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/data_table.h"
#include "webcheck/text/words.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { no_title_row, title_row };
constexpr std::array<Message, 2> kMessages{{
    {"no_title_row",
     {"表格的第一行不像标题", "The first row of the table does not look like a title"}},
    {"title_row",
     {"表格第一行只有一个跨所有列的单元格：“{}”；如果是整个表格的标题，应写成 <caption>",
      "The first row of the table is one cell over all columns: \"{}\". If it is the title of the "
      "table, it should be a <caption>"},
     {"第一行“{}”是表格里的一项内容，而不是整个表格的标题，对吗？",
      "Is the first row \"{}\" a part of the content, and not the title of the whole table?"}},
}};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::table)) {
    if (data_table_grid(page, n)) targets.add(n, page.a11y().included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  auto const grid = data_table_grid(page, n);
  TableCell const &first = grid->cells.front();
  bool const across = first.width >= grid->columns && first.height == 1 && grid->rows > 1;
  if (!across || has_caption(page.dom(), n)) return passed(Msg::no_title_row);
  std::string text = FlatText(visible_text(page.a11y(), first.node).text).flat();
  return wording_of(text) == Wording::none ? passed(Msg::no_title_row)
                                           : cant_tell(Msg::title_row, std::move(text));
}

}  // namespace

extern Rule const table_caption_marked;
constinit Rule const table_caption_marked{
    .id = "table-caption-marked",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"表格的标题要用 <caption>", "The title of a table must be its <caption>"},
    .help =
        {"读屏软件进入表格时先读 <caption>，用户就知道是不是要找的表格；写在第一行的标题会被当成"
         "数据。请把它移到 <table> 开头的 <caption> 里。GB/T 37668 对此没有条款。",
         "A screen reader reads the <caption> on entering a table, so that people know whether "
         "it is the one that they look for; a title in the first row is taken for data. Move it "
         "into <caption> at the beginning of <table>. GB/T 37668 has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
