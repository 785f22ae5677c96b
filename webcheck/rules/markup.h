// SPDX-License-Identifier: Apache-2.0
// Corrected markup: the start tag of an element with some attributes changed, for Rule::mend.
#pragma once

#include "webcheck/dom/document.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

/// An attribute with its new value; nothing takes it away.
struct AttributeChange {
  std::string_view name;
  std::optional<std::string> value;
};

/// ` name="value"` as HTML has it.
inline std::string markup_of(std::string_view name, std::string_view value) {
  std::string out = " " + std::string(name) + "=\"";
  for (char const c : value) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out + '"';
}

/// The element's start tag after the changes: attributes keep their place, new ones come last.
inline std::string start_tag(Document const &document, NodeId n,
                             std::initializer_list<AttributeChange> changes) {
  std::string out = "<" + std::string(document.tag_name(n));
  for (Attribute const &attribute : document.attributes(n)) {
    std::string_view const name = document.name(attribute.name);
    auto const change = std::ranges::find(changes, name, &AttributeChange::name);
    if (change == changes.end()) {
      out += markup_of(name, attribute.value);
    } else if (change->value) {
      out += markup_of(name, *change->value);
    }
  }
  for (AttributeChange const &change : changes) {
    Atom const name = document.find_atom(change.name);
    bool const there = name != atom::none && document.has_attr(n, name);
    if (!there && change.value) out += markup_of(change.name, *change.value);
  }
  return out + '>';
}

}  // namespace wza::web
