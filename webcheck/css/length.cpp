// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/length.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::web::css {
namespace {

constexpr int kMaxCalcDepth = 32;

enum class Base : std::uint8_t { px, em, rem, vw, vh, vmin, vmax, degree, second, font };
struct UnitRow {
  std::string_view name;
  Base base;
  double factor;
};
constexpr auto kUnits = std::to_array<UnitRow>({
    {"px", Base::px, 1},
    {"em", Base::em, 1},
    {"rem", Base::rem, 1},
    {"pt", Base::px, 96 / 72.0},
    {"pc", Base::px, 16},
    {"in", Base::px, 96},
    {"cm", Base::px, 96 / 2.54},
    {"mm", Base::px, 9.6 / 2.54},
    {"q", Base::px, 2.4 / 2.54},
    {"vw", Base::vw, 1},
    {"vh", Base::vh, 1},
    {"vmin", Base::vmin, 1},
    {"vmax", Base::vmax, 1},
    {"svw", Base::vw, 1},
    {"svh", Base::vh, 1},
    {"svmin", Base::vmin, 1},
    {"svmax", Base::vmax, 1},
    {"lvw", Base::vw, 1},
    {"lvh", Base::vh, 1},
    {"lvmin", Base::vmin, 1},
    {"lvmax", Base::vmax, 1},
    {"dvw", Base::vw, 1},
    {"dvh", Base::vh, 1},
    {"dvmin", Base::vmin, 1},
    {"dvmax", Base::vmax, 1},
    {"vi", Base::vw, 1},
    {"vb", Base::vh, 1},
    {"deg", Base::degree, 1},
    {"grad", Base::degree, 0.9},
    {"turn", Base::degree, 360},
    {"rad", Base::degree, 57.29577951308232},
    {"s", Base::second, 1},
    {"ms", Base::second, 0.001},
    {"ex", Base::font, 0},
    {"ch", Base::font, 0},
    {"cap", Base::font, 0},
    {"ic", Base::font, 0},
    {"lh", Base::font, 0},
    {"rlh", Base::font, 0},
    {"rex", Base::font, 0},
    {"rch", Base::font, 0},
    {"cqw", Base::font, 0},
    {"cqh", Base::font, 0},
    {"cqi", Base::font, 0},
    {"cqb", Base::font, 0},
    {"cqmin", Base::font, 0},
    {"cqmax", Base::font, 0},
});

class Evaluator {
 public:
  explicit Evaluator(LengthContext const &context) : m_context(context) {}

  Evaluated component(TokenSpan tokens, Quantity &out, int depth) {
    tokens = trimmed(tokens);
    if (tokens.empty() || next_component(tokens, 0) != tokens.size() || depth > kMaxCalcDepth) {
      return Evaluated::invalid;
    }
    Token const &token = tokens.front();
    switch (token.kind) {
      case TokenKind::number:
        return out = {QuantityType::number, token.number, 0}, Evaluated::ok;
      case TokenKind::percentage:
        return out = {QuantityType::percentage, 0, token.number}, Evaluated::ok;
      case TokenKind::dimension:
        return dimension(token, out);
      case TokenKind::ident:
        return constant(token, out, depth);
      case TokenKind::open_paren:
        if (depth == 0) return Evaluated::invalid;
        return sum(block_content(tokens, 0), out, depth + 1);
      case TokenKind::function:
        return function(tokens, out, depth);
      default:
        return Evaluated::invalid;
    }
  }

 private:
  static Evaluated constant(Token const &token, Quantity &out, int depth) {
    if (depth == 0) return Evaluated::invalid;
    out = {QuantityType::number, 0, 0};
    if (token.is_ident("pi")) return out.value = 3.141592653589793, Evaluated::ok;
    if (token.is_ident("e")) return out.value = 2.718281828459045, Evaluated::ok;
    if (token.is_ident("infinity")) return out.value = 1e30, Evaluated::ok;
    if (token.is_ident("-infinity")) return out.value = -1e30, Evaluated::ok;
    return Evaluated::invalid;
  }

  Evaluated dimension(Token const &token, Quantity &out) const {
    for (UnitRow const &row : kUnits) {
      if (!equals_lower(token.text, row.name)) continue;
      double const n = token.number * row.factor;
      out = {QuantityType::length, n, 0};
      switch (row.base) {
        case Base::px:
          return Evaluated::ok;
        case Base::em:
        case Base::rem: {
          auto const &size = row.base == Base::em ? m_context.em : m_context.rem;
          if (!size) return Evaluated::unknown;
          out.value = n * *size;
          return Evaluated::ok;
        }
        case Base::vw:
          out.value = n * m_context.vw;
          return Evaluated::ok;
        case Base::vh:
          out.value = n * m_context.vh;
          return Evaluated::ok;
        case Base::vmin:
          out.value = n * std::min(m_context.vw, m_context.vh);
          return Evaluated::ok;
        case Base::vmax:
          out.value = n * std::max(m_context.vw, m_context.vh);
          return Evaluated::ok;
        case Base::degree:
          out.type = QuantityType::angle;
          return Evaluated::ok;
        case Base::second:
          out.type = QuantityType::time;
          return Evaluated::ok;
        case Base::font:
          return token.number == 0 ? Evaluated::ok : Evaluated::unknown;
      }
    }
    return Evaluated::invalid;
  }

