// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/visible_text.h"

#include "db/base/text.h"
#include "webcheck/a11y/element.h"

namespace wza::web {
namespace {

constexpr float kFarOff = -999;  // pixels: what stands there nobody sees
constexpr std::size_t kMaxBytes = 4096;

template <class Test>
bool is_known(Known<Length> const &length, Test test) {
  return length.is_known() && !length.value().is_auto && test(length.value().px);
}

bool is_for_screen_readers_alone(ComputedStyle const &style) {
  auto const far = [](float px) { return px <= kFarOff; };
  auto const tiny = [](float px) { return px >= 0 && px <= 1; };
  if (style.clip.is(Clip::all).is_true() || style.clip_path.is(Clip::all).is_true()) return true;
  if (style.opacity.is(0).is_true() || style.font_size.is(0).is_true()) return true;
  if (style.transform.is(Transform::vanished).is_true()) return true;
  if (is_known(style.text_indent, far)) return true;
  bool const placed = style.position.is_known() && style.position.value() != Position::static_;
  if (placed && (is_known(style.left, far) || is_known(style.top, far))) return true;
  bool const cut = !style.overflow_x.is(Overflow::visible).is_true() ||
                   !style.overflow_y.is(Overflow::visible).is_true();
  return cut && (is_known(style.width, tiny) || is_known(style.height, tiny));
}

bool is_doubtful(Document const &document, NodeId n) {
  if (document.ns(n) != Namespace::html) return true;
  Atom const tag = document.tag(n);
  return tag == atom::abbr || tag == atom::ruby || tag == atom::select || tag == atom::textarea ||
         tag == atom::input || tag == atom::object || tag == atom::sup || tag == atom::sub ||
         document.tag_name(n).find('-') != std::string_view::npos;
}

bool stands_apart(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  if (document.is(n, atom::br)) return true;
  if (document.ns(n) != Namespace::html) return false;
  if (!tree.styles().empty() && tree.styles()[n].display.is_known()) {
    Display const display = tree.styles()[n].display.value();
    return display != Display::inline_ && display != Display::contents &&
           display != Display::inline_block;
  }
  return html_element(document.tag(n)).flow == Flow::block;
}

class Reader {
 public:
  explicit Reader(A11yTree const &tree) : m_tree(tree), m_document(tree.document()) {}

  void read(NodeId n, int depth) {
    if (depth > kMaxDepth || out.text.size() > kMaxBytes || !m_tree.spend()) {
      out.sure = false;
      return;
    }
    if (m_document.kind(n) == NodeKind::text) return read_text(n);
    if (m_document.is_element(n) && !m_tree.rendered(n).is_false()) read_element(n, depth);
  }

  VisibleText out;

 private:
  static constexpr int kMaxDepth = 600;

  void read_text(NodeId n) {
    Trilean const visible = m_tree.visible(n);
    if (visible.is_false() || m_document.text(n).empty()) return;
    if (!visible.is_true()) out.sure = false;
    out.text += m_document.text(n);
    if (trimmed(m_document.text(n)).empty()) return;
    out.in_parts = m_seen;
    m_seen = true;
  }

  void read_element(NodeId n, int depth) {
    if (!m_tree.styles().empty() && is_for_screen_readers_alone(m_tree.styles()[n])) return;
    bool const hidden = ascii_iequals(m_document.attr_or_empty(n, atom::aria_hidden), "true");
    if (hidden || is_doubtful(m_document, n)) out.sure = false;
    bool const apart = stands_apart(m_tree, n);
    if (apart) out.text += ' ';
    for (NodeId c = m_document.first_child(n); c.valid(); c = m_document.next_sibling(c))
      read(c, depth + 1);
    if (apart) out.text += ' ';
  }

  A11yTree const &m_tree;
  Document const &m_document;
  bool m_seen = false;
};

}  // namespace

VisibleText visible_text(A11yTree const &tree, NodeId n) {
  Reader reader(tree);
  reader.read(n, 0);
  return std::move(reader.out);
}

}  // namespace wza::web
