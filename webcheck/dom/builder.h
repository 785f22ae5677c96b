// SPDX-License-Identifier: Apache-2.0
// The only way to make a Document: nodes come in document order, as open, attr..., children, close.
// Attributes of an element stand between its open() and its first child.
#pragma once

#include "webcheck/dom/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

/// A stretch of the page's source.
struct SourceSpan {
  SourcePosition begin{};
  std::uint32_t bytes = 0;
};

class DocumentBuilder {
 public:
  /// `source` is well-formed UTF-8 without byte order mark. Text and values handed over later that
  /// are views into source() are kept as views; all others are copied.
  explicit DocumentBuilder(std::string source);

  std::string_view source() const { return m_document.source(); }

  void quirks(Quirks mode) { m_document.m_quirks = mode; }
  NodeId doctype(std::string_view name);
  NodeId open(Namespace ns, std::string_view tag, SourceSpan span = {},
              Origin origin = Origin::source);
  void attr(std::string_view name, std::string_view value);
  NodeId text(std::string_view content, SourceSpan span = {});
  NodeId comment(std::string_view content, SourceSpan span = {});
  void close();

  /// Closes what is still open and hands the document over; the builder is used up.
  Document finish() &&;

 private:
  void make_indices();
  NodeId add(NodeKind kind, SourceSpan span);
  Atom intern(std::string_view name);
  std::string_view keep(std::string_view text);

  Document m_document;
  std::vector<NodeId> m_open;
  std::size_t m_arena_used = 0;
  std::size_t m_arena_size = 0;
};

}  // namespace wza::web
