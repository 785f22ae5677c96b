// SPDX-License-Identifier: Apache-2.0
// An <li> stands in a <ul>, <ol> or <menu>, or in an element with the role list. WCAG 2.2 SC 1.3.1;
// GB/T 37668 has no clause for it. Failed where it is plainly an item: beside others, or cut off
// from a list by an element between. One that stands alone is not decided.
#include "webcheck/rule.h"
#include "webcheck/rules/ownership.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { in_list, no_list, cut_off, alone };
constexpr std::array<Message, 4> kMessages{{
    {"in_list", {"在列表里", "It stands in a list"}},
    {"no_list",
     {"几个 <li> 不在列表里，读屏软件不知道这是一个列表",
      "These <li> elements stand in no list, so that a screen reader does not know that they are "
      "one"}},
    {"cut_off",
     {"<li> 和列表之间隔着 <{}>，列表断开了",
      "There is a <{}> between the <li> and its list, which breaks the list up"}},
    {"alone",
     {"单独一个 <li> 不在列表里，或由脚本放进列表，请核对",
      "A single <li> stands in no list, or a script puts it into one; check it"},
     {"读屏软件把它读作列表中的一项，或者它本来就不是列表吗？",
      "Does a screen reader read it as an item of a list, or is it no list at all?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"1.3.1"};

bool is_list_element(Document const &document, NodeId n) {
  return document.is(n, atom::ul) || document.is(n, atom::ol) || document.is(n, atom::menu) ||
         document.is(n, atom::dir);
}

/// The parent that decides about the role. Lists with another role have no items to lose.
bool is_list(A11yTree const &tree, NodeId n) {
  return is_list_element(tree.document(), n) || is_a(tree.role(n), Role::list);
}

bool is_plain_item(A11yTree const &tree, NodeId n) {
  return tree.document().is(n, atom::li) && tree.explicit_role(n) == Role::no_role;
}

NodeId next_element(Document const &document, NodeId n) {
  do {
    n = document.next_sibling(n);
  } while (n.valid() && !document.is_element(n));
  return n;
}

/// The parents in which <li> elements stand one behind the other.
struct Runs {
  explicit Runs(Page const &page) {
    A11yTree const &tree = page.a11y();
    for (NodeId const n : page.dom().by_tag(atom::li)) {
      if (!is_plain_item(tree, n) || !tree.hidden(n).is_false()) continue;
      NodeId const next = next_element(page.dom(), n);
      bool const run = next.valid() && is_plain_item(tree, next) && tree.hidden(next).is_false();
      if (run) parents.insert(page.dom().parent(n).value);
    }
  }
  std::unordered_set<std::uint32_t> parents;
};

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().by_tag(atom::li)) {
    bool const item = is_plain_item(tree, n) && !is_presentational(tree.implicit_role(n));
    bool const list = tree.implicit_role(n) == Role::listitem;
    if (item && (list || !is_list(tree, page.dom().parent(n)))) targets.add(n, !tree.hidden(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  A11yTree const &tree = page.a11y();
  if (tree.implicit_role(n) == Role::listitem) return passed(Msg::in_list);
  NodeId const up = document.parent(n);
  bool const doubt = is_custom_element(document, up) || tree.owner_by_reference(n).valid();
  if (doubt) return cant_tell(Msg::alone);
  NodeId const above = document.parent(up);
  if (above.valid() && document.is_element(above) && is_a(tree.role(above), Role::list)) {
    return failed(Msg::cut_off, std::string(document.tag_name(up)));
  }
  return page.facts<Runs>().parents.contains(up.value) ? failed(Msg::no_list)
                                                       : cant_tell(Msg::alone);
}

}  // namespace

extern Rule const list_item_in_list;
constinit Rule const list_item_in_list{
    .id = "list-item-in-list",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"<li> 必须放在列表里", "An <li> must stand in a list"},
    .help = {"离开 <ul> 或 <ol>，读屏软件不会说“列表，共几项”，用户也无法按列表浏览。请用 <ul> 或 "
             "<ol> 直接包住 <li>；要加链接或分组，放进 <li> 里面。",
             "Outside of a <ul> or <ol> a screen reader does not say \"list of 5 items\", and "
             "users cannot step through it. Put the <li> elements directly into a <ul> or <ol>, "
             "and links or wrappers into the <li>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
