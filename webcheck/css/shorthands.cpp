// SPDX-License-Identifier: Apache-2.0
// Declarations to longhands: names, CSS-wide keywords, var(), and the shorthands.
#include "db/base/text.h"
#include "webcheck/css/gradient.h"
#include "webcheck/css/keywords.h"
#include "webcheck/css/property_parsers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace wza::web::css {
namespace {

/// What is under way while one declaration is read.
struct Reading {
  std::string_view name;
  bool important;
  ParseContext const &context;
  std::vector<Declaration> &out;

  void add(Property property, Value const &value) const {
    out.push_back({property, important, name, value});
  }
  void add_keyword(Property property, std::uint8_t keyword) const {
    Value value;
    value.kind = ValueKind::keyword;
    value.keyword = keyword;
    add(property, value);
  }
};

Value initial_value() {
  Value value;
  value.kind = ValueKind::initial;
  return value;
}

PropertyRow const &row_of(Property property) {
  return properties()[static_cast<std::size_t>(property)];
}

std::vector<TokenSpan> parts_of(TokenSpan tokens) {
  std::vector<TokenSpan> parts;
  for (std::size_t i = 0; i < tokens.size(); i = next_component(tokens, i)) {
    if (tokens[i].is(TokenKind::whitespace)) continue;
    parts.push_back(tokens.subspan(i, next_component(tokens, i) - i));
  }
  return parts;
}

// CSS Backgrounds 3, section 2.10: layers split by commas; the colour stands in the last.
bool expand_background(TokenSpan tokens, Reading const &reading) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"repeat",      "no-repeat",   "repeat-x", "repeat-y",    "space", "round",
       "scroll",      "fixed",       "local",    "left",        "right", "top",
       "bottom",      "center",      "cover",    "contain",     "auto",  "border-box",
       "padding-box", "content-box", "text",     "border-area", "none"});
  Value color;
  color.kind = ValueKind::rgba;
  color.rgba = Rgba{0, 0, 0, 0};
  bool image = false, clipped = false;
  Value only_image;
  auto const layers = split_at_commas(tokens);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    bool has_color = false, has_image = false;
    if (layers[i].empty()) return false;
    for (TokenSpan part : parts_of(layers[i])) {
      Token const &first = part[0];
      Quantity q;
      Value value;
      if (is_image(first)) {
        if (has_image) return false;
        has_image = image = true;
        if (layers.size() == 1 && is_gradient(first)) {
          parse_background_image(part, reading.context, only_image);
        }
      } else if (first.is_delim('/')) {
        continue;
      } else if (first.is(TokenKind::ident) &&
                 std::any_of(kWords.begin(), kWords.end(),
                             [&](std::string_view w) { return first.is_ident(w); })) {
        clipped = clipped || first.is_ident("text");
        continue;
      } else if (evaluate(part, {16, 16, 12.8, 8}, q) != Evaluated::invalid) {
        bool const angular = q.type == QuantityType::angle || q.type == QuantityType::time;
        bool const bare = q.type == QuantityType::number && q.value != 0;
        if (angular || bare) return false;
      } else if (!has_color && i + 1 == layers.size() &&
                 parse_plain_color(part, reading.context, value)) {
        has_color = true;
        color = value;
      } else {
        return false;
      }
    }
  }
  reading.add(Property::background_color, color);
  reading.add_keyword(Property::background_clip, clipped ? 1 : 0);
  if (only_image.kind == ValueKind::tokens) {
    reading.add(Property::background_image, only_image);
    return true;
  }
  reading.add_keyword(
      Property::background_image,
      static_cast<std::uint8_t>(image ? BackgroundImage::present : BackgroundImage::none));
  return true;
}

