// SPDX-License-Identifier: Apache-2.0
// Attributes that begin with aria- are attributes that ARIA defines. ACT 5f99a7; a best practice:
// no WCAG criterion and no clause of GB/T 37668 asks for it.
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/spec/aria_attributes.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { defined, undefined };
constexpr std::array<Message, 2> kMessages{{
    {"defined", {"aria- 属性都有效", "All aria- attributes are defined"}},
    {"undefined",
     {"WAI-ARIA 里没有属性 {}，它会被忽略", "WAI-ARIA has no attribute {}; it is ignored"}},
}};

constexpr std::array<std::string_view, 1> kAct{"5f99a7"};
constexpr std::span<std::string_view const> kWcag;

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  for (NodeId const n : document.with_aria()) {
    if (document.ns(n) == Namespace::mathml) continue;
    targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  std::string undefined;
  for (Attribute const &attribute : page.dom().attributes(n)) {
    std::string_view const name = page.dom().name(attribute.name);
    if (!name.starts_with("aria-") || find_aria_attribute(name)) continue;
    undefined.append(undefined.empty() ? "" : ", ").append(name);
  }
  return undefined.empty() ? passed(Msg::defined) : failed(Msg::undefined, undefined);
}

/// Whether one word becomes the other by one letter more or less.
bool one_letter_apart(std::string_view shorter, std::string_view longer) {
  if (longer.size() < shorter.size()) std::swap(shorter, longer);
  if (longer.size() != shorter.size() + 1) return false;
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same])
    ++same;
  return shorter.substr(same) == longer.substr(same + 1);
}

/// The attribute that was meant; empty where none is near.
std::string_view meant(std::string_view name) {
  for (AriaAttributeInfo const &known : all_aria_attributes()) {
    if (one_letter_apart(name, known.name)) return known.name;
  }
  return {};
}

std::string mend(Page const &page, NodeId n) {
  StartTag tag(page.dom(), n);
  for (Attribute const &attribute : page.dom().attributes(n)) {
    std::string_view const name = page.dom().name(attribute.name);
    if (!name.starts_with("aria-") || find_aria_attribute(name)) continue;
    std::string_view const right = meant(name);
    bool const free = !right.empty() && !page.dom().has_attr(n, page.dom().find_atom(right));
    free ? tag.rename(name, right) : tag.remove(name);
  }
  return tag.str();
}

}  // namespace

extern Rule const aria_attr_defined;
constinit Rule const aria_attr_defined{
    .id = "aria-attr-defined",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"以 aria- 开头的属性必须是 WAI-ARIA 里有的",
              "Attributes that begin with aria- must be ones that WAI-ARIA defines"},
    .help = {"拼错的属性名会被忽略，读屏软件得不到你想告诉它的状态或名称。请对照 WAI-ARIA 改正拼"
             "写，常见的错误有 aria-labeledby（应为 aria-labelledby）。WCAG 和 GB/T 37668 对此没"
             "有直接的条款。",
             "A misspelt attribute is ignored, and the screen reader never learns the state or "
             "name that you meant. Correct the spelling; a frequent one is aria-labeledby for "
             "aria-labelledby. Neither WCAG nor GB/T 37668 has a clause of its own for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
