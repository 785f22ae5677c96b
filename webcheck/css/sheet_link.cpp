// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/sheet_link.h"

#include "db/base/text.h"
#include "webcheck/dom/tokens.h"

namespace wza::web {

bool is_css(std::string_view type) {
  std::string_view const essence = trimmed(type.substr(0, type.find(';')));
  return essence.empty() || ascii_iequals(essence, "text/css");
}

std::string_view sheet_href(Document const &document, NodeId element) {
  if (!document.is(element, atom::link)) return {};
  std::string_view const rel = document.attr_or_empty(element, atom::rel);
  if (!has_token(rel, "stylesheet") || has_token(rel, "alternate")) return {};
  if (document.has_attr(element, atom::disabled)) return {};
  if (!is_css(document.attr_or_empty(element, atom::type))) return {};
  return trimmed(document.attr_or_empty(element, atom::href));
}

}  // namespace wza::web
