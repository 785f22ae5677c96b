// SPDX-License-Identifier: Apache-2.0
// A <dt> or <dd> stands in a <dl>, directly or in a <div> that groups items (HTML, section 4.4.10).
// WCAG 2.2 SC 1.3.1; GB/T 37668 has no clause for it.
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { in_list, outside, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"in_list", {"在 <dl> 里", "It stands in a <dl>"}},
    {"outside",
     {"<{}> 不在 <dl> 里，或与 <dl> 之间隔着别的元素",
      "The <{}> stands in no <dl>, or has another element between itself and the <dl>"}},
    {"perhaps",
     {"<{}> 的容器由脚本提供，请用读屏软件核对",
      "A script provides what the <{}> stands in; check with a screen reader"},
     {"读屏软件能说出这是一个有名称和说明的列表吗？",
      "Does a screen reader say that this is a list of terms with descriptions?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (Atom const tag : {atom::dt, atom::dd}) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      bool const plain = page.dom().is(n, tag) && tree.explicit_role(n) == Role::no_role;
      if (plain) targets.add(n, !tree.hidden(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  NodeId up = document.parent(n);
  if (document.is(up, atom::div)) up = document.parent(up);
  if (document.is(up, atom::dl)) return passed(Msg::in_list);
  std::string tag(document.tag_name(n));
  bool const custom =
      is_custom_element(document, up) || is_custom_element(document, document.parent(n));
  return custom ? cant_tell(Msg::perhaps, std::move(tag)) : failed(Msg::outside, std::move(tag));
}

}  // namespace

extern Rule const dl_item_in_dl;
constinit Rule const dl_item_in_dl{
    .id = "dl-item-in-dl",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"<dt> 和 <dd> 必须放在 <dl> 里", "A <dt> or <dd> must stand in a <dl>"},
    .help = {"离开 <dl>，读屏软件不知道这是名称和说明，读不出有几项。请用 <dl> "
             "包住它们，中间只能隔一层 <div>；不是名称和说明的，改用 <p> 或标题。",
             "Outside of a <dl> a screen reader does not know that these are terms and "
             "descriptions, nor how many. Put them into a <dl> with at most one <div> between; for "
             "what is no term or description use <p> or a heading."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
