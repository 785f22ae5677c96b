// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/property_parsers.h"

#include "db/base/text.h"
#include "webcheck/css/color.h"
#include "webcheck/css/gradient.h"
#include "webcheck/css/keywords.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::web::css {
namespace {

bool keyword(Value &out, std::uint8_t value) {
  out.kind = ValueKind::keyword;
  out.keyword = value;
  return true;
}
template <class E>
bool keyword(Value &out, E value) requires std::is_enum_v<E> {
  return keyword(out, static_cast<std::uint8_t>(value));
}

bool unknown(Value &out) {
  out.kind = ValueKind::unknown;
  return true;
}

/// For checking types only: every relative unit gets some size.
enum class Sign : std::uint8_t { any, not_negative };
enum class Unitless : std::uint8_t { zero, quirk };

bool length(TokenSpan tokens, ParseContext const &context, Sign sign, Unitless unitless,
            Value &out) {
  Quantity q;
  Evaluated const state = evaluate(tokens, kSomeLengths, q);
  if (state == Evaluated::invalid) return false;
  if (state == Evaluated::unknown) return unknown(out);
  bool const single = tokens.size() == 1 && !tokens[0].is(TokenKind::function);
  if (q.type == QuantityType::number) {
    bool const quirk = unitless == Unitless::quirk && context.mode == Mode::quirks;
    if (!single || (q.value != 0 && !quirk)) return false;
  } else if (q.type != QuantityType::length && q.type != QuantityType::percentage &&
             q.type != QuantityType::mixed) {
    return false;
  }
  if (sign == Sign::not_negative && single && (q.value < 0 || q.percent < 0)) return false;
  if (single && (q.type == QuantityType::number || equals_lower(tokens[0].text, "px"))) {
    out.kind = ValueKind::px;
    out.number = static_cast<float>(q.value);
  } else if (single && q.type == QuantityType::percentage) {
    out.kind = ValueKind::percent;
    out.number = static_cast<float>(q.percent);
  } else {
    out.kind = ValueKind::quantity;
    out.tokens = context.arena.keep(tokens);
  }
  return true;
}

bool among(Token const &token, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return token.is_ident(word); });
}

bool color_value(ParsedColor const &color, Value &out) {
  switch (color.kind) {
    case ColorKind::invalid:
      return false;
    case ColorKind::rgba:
      out.kind = ValueKind::rgba;
      out.rgba = color.rgba;
      return true;
    case ColorKind::current:
      out.kind = ValueKind::current_color;
      return true;
    case ColorKind::unknown:
      return unknown(out);
  }
  return false;
}

/// The arguments of a function that has numbers: parts split by blanks, commas and slashes.
std::vector<TokenSpan> loose_parts(TokenSpan content) {
  std::vector<TokenSpan> parts;
  for (std::size_t i = 0; i < content.size(); i = next_component(content, i)) {
    if (content[i].is(TokenKind::whitespace) || content[i].is(TokenKind::comma) ||
        content[i].is_delim('/')) {
      continue;
    }
    parts.push_back(content.subspan(i, next_component(content, i) - i));
  }
  return parts;
}

}  // namespace

// CSS Display 3, section 2: outer and inner type in any order.
bool parse_display(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (tokens.size() == 1) {
    return parse_keyword<kDisplay>(tokens, context, out);
  }
  bool outer_inline = false, outer = false, item = false;
  Display inner = Display::block;
  bool has_inner = false;
  for (Token const &token : tokens) {
    if (token.is(TokenKind::whitespace)) continue;
    if (among(token, {"block", "inline"}) && !outer) {
      outer = true;
      outer_inline = token.is_ident("inline");
    } else if (token.is_ident("list-item") && !item) {
      item = true;
    } else if (among(token, {"flow", "flow-root", "flex", "grid", "table", "ruby", "math"}) &&
               !has_inner) {
      has_inner = true;
      Value value;
      parse_keyword<kDisplay>(TokenSpan(&token, 1), context, value);
      inner = static_cast<Display>(value.keyword);
    } else {
      return false;
    }
  }
  if (item) return keyword(out, Display::list_item);
  if (!outer_inline) return keyword(out, inner);
  switch (inner) {
    case Display::block:
      return keyword(out, Display::inline_);
    case Display::flow_root:
      return keyword(out, Display::inline_block);
    case Display::flex:
      return keyword(out, Display::inline_flex);
    case Display::grid:
      return keyword(out, Display::inline_grid);
    case Display::table:
      return keyword(out, Display::inline_table);
    default:
      return keyword(out, inner);
  }
}

bool parse_plain_color(TokenSpan tokens, ParseContext const &, Value &out) {
  return color_value(parse_color(tokens), out);
}

