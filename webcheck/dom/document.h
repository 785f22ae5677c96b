// SPDX-License-Identifier: Apache-2.0
// A parsed page as flat arrays in document order (preorder). A node is an index; its subtree is the
// range [n, subtree_end(n)). Immutable once built: DocumentBuilder is the only way to make one, so
// that any number of threads may read it without locks. Views into it live as long as it does.
#pragma once

#include "webcheck/dom/atom.h"
#include "webcheck/dom/node_id.h"
#include "webcheck/dom/node_index.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza::web {

enum class NodeKind : std::uint8_t { document, doctype, element, text, comment };
enum class Namespace : std::uint8_t { html, svg, mathml };

/// Quirks mode of the document (DOM, section 4.5).
enum class Quirks : std::uint8_t { none, limited, full };

struct Attribute {
  Atom name;               ///< lower case in HTML; as adjusted by the parser in SVG and MathML
  std::string_view value;  ///< character references resolved
};

/// Where a node begins in the page's source after decoding to UTF-8.
struct SourcePosition {
  std::uint32_t line = 0;    ///< 1-based; 0 for a node that the parser made up (implied tags)
  std::uint32_t column = 0;  ///< 1-based, in code points
  std::uint32_t offset = 0;  ///< bytes
};

/// How an element came into the tree.
enum class Origin : std::uint8_t {
  source,         ///< its start tag stands in the page
  implied,        ///< the parser made it up (<tbody>, a missing <head>)
  reconstructed,  ///< a clone of an unclosed formatting element (HTML, section 13.2.4.3); it has
                  ///< the position of its original, so that one fault in the source is told once
};

class DocumentBuilder;

class Document {
 public:
  Document(Document &&) noexcept = default;
  Document &operator=(Document &&) noexcept = default;
  Document(Document const &) = delete;
  Document &operator=(Document const &) = delete;

  std::uint32_t size() const { return static_cast<std::uint32_t>(m_nodes.size()); }
  NodeKind kind(NodeId n) const { return at(n).kind; }
  bool is_element(NodeId n) const { return kind(n) == NodeKind::element; }
  Namespace ns(NodeId n) const { return at(n).ns; }

  /// Element name; atom::none for what is no element.
  Atom tag(NodeId n) const { return at(n).tag; }
  std::string_view tag_name(NodeId n) const { return name(tag(n)); }
  /// True for an HTML element of that name (an SVG <a> or <title> is not one).
  bool is(NodeId n, Atom html_tag) const {
    return at(n).tag == html_tag && at(n).ns == Namespace::html;
  }

  NodeId parent(NodeId n) const { return at(n).parent; }
  NodeId first_child(NodeId n) const {
    return n.value + 1 < at(n).end ? NodeId{n.value + 1} : kNoNode;
  }
  NodeId next_sibling(NodeId n) const {
    NodeId const up = parent(n);
    return up.valid() && at(n).end < at(up).end ? NodeId{at(n).end} : kNoNode;
  }
  /// One past the last node of n's subtree.
  NodeId subtree_end(NodeId n) const { return {at(n).end}; }
  bool is_inclusive_ancestor(NodeId ancestor, NodeId n) const {
    return ancestor <= n && n < subtree_end(ancestor);
  }

  /// Content of a text or comment node.
  std::string_view text(NodeId n) const { return at(n).text; }

  std::span<Attribute const> attributes(NodeId n) const {
    return std::span(m_attributes).subspan(at(n).first_attribute, at(n).attribute_count);
  }
  /// Value of an attribute without namespace; nothing where it is absent.
  std::optional<std::string_view> attr(NodeId n, Atom name) const;
  bool has_attr(NodeId n, Atom name) const { return attr(n, name).has_value(); }
  /// Value or "".
  std::string_view attr_or_empty(NodeId n, Atom name) const {
    return attr(n, name).value_or(std::string_view());
  }

  Origin origin(NodeId n) const { return at(n).origin; }
  /// True inside (not on) <noscript>. Scripts run for nearly everyone, so that for users its
  /// content is no elements at all: neither rendered nor found by by_id and by_tag.
  bool in_noscript(NodeId n) const { return at(n).in_noscript; }
  /// True inside (not on) <template>: contents of a fragment, not of the page.
  bool in_template(NodeId n) const { return at(n).in_template; }
  /// True where the node is part of the page that users get: neither of the two above.
  bool is_live(NodeId n) const { return !at(n).in_noscript && !at(n).in_template; }

  /// First live element in tree order with that id (DOM, getElementById); kNoNode if there is none.
  NodeId by_id(std::string_view id) const;
  /// All live elements of that name, in any namespace, in document order.
  std::span<NodeId const> by_tag(Atom tag) const { return m_by_tag[tag.value]; }
  /// All live elements with an attribute of that name, in any namespace, in document order.
  std::span<NodeId const> with_attr(Atom name) const { return m_with_attr[name.value]; }
  /// All live elements with some attribute whose name begins with "aria-", in document order.
  std::span<NodeId const> with_aria() const { return m_with_aria; }
  /// All live elements, in any namespace, in document order.
  std::span<NodeId const> elements() const { return m_elements; }
  /// The document element (<html>); kNoNode in an empty document.
  NodeId document_element() const;

  /// Text of an atom of this document.
  std::string_view name(Atom atom) const;
  /// The atom of a name; atom::none where the document and the known names have none such.
  Atom find_atom(std::string_view name) const;

  /// The whole page after decoding to UTF-8, without byte order mark; positions count in it. The
  /// content of <noscript> stands in it as comments of the same length (dom/noscript.h).
  std::string_view source() const { return *m_source; }
  SourcePosition position(NodeId n) const { return m_positions[n.value]; }
  /// The element's start tag (or the text) as it stands in the source; empty where implied.
  std::string_view source_of(NodeId n) const;
  Quirks quirks() const { return m_quirks; }

 private:
  friend class DocumentBuilder;
  Document() = default;

  struct Node {
    NodeKind kind{};
    Namespace ns{};
    Origin origin{};
    bool in_noscript : 1 = false;
    bool in_template : 1 = false;
    Atom tag{};
    NodeId parent{};
    std::uint32_t end = 0;
    std::uint32_t first_attribute = 0;
    std::uint32_t attribute_count = 0;
    std::string_view text;
  };
  Node const &at(NodeId n) const { return m_nodes[n.value]; }

  std::vector<Node> m_nodes;
  std::vector<Attribute> m_attributes;
  std::vector<SourcePosition> m_positions;
  std::vector<std::uint32_t> m_source_lengths;
  std::vector<std::string_view> m_names;  ///< of the atoms beyond the known ones
  std::unordered_map<std::string_view, Atom> m_atoms;
  std::unordered_map<std::string_view, NodeId> m_ids;
  NodeIndex m_by_tag, m_with_attr;  ///< by atom
  std::vector<NodeId> m_with_aria, m_elements;
  std::unique_ptr<std::string> m_source;         ///< decoded page; string views point into it
  std::vector<std::unique_ptr<char[]>> m_arena;  ///< text that differs from the source
  Quirks m_quirks{};
};

}  // namespace wza::web
