// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/properties.h"

#include "webcheck/css/color.h"
#include "webcheck/css/gradient.h"
#include "webcheck/css/keywords.h"
#include "webcheck/css/property_parsers.h"

#include <array>
#include <type_traits>

namespace wza::web::css {
namespace {

template <class T>
void assign(Value const &value, Computing const &,
            Known<T> &out) requires std::is_enum_v<T> || std::is_same_v<T, bool> {
  out = value.kind == ValueKind::keyword ? Known<T>(static_cast<T>(value.keyword))
                                         : Known<T>::unknown();
}

void assign(Value const &value, Computing const &, Known<float> &out) {
  out = value.kind == ValueKind::number ? Known<float>(value.number) : Known<float>::unknown();
}

/// `color: currentcolor` is inherited; elsewhere it is the element's own colour.
void assign_color(Value const &value, Known<Rgba> const &current, Known<Rgba> &out) {
  switch (value.kind) {
    case ValueKind::rgba:
      out = value.rgba;
      break;
    case ValueKind::current_color:
      out = current;
      break;
    default:
      out = Known<Rgba>::unknown();
  }
}

void assign(Value const &value, Computing const &computing, Known<Length> &out) {
  out = Known<Length>::unknown();
  switch (value.kind) {
    case ValueKind::keyword:
      out = Length{0, 0, true};
      break;
    case ValueKind::px:
      out = Length{value.number, 0, false};
      break;
    case ValueKind::percent:
      out = Length{0, value.number, false};
      break;
    case ValueKind::quantity: {
      Quantity q;
      if (evaluate(value.tokens, computing.lengths, q) != Evaluated::ok) break;
      out = Length{static_cast<float>(q.value), static_cast<float>(q.percent), false};
      break;
    }
    default:
      break;
  }
}

template <auto Member>
void compute_as_is(Value const &value, Computing const &computing, ComputedStyle &style) {
  assign(value, computing, style.*Member);
}

void compute_color(Value const &value, Computing const &computing, ComputedStyle &style) {
  assign_color(value, computing.parent.color, style.color);
}
void compute_background_color(Value const &value, Computing const &, ComputedStyle &style) {
  assign_color(value, style.color, style.background_color);
}

void compute_background_image(Value const &value, Computing const &, ComputedStyle &style) {
  style.gradient = nullptr;
  if (value.kind != ValueKind::tokens) {
    style.background_image = value.kind == ValueKind::keyword
                                 ? Known(static_cast<BackgroundImage>(value.keyword))
                                 : Known<BackgroundImage>::unknown();
    return;
  }
  style.gradient = gradient_colors(value.tokens, style.color);
  style.background_image = style.gradient ? BackgroundImage::gradient : BackgroundImage::present;
}
void copy_background_image(ComputedStyle const &from, ComputedStyle &to) {
  to.background_image = from.background_image;
  to.gradient = from.gradient;
}
void forget_background_image(ComputedStyle &style) {
  style.background_image = Known<BackgroundImage>::unknown();
  style.gradient = nullptr;
}

Known<Rotation> rotation_of(Value const &value) {
  if (value.kind != ValueKind::keyword || value.number == kSomeTurn) {
    return Known<Rotation>::unknown();
  }
  return value.number == kNoTurn ? Rotation{} : Rotation{true, value.number};
}
void compute_rotate(Value const &value, Computing const &, ComputedStyle &style) {
  style.rotate = rotation_of(value);
}
void compute_transform(Value const &value, Computing const &computing, ComputedStyle &style) {
  assign(value, computing, style.transform);
  style.transform_rotation = rotation_of(value);
}
void copy_transform(ComputedStyle const &from, ComputedStyle &to) {
  to.transform = from.transform;
  to.transform_rotation = from.transform_rotation;
}
void forget_transform(ComputedStyle &style) {
  style.transform = Known<Transform>::unknown();
  style.transform_rotation = Known<Rotation>::unknown();
}

/// Beside the keyword stands the number of the list, which no keyword needs.
void compute_font_family(Value const &value, Computing const &computing, ComputedStyle &style) {
  assign(value, computing, style.monospace);
  style.font_family =
      value.kind == ValueKind::keyword ? Known<float>(value.number) : Known<float>::unknown();
}
void copy_font_family(ComputedStyle const &from, ComputedStyle &to) {
  to.monospace = from.monospace;
  to.font_family = from.font_family;
}
void forget_font_family(ComputedStyle &style) {
  style.monospace = Known<bool>::unknown();
  style.font_family = Known<float>::unknown();
}

void compute_font_size(Value const &value, Computing const &c, ComputedStyle &style) {
  Known<float> const parent = c.parent.font_size;
  style.font_size = Known<float>::unknown();
  c.font = {0, false};
  switch (value.kind) {
    case ValueKind::keyword:
      if (value.keyword <= 8) {
        c.font.keyword = value.keyword;
        if (style.monospace.is_known()) {
          style.font_size = font_size_of_keyword(value.keyword, style.monospace.value());
        }
      } else if (parent.is_known()) {
        c.font.absolute = c.parent_font.absolute;
        style.font_size = value.keyword == kLarger ? parent.value() * 1.2f : parent.value() / 1.2f;
      }
      break;
    case ValueKind::px:
      c.font.absolute = true;
      style.font_size = value.number;
      break;
    case ValueKind::percent:
      c.font.absolute = c.parent_font.absolute;
      if (parent.is_known()) style.font_size = parent.value() * value.number / 100;
      break;
    case ValueKind::quantity: {
      bool const em = value.tokens.size() == 1 && value.tokens[0].is(TokenKind::dimension) &&
                      equals_lower(value.tokens[0].text, "em");
      c.font.absolute = em ? c.parent_font.absolute : true;
      LengthContext lengths = c.lengths;
      lengths.em = parent.is_known() ? std::optional<double>(parent.value()) : std::nullopt;
      Quantity q;
      if (evaluate(value.tokens, lengths, q) != Evaluated::ok) break;
      if (q.percent != 0 && !lengths.em) break;
      double const size = q.value + (q.percent != 0 ? q.percent / 100 * *lengths.em : 0);
      style.font_size = static_cast<float>(size < 0 ? 0 : size);
      break;
    }
    default:
      break;
  }
}

void compute_font_weight(Value const &value, Computing const &c, ComputedStyle &style) {
  style.font_weight = Known<float>::unknown();
  if (value.kind == ValueKind::number) style.font_weight = value.number;
  if (value.kind != ValueKind::keyword || !c.parent.font_weight.is_known()) return;
  // CSS Fonts 4, section 2.2.1: the table of relative weights.
  float const parent = c.parent.font_weight.value();
  if (value.keyword == kBolder) {
    style.font_weight = parent < 350 ? 400.f : parent < 550 ? 700.f : parent < 900 ? 900.f : parent;
  } else {
    style.font_weight = parent < 100 ? parent : parent < 550 ? 100.f : parent < 750 ? 400.f : 700.f;
  }
}

/// A line height without unit is a multiple of the font size, kept as per cent.
void compute_line_height(Value const &value, Computing const &c, ComputedStyle &style) {
  if (value.kind == ValueKind::number) {
    style.line_height = Length{0, value.number * 100, false};
    return;
  }
  assign(value, c, style.line_height);
  if (!style.line_height.is_known() || style.line_height.value().is_auto) return;
  // A percentage is computed to a length, so that children inherit the length.
  Length length = style.line_height.value();
  if (length.percent == 0) return;
  style.line_height = Known<Length>::unknown();
  if (!style.font_size.is_known()) return;
  length.px += length.percent / 100 * style.font_size.value();
  length.percent = 0;
  style.line_height = length;
}

template <auto Member>
void copy(ComputedStyle const &from, ComputedStyle &to) {
  to.*Member = from.*Member;
}
template <auto Member>
void forget(ComputedStyle &style) {
  style.*Member = std::remove_reference_t<decltype(style.*Member)>::unknown();
}

using Parse = bool (*)(TokenSpan, ParseContext const &, Value &);
using Compute = void (*)(Value const &, Computing const &, ComputedStyle &);
enum Inheritance : bool { kOwn = false, kInherited = true };

template <auto Member>
constexpr PropertyRow row(std::string_view name, Inheritance inheritance, Parse parse,
                          Compute compute = compute_as_is<Member>) {
  return {name, inheritance, parse, compute, copy<Member>, forget<Member>};
}

using S = ComputedStyle;
constexpr std::array kRows{
    PropertyRow{"font-family", kInherited, parse_font_family, compute_font_family, copy_font_family,
                forget_font_family},
    row<&S::font_size>("font-size", kInherited, parse_font_size, compute_font_size),
    row<&S::color>("color", kInherited, parse_quirky_color, compute_color),
    row<&S::display>("display", kOwn, parse_display),
    row<&S::visibility>("visibility", kInherited, parse_keyword<kVisibility>),
    row<&S::background_color>("background-color", kOwn, parse_quirky_color,
                              compute_background_color),
    PropertyRow{"background-image", kOwn, parse_background_image, compute_background_image,
                copy_background_image, forget_background_image},
    row<&S::font_weight>("font-weight", kInherited, parse_font_weight, compute_font_weight),
    row<&S::opacity>("opacity", kOwn, parse_opacity),
    row<&S::position>("position", kOwn, parse_keyword<kPosition>),
    row<&S::float_>("float", kOwn, parse_keyword<kFloat>),
    row<&S::overflow_x>("overflow-x", kOwn, parse_keyword<kOverflow>),
    row<&S::overflow_y>("overflow-y", kOwn, parse_keyword<kOverflow>),
    row<&S::clip>("clip", kOwn, parse_clip),
    row<&S::clip_path>("clip-path", kOwn, parse_clip_path),
    row<&S::text_indent>("text-indent", kInherited, parse_signed_length),
    row<&S::width>("width", kOwn, parse_size),
    row<&S::height>("height", kOwn, parse_size),
    row<&S::max_width>("max-width", kOwn, parse_size),
    row<&S::max_height>("max-height", kOwn, parse_size),
    row<&S::top>("top", kOwn, parse_signed_length),
    row<&S::right>("right", kOwn, parse_signed_length),
    row<&S::bottom>("bottom", kOwn, parse_signed_length),
    row<&S::left>("left", kOwn, parse_signed_length),
    PropertyRow{"transform", kOwn, parse_transform, compute_transform, copy_transform,
                forget_transform},
    row<&S::pointer_events>("pointer-events", kInherited, parse_keyword<kPointerEvents>),
    row<&S::white_space>("white-space", kInherited, parse_keyword<kWhiteSpace>),
    row<&S::text_transform>("text-transform", kInherited, parse_keyword<kTextTransform>),
    row<&S::content_visibility>("content-visibility", kOwn, parse_keyword<kContentVisibility>),
    row<&S::line_height>("line-height", kInherited, parse_line_height, compute_line_height),
    row<&S::letter_spacing>("letter-spacing", kInherited, parse_spacing),
    row<&S::word_spacing>("word-spacing", kInherited, parse_spacing),
    row<&S::rotate>("rotate", kOwn, parse_rotate, compute_rotate),
    row<&S::z_index>("z-index", kOwn, parse_z_index),
    row<&S::filter>("filter", kOwn, parse_any_effect),
    row<&S::blend>("mix-blend-mode", kOwn, parse_any_effect),
    row<&S::background_clipped>("background-clip", kOwn, parse_background_clip),
    row<&S::text_shadow>("text-shadow", kInherited, parse_any_effect),
    row<&S::text_fill>("-webkit-text-fill-color", kInherited, parse_fill_color),
    row<&S::text_line>("text-decoration-line", kOwn, parse_any_effect),
    row<&S::border>("border-style", kOwn, parse_border_style),
    row<&S::box_shadow>("box-shadow", kOwn, parse_any_effect),
    row<&S::slanted>("font-style", kInherited, parse_any_effect),
    PropertyRow{"content", kOwn, parse_content},
};
static_assert(kRows.size() == static_cast<std::size_t>(Property::custom));

ComputedStyle make_initial() {
  ComputedStyle s;
  Length const automatic{0, 0, true};
  s.display = Display::inline_;
  s.visibility = Visibility::visible;
  s.color = Rgba{0, 0, 0, 1};
  s.background_color = Rgba{0, 0, 0, 0};
  s.background_image = BackgroundImage::none;
  s.font_size = 16.f;
  s.font_weight = 400.f;
  s.opacity = 1.f;
  s.position = Position::static_;
  s.float_ = Float::none;
  s.overflow_x = s.overflow_y = Overflow::visible;
  s.clip = s.clip_path = Clip::none;
  s.text_indent = Length{};
  s.width = s.height = s.max_width = s.max_height = automatic;
  s.top = s.right = s.bottom = s.left = automatic;
  s.transform = Transform::none;
  s.pointer_events = PointerEvents::auto_;
  s.white_space = WhiteSpace::normal;
  s.text_transform = TextTransform::none;
  s.content_visibility = ContentVisibility::visible;
  s.line_height = s.letter_spacing = s.word_spacing = automatic;
  s.monospace = false;
  s.transform_rotation = s.rotate = Rotation{};
  s.z_index = 0.f;
  s.text_line = s.border = s.box_shadow = s.slanted = false;
  s.font_family = 0.f;
  s.filter = s.blend = s.background_clipped = s.text_shadow = s.text_fill = false;
  return s;
}

}  // namespace

std::span<PropertyRow const> properties() {
  return kRows;
}

ComputedStyle const &initial_style() {
  static ComputedStyle const style = make_initial();
  return style;
}

float font_size_of_keyword(std::uint8_t keyword, bool monospace) {
  static constexpr std::array<float, 9> kNormal{0, 9, 10, 13, 16, 18, 24, 32, 48};
  static constexpr std::array<float, 9> kFixed{0, 9, 10, 12, 13, 16, 20, 26, 39};
  return monospace ? kFixed[keyword] : kNormal[keyword];
}

}  // namespace wza::web::css