// CSS Fonts 4, section 2.7: [style || variant || weight || width]? size [/ line-height]? family.
bool expand_font(TokenSpan tokens, Reading const &reading) {
  static constexpr auto kBefore = std::to_array<std::string_view>(
      {"normal", "italic", "oblique", "small-caps", "ultra-condensed", "extra-condensed",
       "condensed", "semi-condensed", "semi-expanded", "expanded", "extra-expanded",
       "ultra-expanded"});
  static constexpr auto kSlanted = std::to_array<std::string_view>({"italic", "oblique"});
  static constexpr auto kSystem = std::to_array<std::string_view>(
      {"caption", "icon", "menu", "message-box", "small-caption", "status-bar"});
  auto const parts = parts_of(tokens);
  if (parts.empty()) return false;
  auto is_one_of = [](TokenSpan part, auto const &words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return part[0].is_ident(w); });
  };
  if (parts.size() == 1 && is_one_of(parts[0], kSystem)) {
    for (Property p : {Property::font_family, Property::font_size, Property::font_weight,
                       Property::line_height, Property::font_style}) {
      reading.add(p, Value{});
    }
    return true;
  }
  Value weight, size, line_height, family, slant;
  slant.kind = ValueKind::keyword;
  weight.kind = ValueKind::number;
  weight.number = 400;
  line_height.kind = ValueKind::keyword;
  std::size_t i = 0;
  for (; i < parts.size(); ++i) {
    if (is_one_of(parts[i], kSlanted)) slant.keyword = 1;
    if (is_one_of(parts[i], kBefore)) continue;
    Value value;
    if (!parse_font_weight(parts[i], reading.context, value)) break;
    weight = value;
  }
  if (i >= parts.size() || !parse_font_size(parts[i++], reading.context, size)) return false;
  if (i < parts.size() && parts[i][0].is_delim('/')) {
    if (++i >= parts.size()) return false;
    if (!parse_line_height(parts[i++], reading.context, line_height)) return false;
  }
  if (i >= parts.size()) return false;
  auto const rest = static_cast<std::size_t>(parts[i].data() - tokens.data());
  if (!parse_font_family(tokens.subspan(rest), reading.context, family)) return false;
  reading.add(Property::font_family, family);
  reading.add(Property::font_size, size);
  reading.add(Property::font_weight, weight);
  reading.add(Property::line_height, line_height);
  reading.add(Property::font_style, slant);
  return true;
}

bool expand_overflow(TokenSpan tokens, Reading const &reading) {
  auto const parts = parts_of(tokens);
  if (parts.empty() || parts.size() > 2) return false;
  Value x, y;
  if (!parse_keyword<kOverflow>(parts[0], reading.context, x)) return false;
  if (!parse_keyword<kOverflow>(parts.back(), reading.context, y)) return false;
  reading.add(Property::overflow_x, x);
  reading.add(Property::overflow_y, y);
  return true;
}

bool expand_inset(TokenSpan tokens, Reading const &reading) {
  auto const parts = parts_of(tokens);
  if (parts.empty() || parts.size() > 4) return false;
  std::array<Value, 4> v{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parse_signed_length(parts[i], reading.context, v[i])) return false;
  }
  if (parts.size() < 2) v[1] = v[0];
  if (parts.size() < 3) v[2] = v[0];
  if (parts.size() < 4) v[3] = v[1];
  reading.add(Property::top, v[0]);
  reading.add(Property::right, v[1]);
  reading.add(Property::bottom, v[2]);
  reading.add(Property::left, v[3]);
  return true;
}

bool expand_border(TokenSpan tokens, Reading const &reading) {
  reading.add_keyword(Property::border_style, draws_border(tokens) ? 1 : 0);
  return true;
}

/// One side, or the outline: that it is not drawn says nothing of the others.
bool expand_border_side(TokenSpan tokens, Reading const &reading) {
  if (draws_border(tokens)) reading.add_keyword(Property::border_style, 1);
  return true;
}

bool expand_text_decoration(TokenSpan tokens, Reading const &reading) {
  static constexpr auto kLines =
      std::to_array<std::string_view>({"underline", "overline", "line-through", "blink"});
  bool const line = std::any_of(tokens.begin(), tokens.end(), [](Token const &token) {
    return std::any_of(kLines.begin(), kLines.end(),
                       [&token](std::string_view word) { return token.is_ident(word); });
  });
  bool const none = std::any_of(tokens.begin(), tokens.end(),
                                [](Token const &token) { return token.is_ident("none"); });
  // a colour alone means none as well, but looks the same as a slip of the pen
  if (!line && !none) return false;
  reading.add_keyword(Property::text_decoration_line, line ? 1 : 0);
  return true;
}

bool expand_all(TokenSpan, Reading const &) {
  return false;
}  // takes CSS-wide keywords only

struct Shorthand {
  std::vector<Property> longhands;
  bool (*expand)(TokenSpan, Reading const &) = nullptr;
};

Shorthand every_property() {
  Shorthand all{{}, expand_all};
  for (std::size_t i = 0; i < properties().size(); ++i) {
    all.longhands.push_back(static_cast<Property>(i));
  }
  return all;
}

