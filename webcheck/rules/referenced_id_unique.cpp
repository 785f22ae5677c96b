// SPDX-License-Identifier: Apache-2.0
// An id that ARIA attributes or labels refer to is that of one element. WCAG 2.2 SC 4.1.2; GB/T
// 37668 has no clause for it. Never fails by itself: browsers take the first such element, and that
// may be the one that is meant.
#include "webcheck/a11y/tree.h"
#include "webcheck/dom/tokens.h"
#include "webcheck/rule.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { unique, repeated };
constexpr std::array<Message, 2> kMessages{{
    {"unique",
     {"被引用的 id 只有这一个",
      "The id that is referred to is unique, or this is its first element"}},
    {"repeated",
     {"id“{}”有别的元素先用了，引用它的标签或 aria- 属性找到的不是这个元素",
      "An earlier element has the id \"{}\": labels and aria- attributes that name it get that "
      "one, not this"},
     {"引用这个 id 的标签和 aria- 属性，指的都是前面第一个元素吗？",
      "Do all labels and aria- attributes that name this id mean the first element that has it?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"4.1.2"};

/// The ids that labels and ARIA attributes name.
struct ReferencedIds {
  explicit ReferencedIds(Page const &page) {
    Document const &document = page.dom();
    for (NodeId const n : document.with_attr(atom::for_)) {
      if (document.is(n, atom::label)) ids.insert(document.attr_or_empty(n, atom::for_));
    }
    for (NodeId const n : document.with_aria()) {
      for (Attribute const &attribute : document.attributes(n)) {
        auto const known = find_aria_attribute(document.name(attribute.name));
        if (!known) continue;
        AriaType const type = info(*known).type;
        if (type != AriaType::id && type != AriaType::id_list) continue;
        each_token(attribute.value, [this](std::string_view id) { ids.insert(id); });
      }
    }
  }
  std::unordered_set<std::string_view> ids;
};

void applicable(Page const &page, Targets &targets) {
  auto const &ids = page.facts<ReferencedIds>().ids;
  if (ids.empty()) return;
  for (NodeId const n : page.dom().with_attr(atom::id)) {
    if (ids.contains(page.dom().attr_or_empty(n, atom::id))) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string_view const id = page.dom().attr_or_empty(n, atom::id);
  return page.dom().by_id(id) == n ? passed(Msg::unique)
                                   : cant_tell(Msg::repeated, std::string(id));
}

}  // namespace

extern Rule const referenced_id_unique;
constinit Rule const referenced_id_unique{
    .id = "referenced-id-unique",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .decides = Decides::questions,
    .title = {"标签和 aria- 属性引用的 id 不得重复",
              "An id that labels or aria- attributes refer to must be unique"},
    .help = {"id "
             "重复时浏览器只认第一个元素：第二个输入框就没有了标签，读屏用户会听到别处的名称。请给"
             "每个元素不同的 id，并改好引用它的 for、aria-labelledby 等属性。",
             "Where an id is repeated, browsers take the first element: a second field loses its "
             "label, and screen reader users hear the name of something else. Give each element an "
             "id of its own and correct the for, aria-labelledby and the like that refer to it."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
