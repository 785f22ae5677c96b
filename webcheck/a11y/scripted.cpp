// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/scripted.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/text/fragment.h"

#include <algorithm>
#include <array>
#include <string>

namespace wza::web {

bool is_run(Document const &document, NodeId script) {
  constexpr std::array<std::string_view, 4> kLanguages{"javascript", "ecmascript", "jscript",
                                                       "livescript"};
  std::string_view const type = trimmed(document.attr_or_empty(script, atom::type));
  return type.empty() || ascii_iequals(type, "module") ||
         std::ranges::any_of(kLanguages,
                             [&](std::string_view name) { return ascii_icontains(type, name); });
}

bool has_script(Document const &document) {
  return std::ranges::any_of(document.by_tag(atom::script),
                             [&](NodeId n) { return is_run(document, n); });
}

bool has_action_by_script(Page const &page, NodeId n) {
  constexpr std::array<std::string_view, 5> kEvents{"onclick", "onkey", "onmouse", "onpointer",
                                                    "ontouch"};
  Document const &document = page.dom();
  for (Attribute const &attribute : document.attributes(n)) {
    std::string_view const name = document.name(attribute.name);
    auto const is = [name](std::string_view event) { return name.starts_with(event); };
    if (std::ranges::any_of(kEvents, is)) return true;
    if (attribute.name != atom::href) continue;
    if (ascii_iequals(trimmed(attribute.value).substr(0, 11), "javascript:")) return true;
  }
  return false;
}

bool may_act_by_script(Page const &page, NodeId n) {
  Document const &document = page.dom();
  if (document.is(n, atom::a)) {
    std::string_view const href = trimmed(document.attr_or_empty(n, atom::href));
    if (href.empty())
      return document.has_attr(n, atom::href) || document.has_attr(n, atom::tabindex);
    return href.starts_with('#') && !fragment_target(page, n).valid();
  }
  switch (page.a11y().role(n)) {
    case Role::button:
    case Role::link:
    case Role::switch_:
    case Role::checkbox:
    case Role::slider:
    case Role::menuitem:
      return true;
    default:
      return document.tag_name(n).find('-') != std::string_view::npos;
  }
}

}  // namespace wza::web
