// SPDX-License-Identifier: Apache-2.0
// Content that a <marquee> moves without end can be paused. WCAG 2.2 SC 2.2.2; GB/T 37668 3.3.3.12.
// Not decided where a script might pause it: pausing on hovering alone does not help those who use
// a keyboard.
#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { still, moves, ends, script };
constexpr std::array<Message, 4> kMessages{{
    {"still", {"内容不移动", "The content does not move"}},
    {"moves",
     {"滚动文字不停地移动，没有办法暂停", "The text moves without end and cannot be paused"}},
    {"ends",
     {"滚动文字滚动几次后停下，请核对是否超过五秒",
      "The text moves a few times and then stops; check whether that takes more than five seconds"},
     {"滚动在五秒内停下，或者有按钮能让它停下吗？",
      "Does it stop within five seconds, or is there a button that stops it?"}},
    {"script",
     {"脚本也许能让滚动文字停下，请核对键盘用户能不能做到",
      "A script may pause the text; check whether keyboard users can do so"},
     {"不用鼠标也能让滚动停下来（例如有“暂停”按钮）吗？",
      "Can the movement be paused without a mouse, by a \"pause\" button, say?"}},
}};

constexpr std::array<std::string_view, 1> kWcag{"2.2.2"};
constexpr std::array<std::string_view, 1> kGbt37668{"3.3.3.12"};

/// The number that an attribute gives by HTML's rules for integers; nothing where it has none.
std::optional<long> number_of(Document const &document, NodeId n, std::string_view attribute) {
  Atom const name = document.find_atom(attribute);
  if (name == atom::none) return std::nullopt;
  std::string_view const text = trimmed(document.attr_or_empty(n, name));
  long value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

bool holds_stop(std::string_view code) {
  return ascii_lower(code).find("stop") != std::string::npos;
}

/// Whether anything on the page could pause a <marquee>: scripts, or a handler that stops it.
struct Pausing {
  explicit Pausing(Page const &page) {
    Document const &document = page.dom();
    possible = !document.by_tag(atom::script).empty();
    for (NodeId const n : document.elements()) {
      if (possible) return;
      possible = std::ranges::any_of(document.attributes(n), [&](Attribute const &attribute) {
        return document.name(attribute.name).starts_with("on") && holds_stop(attribute.value);
      });
    }
    for (NodeId const n : document.with_attr(atom::href)) {
      possible = possible || holds_stop(document.attr_or_empty(n, atom::href));
    }
  }
  bool possible = false;
};

bool has_content(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  for (NodeId each{n.value + 1}; each < document.subtree_end(n); ++each.value) {
    if (!tree.spend()) return false;
    if (document.is(each, atom::img)) return true;
    if (document.kind(each) == NodeKind::text && !trimmed(document.text(each)).empty()) return true;
  }
  return false;
}

void applicable(Page const &page, Targets &targets) {
  for (NodeId const n : page.dom().by_tag(atom::marquee)) {
    bool const filled = page.dom().is(n, atom::marquee) && has_content(page.a11y(), n);
    if (filled) targets.add(n, page.a11y().visible(n));
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  if (number_of(document, n, "scrollamount") == 0) return passed(Msg::still);
  Atom const behavior = document.find_atom("behavior");
  bool const slides =
      behavior != atom::none && ascii_iequals(document.attr_or_empty(n, behavior), "slide");
  if (slides || number_of(document, n, "loop").value_or(-1) > 0) return cant_tell(Msg::ends);
  return page.facts<Pausing>().possible ? cant_tell(Msg::script) : failed(Msg::moves);
}

}  // namespace

extern Rule const marquee_can_be_paused;
constinit Rule const marquee_can_be_paused{
    .id = "marquee-can-be-paused",
    .act = {},
    .basis = {.wcag = kWcag, .gbt37668 = kGbt37668},
    .severity = Severity::serious,
    .needs = Needs::dom,
    .title = {"滚动文字（<marquee>）必须能暂停",
              "Text that a <marquee> moves must be one that can be paused"},
    .help = {"不停移动的文字，阅读慢的人读不完，注意力容易分散的人没法读旁边的内容，读屏软件也可能"
             "反复打断。请改成不动的文字；一定要滚动，就在旁边放一个键盘也能用的“暂停”按钮。只在鼠"
             "标停留时暂停，键盘用户用不上。",
             "People who read slowly cannot finish text that keeps moving, and those who are "
             "easily distracted cannot read what stands beside it. Let the text stand still; if it "
             "has to move, put a \"pause\" button beside it that works by keyboard too. Pausing on "
             "hovering alone does not help those without a mouse."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
};

}  // namespace wza::web
