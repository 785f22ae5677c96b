// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/text_width.h"

#include "db/base/text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <optional>
#include <string>

namespace wza::web {
namespace {

constexpr std::size_t kMaxBytes = 4096;
constexpr double kWidestScreen = 4000;  ///< CSS pixels: what is wider in one line is none

struct Content {
  std::string text;
  bool broken = false;  ///< by <br>, between two pieces of text
};

Content content_of(Document const &document, NodeId element) {
  Content content;
  bool br = false;
  for (NodeId n{element.value + 1}; n < document.subtree_end(element); ++n.value) {
    if (document.is(n, atom::br)) br = !content.text.empty();
    if (document.kind(n) != NodeKind::text) continue;
    std::string_view const text = trimmed(document.text(n));
    if (text.empty()) continue;
    content.broken = content.broken || br;
    content.text.append(text).append(" ");
    if (content.text.size() > kMaxBytes) break;
  }
  return content;
}

/// The narrowest box of known width from the element upwards.
std::optional<double> room_of(Document const &document, ComputedStyles const &styles, NodeId n) {
  std::optional<double> room;
  for (; n.valid() && document.is_element(n); n = document.parent(n)) {
    ComputedStyle const &style = styles[n];
    if (style.display.is(Display::inline_).is_true()) continue;
    for (Known<Length> const *size : {&style.width, &style.max_width}) {
      if (!size->is_known() || size->value().is_auto || size->value().percent != 0) continue;
      if (!room || size->value().px < *room) room = size->value().px;
    }
  }
  return room;
}

bool is_wide(UChar32 c) {
  int const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

}  // namespace

WidthBounds width_bounds(std::string_view text) {
  auto const *const bytes = reinterpret_cast<std::uint8_t const *>(text.data());
  auto const size = static_cast<std::int32_t>(text.size());
  WidthBounds bounds;
  bool blank = false;
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c >= 0 && u_isUWhiteSpace(c)) {
      if (!blank) bounds.least += 0.2, bounds.most += 0.35;
      blank = true;
      continue;
    }
    blank = false;
    if (c >= 0 && is_wide(c)) {
      bounds.least += 0.9, bounds.most += 1;
    } else if (c >= 0 && u_islower(c)) {
      bounds.least += 0.33, bounds.most += 0.65;
    } else {
      bounds.least += 0.25, bounds.most += 0.9;
    }
  }
  return bounds;
}

Trilean wraps(Document const &document, ComputedStyles const &styles, NodeId element) {
  Content const content = content_of(document, element);
  if (content.broken) return true;
  ComputedStyle const &style = styles[element];
  if (!style.white_space.is_known() || !style.font_size.is_known()) return Trilean::unknown();
  WhiteSpace const space = style.white_space.value();
  if (space == WhiteSpace::nowrap) return false;
  if (space == WhiteSpace::pre || space == WhiteSpace::pre_line || space == WhiteSpace::pre_wrap ||
      space == WhiteSpace::break_spaces) {
    return content.text.find('\n') != std::string::npos ? Trilean(true) : Trilean::unknown();
  }
  WidthBounds const bounds = width_bounds(content.text);
  double const size = style.font_size.value();
  auto const room = room_of(document, styles, element);
  if (bounds.least * size > room.value_or(kWidestScreen)) return true;
  bool const alone = !style.display.is(Display::inline_).is_true();
  if (room && alone && bounds.most * size < *room) return false;
  return Trilean::unknown();
}

}  // namespace wza::web