// Quirks Mode, section 3.1: the hashless hex colour quirk.
bool parse_quirky_color(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (parse_plain_color(tokens, context, out)) return true;
  if (context.mode != Mode::quirks || tokens.size() != 1) return false;
  Token const &token = tokens[0];
  std::string digits;
  if (token.is(TokenKind::ident)) {
    digits = token.text;
  } else if ((token.is(TokenKind::number) || token.is(TokenKind::dimension)) && token.is_integer &&
             token.number >= 0) {
    digits = std::to_string(static_cast<long long>(token.number)) + std::string(token.text);
    if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  }
  if (digits.size() != 3 && digits.size() != 6) return false;
  Token hash = token;
  hash.kind = TokenKind::hash;
  hash.text = digits;
  return color_value(parse_color(TokenSpan(&hash, 1)), out);
}

bool is_image(Token const &token) {
  if (token.is(TokenKind::url)) return true;
  if (!token.is(TokenKind::function)) return false;
  std::string const name = ascii_lower(token.text);
  static constexpr auto kImages = std::to_array<std::string_view>(
      {"url", "src", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade",
       "element", "image", "paint", "-webkit-gradient"});
  return std::find(kImages.begin(), kImages.end(), name) != kImages.end() ||
         ((name.ends_with("-gradient")) && !name.starts_with("-moz-") && !name.starts_with("-o-") &&
          !name.starts_with("-ms-"));
}

bool parse_background_image(TokenSpan tokens, ParseContext const &context, Value &out) {
  bool present = false;
  if (is_gradient(tokens[0]) && next_component(tokens, 0) == tokens.size()) {
    out.kind = ValueKind::tokens;
    out.tokens = context.arena.keep(tokens);
    return true;
  }
  for (TokenSpan part : split_at_commas(tokens)) {
    if (part.empty() || next_component(part, 0) != part.size()) return false;
    if (is_image(part[0])) {
      present = true;
    } else if (!part[0].is_ident("none")) {
      return false;
    }
  }
  return keyword(out, present ? BackgroundImage::present : BackgroundImage::none);
}

/// The same for the same words in any case; 24 bits of FNV-1a, which a float holds.
static float number_of(TokenSpan tokens) {
  std::uint32_t hash = 2166136261U;
  for (Token const &token : tokens) {
    if (token.is(TokenKind::whitespace)) continue;
    for (char const c : token.text) {
      bool const upper = c >= 'A' && c <= 'Z';
      hash = (hash ^ static_cast<unsigned char>(upper ? c | 0x20 : c)) * 16777619U;
    }
    hash = (hash ^ ' ') * 16777619U;
  }
  return static_cast<float>(hash >> 8);
}

bool parse_font_family(TokenSpan tokens, ParseContext const &, Value &out) {
  auto const families = split_at_commas(tokens);
  for (TokenSpan family : families) {
    if (family.empty()) return false;
    bool const quoted = family[0].is(TokenKind::string) && family.size() == 1;
    bool const names = std::all_of(family.begin(), family.end(), [](Token const &t) {
      return t.is(TokenKind::ident) || t.is(TokenKind::whitespace);
    });
    if (!quoted && !names) return false;
  }
  TokenSpan const first = families[0];
  bool const alone = families.size() == 1 && first.size() == 1 &&
                     (first[0].is_ident("monospace") || first[0].is_ident("-webkit-monospace"));
  out.number = number_of(tokens);
  return keyword(out, static_cast<std::uint8_t>(alone ? 1 : 0));
}

bool parse_font_size(TokenSpan tokens, ParseContext const &context, Value &out) {
  static constexpr auto kSizes =
      std::to_array<std::string_view>({"xx-small", "x-small", "small", "medium", "large", "x-large",
                                       "xx-large", "xxx-large", "larger", "smaller"});
  if (tokens.size() == 1 && tokens[0].is(TokenKind::ident)) {
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
      if (tokens[0].is_ident(kSizes[i])) return keyword(out, static_cast<std::uint8_t>(i + 1));
    }
    if (tokens[0].is_ident("-webkit-xxx-large")) return keyword(out, std::uint8_t{8});
    return tokens[0].is_ident("math") && unknown(out);
  }
  return length(tokens, context, Sign::not_negative, Unitless::quirk, out);
}

bool parse_font_weight(TokenSpan tokens, ParseContext const &, Value &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("bolder")) return keyword(out, kBolder);
  if (tokens.size() == 1 && tokens[0].is_ident("lighter")) return keyword(out, kLighter);
  out.kind = ValueKind::number;
  if (tokens.size() == 1 && tokens[0].is_ident("normal")) return out.number = 400, true;
  if (tokens.size() == 1 && tokens[0].is_ident("bold")) return out.number = 700, true;
  Quantity q;
  if (evaluate(tokens, kSomeLengths, q) != Evaluated::ok || q.type != QuantityType::number)
    return false;
  out.number = static_cast<float>(q.value);
  return q.value >= 1 && q.value <= 1000;
}

