// SPDX-License-Identifier: Apache-2.0
// The summary of a table does not repeat its caption (WCAG 2.0, techniques H39 and H73). Good
// advice; no clause demands it.
#include "db/base/text.h"
#include "webcheck/a11y/flat_text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/a11y/visible_text.h"
#include "webcheck/rule.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { differs, repeats, doubtful };
constexpr std::array<Message, 3> kMessages{{
    {"differs", {"表格的 summary 与标题不同", "The summary of the table differs from its caption"}},
    {"repeats",
     {"表格的 summary 与标题（<caption>）完全一样：“{}”，读屏软件会读两遍",
      "The summary of the table is the same as its <caption>: \"{}\". A screen reader reads it "
      "twice"}},
    {"doubtful",
     {"表格的 summary 与标题可能一样：“{}”，请核对",
      "The summary of the table may be the same as its caption: \"{}\". Check it"},
     {"表格显示的标题与 summary“{}”是否不同？",
      "Does the caption that is shown differ from the summary \"{}\"?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

NodeId caption_of(Document const &document, NodeId table) {
  NodeId child = document.first_child(table);
  while (child.valid() && !document.is(child, atom::caption))
    child = document.next_sibling(child);
  return child;
}

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::table)) {
    bool const both = !trimmed(page.dom().attr_or_empty(n, atom::summary)).empty() &&
                      caption_of(page.dom(), n).valid();
    if (both) targets.add(n, page.a11y().included(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  VisibleText const caption = visible_text(page.a11y(), caption_of(page.dom(), n));
  std::string summary = FlatText(page.dom().attr_or_empty(n, atom::summary)).flat();
  if (!ascii_iequals(FlatText(caption.text).flat(), summary)) return passed(Msg::differs);
  return caption.sure ? failed(Msg::repeats, std::move(summary))
                      : cant_tell(Msg::doubtful, std::move(summary));
}

}  // namespace

extern Rule const table_summary_differs;
constinit Rule const table_summary_differs{
    .id = "table-summary-differs",
    .act = {},
    .basis = {},
    .severity = Severity::minor,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"表格的 summary 不要重复标题",
              "The summary of a table should not repeat its caption"},
    .help =
        {"summary 用来说明复杂表格怎么读，与 <caption> 相同就只会让读屏用户听两遍。请删去 summary，"
         "或把表格的结构说明写在表格前面的文字里。",
         "A summary tells how to read a complex table; the same words as in <caption> are only "
         "heard twice. Remove the summary, or explain the table in text before it."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