  static bool combine(Quantity &a, Quantity const &b, double sign) {
    auto lengthy = [](QuantityType t) {
      return t == QuantityType::length || t == QuantityType::percentage || t == QuantityType::mixed;
    };
    if (a.type != b.type) {
      if (!lengthy(a.type) || !lengthy(b.type)) return false;
      a.type = QuantityType::mixed;
    }
    a.value += sign * b.value;
    a.percent += sign * b.percent;
    return true;
  }

  // CSS Values 4, section 10.10: sums of products; + and - need white space around.
  Evaluated sum(TokenSpan tokens, Quantity &out, int depth) {
    tokens = trimmed(tokens);
    if (tokens.empty() || depth > kMaxCalcDepth) return Evaluated::invalid;
    Evaluated state = Evaluated::ok;
    double sign = 1;
    bool first = true;
    for (std::size_t start = 0, i = 0;; i = next_component(tokens, i)) {
      bool const end = i >= tokens.size();
      bool const operation = !end && i > start &&
                             (tokens[i].is_delim('+') || tokens[i].is_delim('-')) &&
                             tokens[i - 1].is(TokenKind::whitespace);
      if (!end && !operation) continue;
      Quantity term;
      Evaluated const one = product(tokens.subspan(start, i - start), term, depth);
      if (one == Evaluated::invalid) return one;
      if (one == Evaluated::unknown) state = one;
      if (first) {
        out = term;
      } else if (!combine(out, term, sign)) {
        return Evaluated::invalid;
      }
      first = false;
      if (end) return state;
      sign = tokens[i].is_delim('-') ? -1 : 1;
      start = i + 1;
    }
  }

  Evaluated product(TokenSpan tokens, Quantity &out, int depth) {
    tokens = trimmed(tokens);
    if (tokens.empty()) return Evaluated::invalid;
    Evaluated state = Evaluated::ok;
    bool first = true, divide = false;
    for (std::size_t start = 0, i = 0;; i = next_component(tokens, i)) {
      bool const end = i >= tokens.size();
      if (!end && !tokens[i].is_delim('*') && !tokens[i].is_delim('/')) continue;
      Quantity factor;
      Evaluated const one = component(tokens.subspan(start, i - start), factor, depth);
      if (one == Evaluated::invalid) return one;
      if (one == Evaluated::unknown) state = one;
      if (first) {
        out = factor;
      } else if (divide) {
        if (factor.type != QuantityType::number || factor.value == 0) return Evaluated::unknown;
        out.value /= factor.value;
        out.percent /= factor.value;
      } else {
        if (out.type == QuantityType::number) std::swap(out, factor);
        if (factor.type != QuantityType::number) return Evaluated::invalid;
        out.value *= factor.value;
        out.percent *= factor.value;
      }
      first = false;
      if (end) return state;
      divide = tokens[i].is_delim('/');
      start = i + 1;
    }
  }

  Evaluated function(TokenSpan tokens, Quantity &out, int depth) {
    Token const &token = tokens.front();
    TokenSpan const content = block_content(tokens, 0);
    if (token.is_function("calc") || token.is_function("-webkit-calc")) {
      return sum(content, out, depth + 1);
    }
    bool const least = token.is_function("min"), most = token.is_function("max");
    bool const clamp = token.is_function("clamp");
    if (!least && !most && !clamp) {
      static constexpr auto kOthers = std::to_array<std::string_view>(
          {"round", "mod",    "rem",         "abs",       "sign", "sin",  "cos",
           "tan",   "pow",    "sqrt",        "hypot",     "exp",  "log",  "env",
           "attr",  "anchor", "anchor-size", "calc-size", "atan", "atan2"});
      for (std::string_view other : kOthers) {
        if (equals_lower(token.text, other)) {
          return out = {QuantityType::length, 0, 0}, Evaluated::unknown;
        }
      }
      return Evaluated::invalid;
    }
    std::vector<Quantity> values;
    Evaluated state = Evaluated::ok;
    for (TokenSpan part : split_at_commas(content)) {
      Quantity &value = values.emplace_back();
      Evaluated const one = sum(part, value, depth + 1);
      if (one == Evaluated::invalid) return one;
      if (one == Evaluated::unknown) state = one;
      // Percentages cannot be compared with lengths before layout.
      if (value.type != values.front().type || value.type == QuantityType::mixed) {
        state = Evaluated::unknown;
      }
    }
    if (clamp && values.size() != 3) return Evaluated::invalid;
    auto less = [](Quantity const &a, Quantity const &b) {
      return a.value + a.percent < b.value + b.percent;
    };
    if (clamp) {
      out = std::max(values[0], std::min(values[1], values[2], less), less);
    } else {
      out = least ? *std::min_element(values.begin(), values.end(), less)
                  : *std::max_element(values.begin(), values.end(), less);
    }
    return state;
  }

  LengthContext const &m_context;
};

}  // namespace

Evaluated evaluate(TokenSpan tokens, LengthContext const &context, Quantity &out) {
  Evaluated const state = Evaluator(context).component(tokens, out, 0);
  if (state == Evaluated::ok && !std::isfinite(out.value + out.percent)) return Evaluated::unknown;
  return state;
}

}  // namespace wza::web::css
