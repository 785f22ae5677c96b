// SPDX-License-Identifier: Apache-2.0
// A <ul>, <ol> or <menu> holds items and nothing beside them (HTML, sections 4.4.5 to 4.4.7). Good
// advice: what stands between the items can be read all the same. Blocks without a meaning of their
// own that hold items only are left alone, and so are custom elements.
#include "webcheck/a11y/flat_text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/text/words.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { only_items, stray, perhaps };
constexpr std::array<Message, 3> kMessages{{
    {"only_items", {"列表里只有列表项", "The list holds items only"}},
    {"stray",
     {"列表里有不属于任何列表项的内容：“{}”，读屏软件报的列表结构就不对了",
      "There is content in the list that belongs to no item: \"{}\". What a screen reader says of "
      "the list is then wrong"}},
    {"perhaps",
     {"列表里可能有不属于任何列表项的内容：“{}”，但它不一定显示，请核对",
      "There may be content in the list that belongs to no item: \"{}\"; but it may be hidden. "
      "Check "
      "it"},
     {"打开页面后，“{}”是否不显示？", "Is \"{}\" hidden when the page is open?"}},
}};
constexpr std::array<People, 1> kPeople{People::blind};

/// The first piece of content that is in no item.
struct Stray {
  NodeId node = kNoNode;
  Trilean there = false;
};

bool is_item(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  Role const role = tree.role(n);
  return document.is(n, atom::li) || role == Role::listitem || is_a(role, Role::list) ||
         document.tag_name(n).find('-') != std::string_view::npos;
}

Stray find_stray(A11yTree const &tree, NodeId list) {
  Document const &document = tree.document();
  Stray stray;
  NodeId n{list.value + 1};
  while (n < document.subtree_end(list) && !stray.there.is_true()) {
    bool const element = document.is_element(n);
    bool const skip = element && (is_item(tree, n) || tree.rendered(n).is_false());
    bool const says = element ? tree.role(n) == Role::img
                              : document.kind(n) == NodeKind::text &&
                                    wording_of(document.text(n)) != Wording::none;
    if (Trilean const there = !tree.hidden(n); !skip && says && !there.is_false()) {
      if (!stray.node.valid() || there.is_true()) stray = {n, there};
    }
    n = skip ? document.subtree_end(n) : NodeId{n.value + 1};
  }
  return stray;
}

void applicable(Page const &page, Targets &targets) {
  A11yTree const &tree = page.a11y();
  for (Atom const tag : {atom::ul, atom::ol, atom::menu}) {
    for (NodeId const n : page.dom().by_tag(tag)) {
      if (page.dom().is(n, tag) && tree.role(n) == Role::list) targets.add(n, tree.included(n));
    }
  }
}

Verdict expect(Page const &page, NodeId n) {
  Stray const stray = find_stray(page.a11y(), n);
  if (!stray.node.valid()) return passed(Msg::only_items);
  Document const &document = page.dom();
  std::string detail =
      document.is_element(stray.node) ? "<img>" : FlatText(document.text(stray.node)).flat();
  return stray.there.is_true() ? failed(Msg::stray, std::move(detail))
                               : cant_tell(Msg::perhaps, std::move(detail));
}

}  // namespace

extern Rule const list_holds_items;
constinit Rule const list_holds_items{
    .id = "list-holds-items",
    .act = {},
    .basis = {},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .kind = Kind::best_practice,
    .people = kPeople,
    .title = {"列表里只放列表项", "A list should hold items only"},
    .help = {"读屏软件会报“列表，共几项”，混在 <li> "
             "之间的文字不算任何一项，用户会漏掉或弄混。请把列表的"
             "标题移到 <ul> 前面（用 <h2>、<h3>），其余内容放进 <li> 里。",
             "A screen reader says how many items a list has; text between the <li> is in none, so "
             "that people miss or misplace it. Move the title of the list before the <ul> (as <h2> "
             "or <h3>), and put the rest into <li>."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