bool parse_opacity(TokenSpan tokens, ParseContext const &, Value &out) {
  Quantity q;
  Evaluated const state = evaluate(tokens, kSomeLengths, q);
  if (state == Evaluated::unknown) return unknown(out);
  if (state == Evaluated::invalid) return false;
  if (q.type != QuantityType::number && q.type != QuantityType::percentage) return false;
  out.kind = ValueKind::number;
  out.number = static_cast<float>(std::clamp(q.value + q.percent / 100, 0.0, 1.0));
  return true;
}

// CSS Masking 1, section 6: rect(top, right, bottom, left).
bool parse_clip(TokenSpan tokens, ParseContext const &, Value &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("auto")) return keyword(out, Clip::none);
  if (next_component(tokens, 0) != tokens.size() || !tokens[0].is_function("rect")) return false;
  auto const parts = loose_parts(block_content(tokens, 0));
  if (parts.size() != 4) return false;
  std::array<std::optional<double>, 4> edge{};
  for (std::size_t i = 0; i < 4; ++i) {
    if (parts[i][0].is_ident("auto")) continue;
    Quantity q;
    Evaluated const state = evaluate(parts[i], kSomeLengths, q);
    if (state == Evaluated::invalid) return false;
    if (state == Evaluated::ok) edge[i] = q.value;
  }
  bool const flat = edge[0] && edge[2] && *edge[2] <= *edge[0];
  bool const thin = edge[1] && edge[3] && *edge[1] <= *edge[3];
  return keyword(out, flat || thin ? Clip::all : Clip::some);
}

bool parse_clip_path(TokenSpan tokens, ParseContext const &, Value &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("none")) return keyword(out, Clip::none);
  if (tokens[0].is(TokenKind::url)) return keyword(out, Clip::some);
  if (!tokens[0].is(TokenKind::function)) return tokens[0].is(TokenKind::ident) && unknown(out);
  auto const parts = loose_parts(block_content(tokens, 0));
  std::vector<Quantity> q;
  for (TokenSpan part : parts) {
    Quantity one;
    if (evaluate(part, kSomeLengths, one) != Evaluated::ok) break;
    q.push_back(one);
  }
  bool gone = false;
  if (tokens[0].is_function("inset") && !q.empty()) {
    // One to four offsets, as of a margin; opposite ones of 100 % in sum leave nothing.
    auto at = [&](std::size_t i, std::size_t otherwise) {
      return q.size() > i ? q[i].percent : q[otherwise].percent;
    };
    double const top = q[0].percent, right = at(1, 0), bottom = at(2, 0);
    gone = top + bottom >= 100 || right + (q.size() > 3 ? q[3].percent : right) >= 100;
  } else if (tokens[0].is_function("circle") && !q.empty()) {
    gone = q[0].value == 0 && q[0].percent == 0;
  } else if (tokens[0].is_function("polygon") && q.size() == parts.size() && q.size() >= 2) {
    gone = true;
    for (std::size_t i = 2; i < q.size(); ++i) {
      gone = gone && q[i].value == q[i % 2].value && q[i].percent == q[i % 2].percent;
    }
  }
  return keyword(out, gone ? Clip::all : Clip::some);
}

bool parse_signed_length(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("auto")) return keyword(out, std::uint8_t{0});
  return length(tokens, context, Sign::any, Unitless::quirk, out);
}

bool parse_size(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (tokens.size() == 1 && among(tokens[0], {"auto", "none"}))
    return keyword(out, std::uint8_t{0});
  if (tokens.size() == 1 &&
      among(tokens[0], {"min-content", "max-content", "fit-content", "-webkit-fit-content",
                        "-webkit-min-content", "-webkit-max-content", "stretch", "contain",
                        "-webkit-fill-available"})) {
    return unknown(out);
  }
  if (tokens[0].is_function("fit-content")) return unknown(out);
  return length(tokens, context, Sign::not_negative, Unitless::quirk, out);
}

bool parse_line_height(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("normal")) return keyword(out, std::uint8_t{0});
  Quantity q;
  if (evaluate(tokens, kSomeLengths, q) == Evaluated::ok && q.type == QuantityType::number) {
    out.kind = ValueKind::number;
    out.number = static_cast<float>(q.value);
    return q.value >= 0;
  }
  return length(tokens, context, Sign::not_negative, Unitless::zero, out);
}

bool parse_spacing(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("normal")) return keyword(out, std::uint8_t{0});
  return length(tokens, context, Sign::any, Unitless::quirk, out);
}

bool parse_content(TokenSpan tokens, ParseContext const &context, Value &out) {
  if (tokens.size() == 1 && among(tokens[0], {"none", "normal"})) {
    return keyword(out, std::uint8_t{0});
  }
  out.kind = ValueKind::tokens;
  out.tokens = context.arena.keep(tokens);
  return true;
}

}  // namespace wza::web::css
