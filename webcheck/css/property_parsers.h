// SPDX-License-Identifier: Apache-2.0
// How the values of the single properties are read. The tokens come trimmed and are not empty.
#pragma once

#include "webcheck/css/properties.h"

namespace wza::web::css {

inline constexpr std::uint8_t kLarger = 9, kSmaller = 10;  ///< keywords of font-size
inline constexpr std::uint8_t kBolder = 1, kLighter = 2;   ///< keywords of font-weight
/// For values of which only the kind is asked: any lengths do.
inline constexpr LengthContext kSomeLengths{16, 16, 12.8, 8};

template <auto const &Keywords>
bool parse_keyword(TokenSpan tokens, ParseContext const &, Value &out) {
  if (tokens.size() != 1 || !tokens[0].is(TokenKind::ident)) return false;
  for (auto const &row : Keywords) {
    if (!equals_lower(tokens[0].text, row.word)) continue;
    out.kind = ValueKind::keyword;
    out.keyword = static_cast<std::uint8_t>(row.value);
    return true;
  }
  return false;
}

bool parse_display(TokenSpan, ParseContext const &, Value &);
bool parse_plain_color(TokenSpan, ParseContext const &, Value &);
bool parse_quirky_color(TokenSpan, ParseContext const &, Value &);
bool parse_background_image(TokenSpan, ParseContext const &, Value &);
bool parse_font_family(TokenSpan, ParseContext const &, Value &);
bool parse_font_size(TokenSpan, ParseContext const &, Value &);
bool parse_font_weight(TokenSpan, ParseContext const &, Value &);
bool parse_opacity(TokenSpan, ParseContext const &, Value &);
bool parse_clip(TokenSpan, ParseContext const &, Value &);
bool parse_clip_path(TokenSpan, ParseContext const &, Value &);
bool parse_signed_length(TokenSpan, ParseContext const &, Value &);
bool parse_size(TokenSpan, ParseContext const &, Value &);
bool parse_transform(TokenSpan, ParseContext const &, Value &);
bool parse_rotate(TokenSpan, ParseContext const &, Value &);
bool parse_z_index(TokenSpan, ParseContext const &, Value &);
/// Keyword 1 for any value but `none`, `normal` and the like: properties of which we only want to
/// know whether they are there.
bool parse_border_style(TokenSpan, ParseContext const &, Value &);
/// True where one of the words makes a border, or outline, be drawn.
bool draws_border(TokenSpan tokens);
bool parse_any_effect(TokenSpan, ParseContext const &, Value &);
bool parse_background_clip(TokenSpan, ParseContext const &, Value &);
bool parse_fill_color(TokenSpan, ParseContext const &, Value &);
bool parse_line_height(TokenSpan, ParseContext const &, Value &);
bool parse_spacing(TokenSpan, ParseContext const &, Value &);
bool parse_content(TokenSpan, ParseContext const &, Value &);

/// Value::number of a transform that turns in a way that is not computed.
inline constexpr float kSomeTurn = 1e9f;
/// Value::number of a transform, or of `rotate`, that turns nothing.
inline constexpr float kNoTurn = -1e9f;

/// True for a component value that is an image: url(), a gradient, image-set() and the like.
bool is_image(Token const &token);

}  // namespace wza::web::css
