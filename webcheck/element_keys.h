// SPDX-License-Identifier: Apache-2.0
// What an element can be known by after its page was edited. A fingerprint (group.h) follows the
// place in the template and is lost where classes are renamed or a part of the page moves; these
// keys follow the element itself.
#pragma once

#include "webcheck/dom/document.h"

#include <string>

namespace wza::web {

/// Three digests of 12 hexadecimal digits, each empty where the element has nothing of the kind;
/// equal keys of two elements mean that they are the same by that measure.
struct ElementKeys {
  /// Name of the element and what its author calls it: id, name, address without query, label, or
  /// else its text, its own or that of what stands in it.
  std::string stable;
  /// The start tag without what changes with design and scripts (class, style, data-*, event
  /// handlers), and the text.
  std::string markup;
  /// Name of the element and the author's name of the nearest ancestor that has one.
  std::string context;
  bool operator==(ElementKeys const &) const = default;
};

ElementKeys element_keys(Document const &document, NodeId element);

}  // namespace wza::web
