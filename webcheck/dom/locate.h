// SPDX-License-Identifier: Apache-2.0
// Where something stands in a page, for people (selector, snippet) and for grouping (signatures
// that are equal on all pages made from one template). Identifiers are written by CSSOM, "serialize
// an identifier".
#pragma once

#include "webcheck/dom/document.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::web {

/// Selectors and structural paths of the elements of one document. What it found out on the way to
/// one element it keeps for the next; for one thread.
class Locator {
 public:
  explicit Locator(Document const &document) : m_document(&document) {}

  /// A selector that matches exactly that live element in the page ("#nav > ul > li:nth-child(3) >
  /// a"): the chain from the nearest ancestor whose id nobody else has (case ignored), or from the
  /// root.
  std::string selector(NodeId element);

  /// What an element is in its template: the chain from <body> of name, id and classes, without
  /// positions among siblings, without bare inline wrappers, digits as "#". Equal for the third and
  /// the seventh item of a list, and for the same button on all pages.
  std::string structural_path(NodeId element);

 private:
  struct Sibling {
    std::uint32_t index = 0;  ///< among the element siblings, from 1; 0 while not counted
    bool has_twin = false;    ///< a sibling element of the same name
  };
  std::string step(NodeId element);
  void count_children(NodeId parent);
  bool has_unique_id(NodeId element);

  Document const *m_document;
  std::unordered_map<std::string, std::uint32_t> m_ids;  ///< folded to lower case -> how many
  std::vector<Sibling> m_siblings;
  std::unordered_map<std::uint32_t, std::string> m_paths;  ///< of ancestors of what was asked for
};

/// The element's start tag as it stands in the source, white space folded, at most `max_bytes`
/// bytes of whole code points ("…" where cut). Of an implied element "<name>".
std::string snippet_of(Document const &document, NodeId element, std::size_t max_bytes = 200);

/// The element's own place; of one that the parser made up, that of its nearest ancestor or,
/// failing that, the beginning of the page.
SourcePosition place_of(Document const &document, NodeId element);

/// Fingerprint (16 hexadecimal digits) of the page's skeleton: the set of structural paths, six
/// levels deep, of elements with a class or an id and of landmarks. Pages of one template share it
/// however many items their lists have.
std::string template_signature(Document const &document);

/// A name as it stands in a selector.
std::string css_identifier(std::string_view name);

}  // namespace wza::web
