// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/outline.h"

#include "db/base/text.h"
#include "webcheck/a11y/tree.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace wza::web {
namespace {

/// FNV-1a, 64 bits.
class Fingerprint {
 public:
  void add(char c) { m_value = (m_value ^ static_cast<unsigned char>(c)) * 0x100000001b3U; }
  /// White space folded.
  void add(std::string_view text) {
    bool blank = false;
    for (char const c : trimmed(text)) {
      bool const is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (is_blank && blank) continue;
      blank = is_blank;
      add(is_blank ? ' ' : c);
    }
    add('\0');
  }
  std::uint64_t value() const { return m_value; }

 private:
  std::uint64_t m_value = 0xcbf29ce484222325U;
};

std::uint32_t letters_of(std::string_view text) {
  auto const *const bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  auto const size = static_cast<std::int32_t>(text.size());
  std::uint32_t count = 0;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0 || !u_isalpha(c)) continue;
    count += u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ? 2 : 1;
  }
  return count;
}

/// Elements that are content by themselves (HTML, embedded content and form controls without text).
bool is_embedded(Document const &document, NodeId n) {
  constexpr Atom kTags[] = {atom::iframe, atom::video,  atom::audio,    atom::canvas, atom::object,
                            atom::embed,  atom::select, atom::textarea, atom::input,  atom::math};
  return std::ranges::find(kTags, document.tag(n)) != std::end(kTags) ||
         document.ns(n) != Namespace::html;
}

class Reader {
 public:
  explicit Reader(Page const &page) : m_tree(page.a11y()), m_document(page.dom()) {}

  std::vector<ContentPiece> read() {
    for (NodeId n{1}; n.value < m_document.size();) {
      bool const whole = take(n);
      n = whole ? m_document.subtree_end(n) : NodeId{n.value + 1};
    }
    return std::move(m_pieces);
  }

 private:
  /// True where nothing inside needs to be looked at.
  bool take(NodeId n) {
    NodeKind const kind = m_document.kind(n);
    if (kind == NodeKind::text) {
      bool const says = !trimmed(m_document.text(n)).empty();
      if (says && !m_tree.visible(n).is_false()) add_text(n);
      return true;
    }
    if (kind != NodeKind::element) return true;
    if (m_tree.rendered(n).is_false()) return true;
    if (m_tree.role(n) == Role::heading) {
      m_heading_end = m_document.subtree_end(n).value;
      m_level = level_of(n);
    }
    if (m_document.is(n, atom::img)) {
      add_picture(n);
      return true;
    }
    if (!is_embedded(m_document, n)) return false;
    add_embedded(n);
    return true;
  }

  char level_of(NodeId n) const {
    if (auto const level = m_document.attr(n, atom::aria_level)) {
      return level->size() == 1 ? level->front() : '0';
    }
    std::string_view const name = m_document.tag_name(n);
    return name.size() == 2 && name[0] == 'h' ? name[1] : '2';
  }

  void add_text(NodeId n) {
    Fingerprint print;
    print.add(n.value < m_heading_end ? m_level : 't');
    print.add(m_document.text(n));
    m_pieces.push_back({n, print.value(), letters_of(m_document.text(n)), m_tree.visible(n)});
  }

  void add_picture(NodeId n) {
    auto const alt = m_document.attr(n, atom::alt);
    if (m_tree.visible(n).is_false() || is_presentational(m_tree.role(n))) return;
    if (alt && trimmed(*alt).empty()) return;
    Fingerprint print;
    print.add(n.value < m_heading_end ? m_level : 'i');
    print.add(alt ? *alt : m_document.attr_or_empty(n, atom::src));
    m_pieces.push_back({n, print.value(), alt ? letters_of(*alt) : 0, m_tree.visible(n)});
  }

  /// What is in a frame, a drawing or a control is not looked at: whether it is content stays open.
  void add_embedded(NodeId n) {
    if (m_tree.visible(n).is_false()) return;
    Fingerprint print;
    print.add('e');
    print.add(m_document.tag_name(n));
    for (Atom const name : {atom::src, atom::data, atom::name, atom::id, atom::type})
      print.add(m_document.attr_or_empty(n, name));
    m_pieces.push_back({n, print.value(), 0, Trilean::unknown()});
  }

  A11yTree const &m_tree;
  Document const &m_document;
  std::vector<ContentPiece> m_pieces;
  std::uint32_t m_heading_end = 0;
  char m_level = '2';
};

}  // namespace

std::uint64_t fingerprint_of(std::string_view text) {
  Fingerprint print;
  print.add(text);
  return print.value();
}

std::vector<ContentPiece> content_pieces(Page const &page) {
  return Reader(page).read();
}

PageOutline outline_of(Page const &page) {
  PageOutline outline{page.url(), {}};
  for (ContentPiece const &piece : content_pieces(page))
    outline.pieces.push_back(piece.fingerprint);
  std::ranges::sort(outline.pieces);
  auto const tail = std::ranges::unique(outline.pieces);
  outline.pieces.erase(tail.begin(), tail.end());
  return outline;
}

}  // namespace wza::web
