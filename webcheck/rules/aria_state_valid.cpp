// SPDX-License-Identifier: Apache-2.0
// ARIA states and properties have values of their type. ACT 6a7281; a best practice: no WCAG
// criterion and no clause of GB/T 37668 asks for it. Ids must exist where the role requires the
// attribute.
#include "webcheck/a11y/tree.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace wza::web {
namespace {

enum class Msg : std::uint8_t { valid, invalid, missing_element, opened_later };
constexpr std::array<Message, 4> kMessages{{
    {"valid", {"aria- 属性的值都有效", "All values of aria- attributes are valid"}},
    {"invalid", {"aria- 属性的值无效：{}", "The value of an aria- attribute is invalid: {}"}},
    {"missing_element",
     {"必需的属性指向的元素不存在：{}",
      "A required attribute points to an element that does not exist: {}"}},
    {"opened_later",
     {"{} 指向的元素不在源代码里，脚本可能会添加，请在浏览器中核对",
      "What {} points to is not in the source, but a script may add it; check in a browser"}},
}};

constexpr std::array<std::string_view, 1> kAct{"6a7281"};
constexpr std::span<std::string_view const> kWcag;

/// The ARIA attribute that this is, if it has a value.
std::optional<AriaAttribute> known_and_set(Document const &document, Attribute const &attribute) {
  std::string_view const name = document.name(attribute.name);
  if (!name.starts_with("aria-") || attribute.value.empty()) return std::nullopt;
  return find_aria_attribute(name);
}

/// True unless the value is made of ids none of which the page has.
bool points_somewhere(Document const &document, AriaAttribute attribute, std::string_view value) {
  AriaType const type = info(attribute).type;
  if (type != AriaType::id && type != AriaType::id_list) return true;
  constexpr std::string_view kWhitespace = " \t\n\f\r";
  for (std::size_t at = value.find_first_not_of(kWhitespace); at != std::string_view::npos;) {
    std::size_t const end = std::min(value.find_first_of(kWhitespace, at), value.size());
    if (document.by_id(value.substr(at, end - at)).valid()) return true;
    at = value.find_first_not_of(kWhitespace, end);
  }
  return false;
}

void applicable(Page const &page, Targets &targets) {
  Document const &document = page.dom();
  for (NodeId const n : document.with_aria()) {
    if (document.ns(n) == Namespace::mathml) continue;
    bool const aria = std::ranges::any_of(document.attributes(n), [&](Attribute const &attribute) {
      return known_and_set(document, attribute).has_value();
    });
    if (aria) targets.add(n);
  }
}

Verdict expect(Page const &page, NodeId n) {
  Document const &document = page.dom();
  Role const role = page.a11y().role(n);
  for (Attribute const &attribute : document.attributes(n)) {
    auto const known = known_and_set(document, attribute);
    if (!known) continue;
    std::string detail =
        std::string(info(*known).name) + "=\"" + std::string(attribute.value) + "\"";
    if (!is_valid_value(*known, attribute.value)) return failed(Msg::invalid, std::move(detail));
    if (!requires_attribute(role, *known) || points_somewhere(document, *known, attribute.value)) {
      continue;
    }
    // The list of a combobox is often made only when it opens.
    if (role == Role::combobox) return cant_tell(Msg::opened_later, std::move(detail));
    return failed(Msg::missing_element, std::move(detail));
  }
  return passed(Msg::valid);
}

/// Values are without regard to case and blanks what they were meant to be; others are taken out,
/// unless the role requires the attribute: then a person must say.
std::string mend(Page const &page, NodeId n) {
  StartTag tag(page.dom(), n);
  for (Attribute const &attribute : page.dom().attributes(n)) {
    auto const known = known_and_set(page.dom(), attribute);
    if (!known) continue;
    std::string_view const name = info(*known).name;
    bool const required = requires_attribute(page.a11y().role(n), *known);
    if (!is_valid_value(*known, attribute.value)) {
      std::string const plain = ascii_lower(trimmed(attribute.value));
      if (is_valid_value(*known, plain)) {
        tag.set(name, plain);
      } else if (required) {
        tag.set(name, gap("有效的值"));
      } else {
        tag.remove(name);
      }
    } else if (required && !points_somewhere(page.dom(), *known, attribute.value)) {
      tag.set(name, gap("页面里有的 id"));
    }
  }
  return tag.str();
}

}  // namespace

extern Rule const aria_state_valid;
constinit Rule const aria_state_valid{
    .id = "aria-state-valid",
    .act = kAct,
    .basis = {.wcag = kWcag, .gbt37668 = {}},
    .severity = Severity::moderate,
    .needs = Needs::dom,
    .title = {"aria- 属性的值必须有效", "Values of aria- attributes must be valid"},
    .help = {"无效的值会被忽略，按默认值处理，读屏软件可能读出错误的状态。请改成 WAI-ARIA 规定的"
             "值，例如 aria-expanded 只能是 true 或 false。WCAG 和 GB/T 37668 对此没有直接的条款"
             "。",
             "An invalid value is ignored and the default taken, so that a wrong state may be "
             "read out. Use the values of WAI-ARIA: aria-expanded, say, can only be true or "
             "false. Neither WCAG nor GB/T 37668 has a clause of its own for this."},
    .messages = kMessages,
    .applicable = applicable,
    .expect = expect,
    .mend = mend,
};

}  // namespace wza::web