using Names = std::unordered_map<std::string_view, Shorthand>;
Names make_names() {
  Names names;
  for (std::size_t i = 0; i < properties().size(); ++i) {
    names[properties()[i].name] = {{static_cast<Property>(i)}, nullptr};
  }
  names["-webkit-transform"] = names["transform"];
  names["-webkit-clip-path"] = names["clip-path"];
  names["-webkit-opacity"] = names["opacity"];
  using P = Property;
  names["-webkit-background-clip"] = names["background-clip"];
  names["-webkit-filter"] = names["filter"];
  names["background"] = {{P::background_color, P::background_image, P::background_clip},
                         expand_background};
  names["font"] = {{P::font_family, P::font_size, P::font_weight, P::line_height, P::font_style},
                   expand_font};
  names["text-decoration"] = {{P::text_decoration_line}, expand_text_decoration};
  names["-webkit-text-decoration"] = names["text-decoration"];
  names["border"] = {{P::border_style}, expand_border};
  for (std::string_view const side :
       {"border-top", "border-right", "border-bottom", "border-left", "border-block",
        "border-inline", "border-block-start", "border-block-end", "border-inline-start",
        "border-inline-end", "border-top-style", "border-right-style", "border-bottom-style",
        "border-left-style", "border-block-style", "border-inline-style", "outline",
        "outline-style"}) {
    names[side] = {{P::border_style}, expand_border_side};
  }
  names["-webkit-box-shadow"] = names["box-shadow"];
  names["overflow"] = {{P::overflow_x, P::overflow_y}, expand_overflow};
  names["inset"] = {{P::top, P::right, P::bottom, P::left}, expand_inset};
  names["all"] = every_property();
  return names;
}

Shorthand const *find(std::string_view name) {
  static Names const names = make_names();
  auto const found = names.find(name);
  return found == names.end() ? nullptr : &found->second;
}

std::optional<ValueKind> wide_keyword(TokenSpan tokens) {
  if (tokens.size() != 1 || !tokens[0].is(TokenKind::ident)) return std::nullopt;
  if (tokens[0].is_ident("inherit")) return ValueKind::inherit;
  if (tokens[0].is_ident("initial")) return ValueKind::initial;
  if (tokens[0].is_ident("unset")) return ValueKind::unset;
  if (tokens[0].is_ident("revert")) return ValueKind::revert;
  if (tokens[0].is_ident("revert-layer")) return ValueKind::revert_layer;
  return std::nullopt;
}

bool has_variables(TokenSpan tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](Token const &t) {
    return t.is(TokenKind::function) && t.is_function("var");
  });
}

/// CSS Syntax 3, section 5.4.6: tokens that no value may hold.
bool well_formed(TokenSpan tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is(TokenKind::bad_string) || tokens[i].is(TokenKind::bad_url)) return false;
  }
  return true;
}

}  // namespace

void parse_declaration(std::string_view name, TokenSpan value, bool important,
                       ParseContext const &context, std::vector<Declaration> &out) {
  value = trimmed(value);
  if (name.starts_with("--")) {
    if (name.size() < 3 || !well_formed(value)) return;
    Value custom;
    custom.kind = wide_keyword(value).value_or(ValueKind::tokens);
    custom.tokens = context.arena.keep(value);
    out.push_back({Property::custom, important, name, custom});
    return;
  }
  std::array<char, 32> lower{};
  if (name.size() > lower.size() || value.empty()) return;
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  Shorthand const *const known = find(std::string_view(lower.data(), name.size()));
  if (known == nullptr || !well_formed(value)) return;
  Reading const reading{name, important, context, out};
  if (auto const wide = wide_keyword(value)) {
    Value same = initial_value();
    same.kind = *wide;
    for (Property p : known->longhands)
      reading.add(p, same);
    return;
  }
  if (has_variables(value)) {
    Value later;
    later.kind = ValueKind::variables;
    later.tokens = context.arena.keep(value);
    for (Property p : known->longhands)
      reading.add(p, later);
    return;
  }
  if (known->expand != nullptr) {
    std::size_t const before = out.size();
    if (!known->expand(value, reading)) out.resize(before);
    return;
  }
  Value parsed;
  Property const property = known->longhands.front();
  if (row_of(property).parse(value, context, parsed)) reading.add(property, parsed);
}

}  // namespace wza::web::css
