// SPDX-License-Identifier: Apache-2.0
// The headers attribute of a table cell names header cells of the same table. ACT a25f45; WCAG 2.2
// SC 1.3.1; GB/T 37668 has no clause for it. Deviation: a data cell of the same table is perhaps
// meant as a header: cannot tell.
#include "webcheck/a11y/tree.h"
#include "webcheck/dom/tokens.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, missing, itself, elsewhere, no_cell, data_cell };
constexpr std::array<Message, 6> kMessages{{
    {"valid",
     {"headers 指向的都是本表格的表头", "All that headers names are headers of the table"}},
    {"missing",
     {"headers 指向的 id“{}”不存在", "headers names the id \"{}\", which does not exist"}},
    {"itself", {"headers 指向了单元格自己：“{}”", "headers names the cell itself: \"{}\""}},
    {"elsewhere",
     {"headers 指向的“{}”不在同一个表格里", "What headers names is not in the same table: \"{}\""}},
    {"no_cell", {"headers 指向的“{}”不是单元格", "What headers names is no cell: \"{}\""}},
    {"data_cell",
     {"headers 指向的“{}”是普通单元格，不是表头，请核对",
      "What headers names, \"{}\", is a data cell and no header; check it"}},
}};

constexpr std::array<std::string_view, 1> kAct{"a25f45"};
constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};
constexpr float kFarOff = -999;  // pixels: what stands there nobody sees

bool is_cell(Document const &document, NodeId n) {
  return document.is(n, atom::td) || document.is(n, atom::th);
}

/// The table of a cell: the parser sees to it that little stands between.
NodeId table_of(Document const &document, NodeId cell) {
  NodeId at = document.parent(cell);
  while (at.valid() && document.is_element(at) && !document.is(at, atom::table)) {
    at = document.parent(at);
  }
  return at.valid() && document.is(at, atom::table) ? at : kNoNode;
}

bool is_off_screen(Page const &page, NodeId n) {
  if (page.styles().empty()) return false;
  ComputedStyle const &style = page.styles()[n];
  if (!style.position.is_known() || style.position.value() == Position::static_) return false;
  auto const far = [](Known<Length> const &length) {
    return length.is_known() && !length.value().is_auto && length.value().px <= kFarOff;
  };
  return far(style.left) || far(style.top);
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  for (Atom const tag : {atom::td, atom::th}) {
    for (NodeId const n : document.by_tag(tag)) {
      if (!document.is(n, tag)) continue;
      if (trimmed(document.attr_or_empty(n, atom::headers)).empty()) continue;
      NodeId const table = table_of(document, n);
      if (!table.valid() || !is_a(tree.role(table), Role::table)) continue;
      if (!is_a(tree.role(n), Role::cell) || is_off_screen(page, table)) continue;
      targets.add(n, tree.visible(n) && tree.included(table) && tree.included(n));
    }
  }
}

Verdict judge(Page const &page, NodeId cell, std::string_view id) {
  Document const &document = page.dom();
  NodeId const header = document.by_id(id);
  std::string name(id);
  if (!header.valid()) return failed(Msg::missing, std::move(name));
  if (header == cell) return failed(Msg::itself, std::move(name));
  NodeId const table = table_of(document, cell);
  if (!document.is_inclusive_ancestor(table, header)) {
    return failed(Msg::elsewhere, std::move(name));
  }
  Role const role = page.a11y().role(header);
  bool const is_header = role == Role::columnheader || role == Role::rowheader;
  if (!is_cell(document, header) && !is_header) return failed(Msg::no_cell, std::move(name));
  if (table_of(document, header) != table) return failed(Msg::elsewhere, std::move(name));
  return is_header ? passed(Msg::valid) : cant_tell(Msg::data_cell, std::move(name));
}

Verdict expect(Page const &page, NodeId n) {
  Verdict worst = passed(Msg::valid);
  each_token(page.dom().attr_or_empty(n, atom::headers), [&](std::string_view id) {
    if (worst.outcome == Outcome::failed) return;
    Verdict verdict = judge(page, n, id);
    if (verdict.outcome != Outcome::passed) worst = std::move(verdict);
  });
  return worst;
}

std::string mend(Page const &page, NodeId n) {
  std::string kept;
  each_token(page.dom().attr_or_empty(n, atom::headers), [&](std::string_view id) {
    if (judge(page, n, id).outcome == Outcome::failed) return;
    kept.append(kept.empty() ? "" : " ").append(id);
  });
  return kept.empty() ? without_attr(page, n, "headers") : with_attr(page, n, "headers", kept);
}

}  // namespace

extern Rule const headers_attr_valid;
constinit Rule const headers_attr_valid{
    .id = "headers-attr-valid",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"单元格的 headers 属性必须指向同一表格的表头",
              "The headers attribute of a cell must name header cells of the same table"},
    .help =
        {"读屏软件按 headers 读出单元格属于哪个表头，指错了就读不出来或读错。请让每个 id 都是同一"
         "个表格里某个 <th> 的 id；简单的表格去掉 headers，用 <th scope=\"col\"> 和 "
         "<th scope=\"row\"> 就够了。GB/T 37668 对此没有条款。",
         "By headers a screen reader tells which headers a cell has; with a wrong id it reads "
         "none or the wrong one. Let each id be that of a <th> in the same table; in simple "
         "tables remove headers, <th scope=\"col\"> and <th scope=\"row\"> will do. GB/T 37668 "
         "has no clause for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
