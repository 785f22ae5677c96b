// SPDX-License-Identifier: Apache-2.0
// CSS Transforms 1 and 2 (`transform`, `rotate`), and the properties that change what people see of
// text and backgrounds in ways that are not computed: they are there, or they are not.
#include "db/base/text.h"
#include "webcheck/css/color.h"
#include "webcheck/css/property_parsers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wza::web::css {
namespace {

void set_keyword(Value &out, std::uint8_t value) {
  out.kind = ValueKind::keyword;
  out.keyword = value;
}

std::vector<Quantity> arguments_of(TokenSpan tokens, std::size_t function, bool &all_known) {
  std::vector<Quantity> out;
  for (TokenSpan part : split_at_commas(block_content(tokens, function))) {
    Quantity q;
    all_known = !part.empty() && evaluate(part, kSomeLengths, q) == Evaluated::ok && all_known;
    out.push_back(q);
  }
  return out;
}

float degrees_of_matrix(Quantity const &a, Quantity const &b) {
  return static_cast<float>(std::atan2(b.value, a.value) * 180 / std::numbers::pi);
}

bool is_angle(Quantity const &q) {
  return q.type == QuantityType::angle || (q.type == QuantityType::number && q.value == 0);
}

/// Adds the turn of one transform function; false where its arguments are none.
bool add_turn(std::string const &name, std::vector<Quantity> const &q, bool known, float &turn) {
  float more = 0;
  if (name == "rotate" || name == "rotatez") {
    if (q.size() != 1 || (known && !is_angle(q[0]))) return false;
    more = static_cast<float>(q[0].value);
  } else if (name == "rotate3d") {
    if (q.size() != 4 || (known && !is_angle(q[3]))) return false;
    bool const flat = q[0].value == 0 && q[1].value == 0;
    known = known && flat;
    more = static_cast<float>(q[2].value < 0 ? -q[3].value : q[2].value > 0 ? q[3].value : 0);
  } else if (name == "matrix" || name == "matrix3d") {
    if (q.size() != (name == "matrix" ? 6u : 16u)) return false;
    more = degrees_of_matrix(q[0], q[1]);
  } else {
    return true;
  }
  if (!known || turn == kSomeTurn) {
    turn = kSomeTurn;
  } else {
    turn = turn == kNoTurn ? more : turn + more;
  }
  return true;
}

bool scales_to_nothing(std::string const &name, std::vector<Quantity> const &q, bool known) {
  if (!name.starts_with("scale") || name == "scalez" || !known) return false;
  for (std::size_t i = 0; i < q.size() && i < 2; ++i) {
    if (q[i].value + q[i].percent == 0) return true;
  }
  return false;
}

}  // namespace

bool parse_transform(TokenSpan tokens, ParseContext const &, Value &out) {
  set_keyword(out, static_cast<std::uint8_t>(Transform::none));
  out.number = kNoTurn;
  if (tokens.size() == 1 && tokens[0].is_ident("none")) return true;
  bool vanished = false;
  for (std::size_t i = 0; i < tokens.size(); i = next_component(tokens, i)) {
    if (tokens[i].is(TokenKind::whitespace)) continue;
    if (!tokens[i].is(TokenKind::function)) return false;
    std::string const name = ascii_lower(tokens[i].text);
    bool known = true;
    auto const arguments = arguments_of(tokens, i, known);
    vanished = vanished || scales_to_nothing(name, arguments, known);
    if (!add_turn(name, arguments, known, out.number)) return false;
  }
  out.keyword = static_cast<std::uint8_t>(vanished ? Transform::vanished : Transform::some);
  return true;
}

// CSS Transforms 2, section 5: none | <angle> | [ x | y | z | <number>{3} ] && <angle>.
bool parse_rotate(TokenSpan tokens, ParseContext const &, Value &out) {
  set_keyword(out, 0);
  out.number = kNoTurn;
  if (tokens.size() == 1 && tokens[0].is_ident("none")) return true;
  std::vector<double> axis;
  bool angle = false, known = true, other_axis = false;
  for (std::size_t i = 0; i < tokens.size(); i = next_component(tokens, i)) {
    if (tokens[i].is(TokenKind::whitespace)) continue;
    Quantity q;
    if (tokens[i].is_ident("x") || tokens[i].is_ident("y")) {
      other_axis = true;
    } else if (tokens[i].is_ident("z")) {
      axis = {0, 0, 1};
    } else {
      TokenSpan const part = tokens.subspan(i, next_component(tokens, i) - i);
      Evaluated const state = evaluate(part, kSomeLengths, q);
      if (state == Evaluated::invalid) return false;
      known = known && state == Evaluated::ok;
      if (q.type == QuantityType::angle) {
        if (std::exchange(angle, true)) return false;
        out.number = static_cast<float>(q.value);
      } else if (q.type == QuantityType::number) {
        axis.push_back(q.value);
      } else {
        return false;
      }
    }
  }
  if (!angle || (!axis.empty() && axis.size() != 3)) return false;
  if (!axis.empty()) {
    other_axis = other_axis || axis[0] != 0 || axis[1] != 0;
    if (axis[2] < 0) out.number = -out.number;
  }
  if (!known || other_axis) out.number = kSomeTurn;
  return true;
}

bool parse_z_index(TokenSpan tokens, ParseContext const &, Value &out) {
  if (tokens.size() != 1) {
    out.kind = ValueKind::unknown;
    return tokens[0].is(TokenKind::function);
  }
  out.kind = ValueKind::number;
  if (tokens[0].is_ident("auto")) return true;
  out.number = static_cast<float>(tokens[0].number);
  return tokens[0].is(TokenKind::number) && tokens[0].is_integer;
}

bool parse_any_effect(TokenSpan tokens, ParseContext const &, Value &out) {
  bool const none =
      tokens.size() == 1 && (tokens[0].is_ident("none") || tokens[0].is_ident("normal"));
  set_keyword(out, none ? 0 : 1);
  return true;
}

bool parse_border_style(TokenSpan tokens, ParseContext const &, Value &out) {
  set_keyword(out, draws_border(tokens) ? 1 : 0);
  return true;
}

bool draws_border(TokenSpan tokens) {
  static constexpr auto kStyles = std::to_array<std::string_view>(
      {"dotted", "dashed", "solid", "double", "groove", "ridge", "inset", "outset", "auto"});
  return std::any_of(tokens.begin(), tokens.end(), [](Token const &token) {
    return std::any_of(kStyles.begin(), kStyles.end(),
                       [&token](std::string_view style) { return token.is_ident(style); });
  });
}

bool parse_background_clip(TokenSpan tokens, ParseContext const &, Value &out) {
  set_keyword(out, std::any_of(tokens.begin(), tokens.end(),
                               [](Token const &token) { return token.is_ident("text"); })
                       ? 1
                       : 0);
  return true;
}

bool parse_fill_color(TokenSpan tokens, ParseContext const &, Value &out) {
  ColorKind const kind = parse_color(tokens).kind;
  set_keyword(out, kind == ColorKind::current ? 0 : 1);
  return kind != ColorKind::invalid;
}

}  // namespace wza::web::css
