// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/display.h"

#include <algorithm>
#include <array>

namespace wza::web::css {
namespace {

bool is_replaced(Document const &document, NodeId n) {
  static constexpr std::array kReplaced{atom::br,       atom::wbr,   atom::meter,    atom::progress,
                                        atom::canvas,   atom::embed, atom::object,   atom::audio,
                                        atom::iframe,   atom::img,   atom::video,    atom::frame,
                                        atom::frameset, atom::input, atom::textarea, atom::select};
  return std::any_of(kReplaced.begin(), kReplaced.end(),
                     [&](Atom tag) { return document.is(n, tag); });
}

}  // namespace

void adjust_display(Document const &document, NodeId n, ComputedStyle const &parent,
                    ComputedStyle &style) {
  if (!style.display.is_known()) return;
  Display const display = style.display.value();
  if (display == Display::none) return;
  if (display == Display::contents) {
    if (n == document.document_element()) style.display = Display::block;
    if (is_replaced(document, n)) style.display = Display::none;
    return;
  }
  auto is_flex = [](Display d) {
    return d == Display::flex || d == Display::inline_flex || d == Display::grid ||
           d == Display::inline_grid;
  };
  bool const positioned = style.position.is(Position::absolute).is_true() ||
                          style.position.is(Position::fixed).is_true();
  bool const floated = style.float_.is_known() && style.float_.value() != Float::none;
  bool const item = parent.display.is_known() && is_flex(parent.display.value());
  if (!positioned && !floated && !item && n != document.document_element()) return;
  switch (display) {
    case Display::inline_:
    case Display::inline_block:
    case Display::table_row:
    case Display::table_cell:
    case Display::table_caption:
    case Display::table_part:
    case Display::ruby:
      style.display = Display::block;
      break;
    case Display::inline_flex:
      style.display = Display::flex;
      break;
    case Display::inline_grid:
      style.display = Display::grid;
      break;
    case Display::inline_table:
      style.display = Display::table;
      break;
    default:
      break;
  }
}

}  // namespace wza::web::css
