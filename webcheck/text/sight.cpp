// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/sight.h"

#include "db/base/text.h"

namespace wza::web {
namespace {

// Pixels: what is moved farther is gone, what is moved less far may be seen in part.
constexpr float kFar = -900, kNear = -200;
constexpr float kThin = 1;

Trilean moved_off(Known<Length> const &offset) {
  if (!offset.is_known() || offset.value().is_auto || offset.value().px > kNear) return false;
  return offset.value().px > kFar ? Trilean::unknown() : Trilean(true);
}

Trilean off_screen(ComputedStyle const &style) {
  Trilean const far = moved_off(style.top) || moved_off(style.left) || moved_off(style.right) ||
                      moved_off(style.bottom);
  if (!style.position.is_known()) return far && Trilean::unknown();
  return style.position.value() == Position::static_ ? Trilean(false) : far;
}

Trilean indented_away(ComputedStyle const &style) {
  Trilean const left = moved_off(style.text_indent);
  bool const right = style.text_indent.is_known() && style.text_indent.value().percent >= 100 &&
                     !style.overflow_x.is(Overflow::visible).is_true();
  return left || Trilean(right);
}

bool thin(Known<Length> const &size) {
  return size.is_known() && !size.value().is_auto && size.value().percent == 0 &&
         size.value().px <= kThin;
}

Trilean cut_off(ComputedStyle const &style) {
  Trilean const out_of_flow =
      style.position.is(Position::absolute) || style.position.is(Position::fixed);
  Trilean const clipped =
      (style.clip.is(Clip::all) && out_of_flow) || style.clip_path.is(Clip::all);
  bool const narrow = thin(style.width) || thin(style.max_width);
  bool const flat = thin(style.height) || thin(style.max_height);
  Trilean const shrunk = (Trilean(narrow) && !style.overflow_x.is(Overflow::visible)) ||
                         (Trilean(flat) && !style.overflow_y.is(Overflow::visible));
  Trilean const box = !style.display.is(Display::inline_) || out_of_flow;
  return clipped || (shrunk && box);
}

/// Whether the box of the element, with all that is in it, leaves nothing to see. What is not known
/// of colours and opacity is told by those who look at colours.
Trilean box_gone(ComputedStyle const &style) {
  bool const faint = style.opacity.is_known() && style.opacity.value() <= 0;
  bool const vanished = style.transform.is(Transform::vanished).is_true();
  return Trilean(faint || vanished) || off_screen(style) || cut_off(style);
}

bool letters_gone(ComputedStyle const &style) {
  bool const small = style.font_size.is_known() && style.font_size.value() < 1;
  bool const clear = style.color.is_known() && style.color.value().alpha <= 0 &&
                     style.text_shadow.is(false).is_true() && style.text_fill.is(false).is_true();
  return small || clear;
}

bool replaced_by_control(Document const &document, NodeId n) {
  if (document.is(n, atom::textarea)) return true;
  return document.is(n, atom::select) && !document.has_attr(n, atom::multiple) &&
         !document.has_attr(n, atom::size);
}

}  // namespace

std::vector<Trilean> in_sight(A11yTree const &tree) {
  Document const &document = tree.document();
  std::vector<Trilean> boxes(document.size(), true);
  std::vector<Trilean> seen(document.size(), false);
  for (NodeId n{1}; n.value < document.size(); ++n.value) {
    NodeId const up = document.parent(n);
    boxes[n.value] = up.valid() ? boxes[up.value] : Trilean(true);
    if (!document.is_element(n)) continue;
    ComputedStyle const &style = tree.styles()[n];
    boxes[n.value] =
        boxes[n.value] && !box_gone(style) && Trilean(!replaced_by_control(document, n));
    seen[n.value] =
        boxes[n.value] && tree.visible(n) && !indented_away(style) && Trilean(!letters_gone(style));
  }
  return seen;
}

Trilean box_in_sight(A11yTree const &tree, NodeId n) {
  Document const &document = tree.document();
  Trilean seen = tree.visible(n);
  for (NodeId at = n; at.valid() && document.is_element(at) && !seen.is_false();
       at = document.parent(at)) {
    if (!tree.spend()) return Trilean::unknown();
    bool const replaced = at != n && replaced_by_control(document, at);
    seen = seen && !box_gone(tree.styles()[at]) && Trilean(!replaced);
  }
  return seen;
}

bool has_own_text(Document const &document, NodeId n) {
  for (NodeId c = document.first_child(n); c.valid(); c = document.next_sibling(c)) {
    if (document.kind(c) == NodeKind::text && !trimmed(document.text(c)).empty()) return true;
  }
  return false;
}

}  // namespace wza::web
