// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/color.h"

#include "db/base/text.h"
#include "webcheck/css/color_space.h"
#include "webcheck/css/length.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::web::css {
namespace {

constexpr int kMaxColorDepth = 8;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<Rgba> hex_color(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 4 && digits.size() != 6 && digits.size() != 8) {
    return std::nullopt;
  }
  std::size_t const width = digits.size() <= 4 ? 1 : 2;
  std::array<int, 4> channel{0, 0, 0, 255};
  for (std::size_t i = 0; i * width < digits.size(); ++i) {
    int const high = hex_digit(digits[i * width]), low = hex_digit(digits[i * width + width - 1]);
    if (high < 0 || low < 0) return std::nullopt;
    channel[i] = high * 16 + low;
  }
  auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(channel[i]); };
  return Rgba{byte(0), byte(1), byte(2), static_cast<float>(channel[3]) / 255};
}

/// The arguments of a colour function: legacy commas or blanks with a slash before the alpha.
struct Arguments {
  std::vector<TokenSpan> channels;
  TokenSpan alpha;
  bool legacy = false;
};

bool split_arguments(TokenSpan content, Arguments &out) {
  auto parts = split_at_commas(content);
  if (parts.size() > 1) {
    if (parts.size() != 3 && parts.size() != 4) return false;
    out.legacy = true;
    if (parts.size() == 4) {
      out.alpha = parts.back();
      parts.pop_back();
      if (out.alpha.empty()) return false;
    }
    out.channels = std::move(parts);
    return true;
  }
  bool slash = false;
  for (std::size_t i = 0; i < content.size(); i = next_component(content, i)) {
    if (content[i].is(TokenKind::whitespace)) continue;
    if (content[i].is_delim('/')) {
      if (slash) return false;
      slash = true;
      continue;
    }
    TokenSpan const value = content.subspan(i, next_component(content, i) - i);
    if (!slash) {
      out.channels.push_back(value);
    } else if (out.alpha.empty()) {
      out.alpha = value;
    } else {
      return false;
    }
  }
  return !slash || !out.alpha.empty();
}

/// A channel where `percent_base` is 100 %. `none` counts as 0.
Evaluated channel(TokenSpan tokens, double percent_base, double &out) {
  if (tokens.size() == 1 && tokens[0].is_ident("none")) return out = 0, Evaluated::ok;
  Quantity q;
  Evaluated const state = evaluate(tokens, {}, q);
  if (state != Evaluated::ok) return state;
  if (q.type == QuantityType::percentage) return out = q.percent * percent_base / 100, state;
  if (q.type != QuantityType::number && q.type != QuantityType::angle) return Evaluated::invalid;
  return out = q.value, state;
}

ParsedColor unknown_or_invalid(Evaluated state) {
  return {state == Evaluated::unknown ? ColorKind::unknown : ColorKind::invalid, {}};
}

struct Space {
  std::string_view name;
  std::array<double, 3> percent_base;
  std::array<double, 3> (*to_srgb)(std::array<double, 3>);
};
constexpr std::array<Space, 9> kSpaces{{
    {"rgb", {255, 255, 255}, rgb255_to_srgb},
    {"rgba", {255, 255, 255}, rgb255_to_srgb},
    {"hsl", {360, 100, 100}, hsl_to_srgb},
    {"hsla", {360, 100, 100}, hsl_to_srgb},
    {"hwb", {360, 100, 100}, hwb_to_srgb},
    {"lab", {100, 125, 125}, lab_to_srgb},
    {"lch", {100, 150, 360}, lch_to_srgb},
    {"oklab", {1, 0.4, 0.4}, oklab_to_srgb},
    {"oklch", {1, 0.4, 360}, oklch_to_srgb},
}};
constexpr std::array<Space, 3> kPredefined{{
    {"srgb", {1, 1, 1}, srgb_to_srgb},
    {"srgb-linear", {1, 1, 1}, linear_to_srgb},
    {"display-p3", {1, 1, 1}, p3_to_srgb},
}};

ParsedColor in_space(Space const &space, Arguments const &arguments) {
  if (arguments.channels.size() != 3) return {};
  std::array<double, 3> c{};
  for (std::size_t i = 0; i < 3; ++i) {
    Evaluated const state = channel(arguments.channels[i], space.percent_base[i], c[i]);
    if (state != Evaluated::ok) return unknown_or_invalid(state);
  }
  double alpha = 1;
  if (!arguments.alpha.empty()) {
    Evaluated const state = channel(arguments.alpha, 1, alpha);
    if (state != Evaluated::ok) return unknown_or_invalid(state);
  }
  auto const srgb = space.to_srgb(c);
  auto byte = [](double v) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
  };
  return {ColorKind::rgba, Rgba{byte(srgb[0]), byte(srgb[1]), byte(srgb[2]),
                                static_cast<float>(std::clamp(alpha, 0.0, 1.0))}};
}

ParsedColor parse(TokenSpan tokens, int depth);

/// CSS Color 5, section 3: color-mix() of two colours in srgb or oklab; others are unknown.
ParsedColor color_mix(TokenSpan content, int depth) {
  auto const parts = split_at_commas(content);
  if (parts.size() != 3 || parts[0].empty() || !parts[0][0].is_ident("in")) return {};
  TokenSpan const space = trimmed(parts[0].subspan(1));
  if (space.empty() || !space[0].is(TokenKind::ident)) return {};
  std::array<ParsedColor, 2> colors{};
  std::array<double, 2> weight{-1, -1};
  for (std::size_t i = 0; i < 2; ++i) {
    TokenSpan part = parts[i + 1];
    if (!part.empty() && part.back().is(TokenKind::percentage)) {
      weight[i] = part.back().number;
      part = trimmed(part.first(part.size() - 1));
    } else if (!part.empty() && part.front().is(TokenKind::percentage)) {
      weight[i] = part.front().number;
      part = trimmed(part.subspan(1));
    }
    colors[i] = parse(part, depth + 1);
    if (colors[i].kind == ColorKind::invalid) return {};
  }
  if (weight[0] < 0) weight[0] = weight[1] < 0 ? 50 : 100 - weight[1];
  if (weight[1] < 0) weight[1] = 100 - weight[0];
  double const sum = weight[0] + weight[1];
  if (sum <= 0) return {};
  bool const srgb = space[0].is_ident("srgb"), oklab = space[0].is_ident("oklab");
  if (colors[0].kind != ColorKind::rgba || colors[1].kind != ColorKind::rgba || (!srgb && !oklab)) {
    return {ColorKind::unknown, {}};
  }
  double const part = weight[0] / sum;
  double const alpha = colors[0].rgba.alpha * part + colors[1].rgba.alpha * (1 - part);
  std::array<double, 3> mixed{};
  for (std::size_t i = 0; i < 2; ++i) {
    Rgba const &c = colors[i].rgba;
    std::array<double, 3> v{c.red / 255.0, c.green / 255.0, c.blue / 255.0};
    if (oklab) v = srgb_to_oklab(v);
    for (std::size_t k = 0; k < 3; ++k)
      mixed[k] += v[k] * c.alpha * (i == 0 ? part : 1 - part);
  }
  for (double &v : mixed)
    v = alpha > 0 ? v / alpha : 0;
  if (oklab) mixed = oklab_to_srgb(mixed);
  auto byte = [](double v) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
  };
  return {ColorKind::rgba, Rgba{byte(mixed[0]), byte(mixed[1]), byte(mixed[2]),
                                static_cast<float>(alpha * std::min(sum / 100, 1.0))}};
}

ParsedColor color_function(TokenSpan tokens, int depth) {
  Token const &name = tokens.front();
  TokenSpan const content = trimmed(block_content(tokens, 0));
  if (name.is_function("color-mix")) return color_mix(content, depth);
  if (name.is_function("light-dark")) {
    auto const parts = split_at_commas(content);
    return parts.size() == 2 ? parse(parts[0], depth + 1) : ParsedColor{};
  }
  if (name.is_function("contrast-color") || name.is_function("device-cmyk")) {
    return {ColorKind::unknown, {}};
  }
  bool const predefined = name.is_function("color");
  if (!content.empty() && content[0].is_ident("from")) {
    for (Space const &space : kSpaces) {
      if (equals_lower(name.text, space.name)) return {ColorKind::unknown, {}};
    }
    return {predefined ? ColorKind::unknown : ColorKind::invalid, {}};
  }
  Arguments arguments;
  if (!split_arguments(content, arguments)) return {};
  if (predefined) {
    if (arguments.channels.size() != 4 || !arguments.channels[0][0].is(TokenKind::ident)) return {};
    std::string_view const wanted = arguments.channels[0][0].text;
    arguments.channels.erase(arguments.channels.begin());
    for (Space const &space : kPredefined) {
      if (equals_lower(wanted, space.name)) return in_space(space, arguments);
    }
    return {ColorKind::unknown, {}};
  }
  for (std::size_t i = 0; i < kSpaces.size(); ++i) {
    if (!equals_lower(name.text, kSpaces[i].name)) continue;
    if (arguments.legacy && i > 3) return {};
    return in_space(kSpaces[i], arguments);
  }
  return {};
}

ParsedColor parse(TokenSpan tokens, int depth) {
  tokens = trimmed(tokens);
  if (tokens.empty() || depth > kMaxColorDepth || next_component(tokens, 0) != tokens.size())
    return {};
  Token const &token = tokens.front();
  if (token.is(TokenKind::hash)) {
    auto const color = hex_color(token.text);
    return color ? ParsedColor{ColorKind::rgba, *color} : ParsedColor{};
  }
  if (token.is(TokenKind::function)) return color_function(tokens, depth);
  if (!token.is(TokenKind::ident)) return {};
  if (token.is_ident("currentcolor")) return {ColorKind::current, {}};
  if (token.is_ident("transparent")) return {ColorKind::rgba, Rgba{0, 0, 0, 0}};
  auto const color = named_color(ascii_lower(token.text));
  return color ? ParsedColor{ColorKind::rgba, *color} : ParsedColor{};
}

}  // namespace

ParsedColor parse_color(TokenSpan tokens) {
  return parse(tokens, 0);
}

std::optional<Rgba> parse_legacy_color(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::string const lower = ascii_lower(wza::trimmed(text));
  if (lower == "transparent") return std::nullopt;
  if (auto const color = named_color(lower)) return color;
  if (lower.size() == 4 && lower[0] == '#') {
    if (auto const color = hex_color(std::string_view(lower).substr(1))) return color;
  }
  // Characters beyond the BMP count twice, other non-ASCII ones once; all become a zero.
  std::string digits;
  for (std::size_t i = lower.starts_with('#') ? 1 : 0; i < lower.size(); ++i) {
    auto const byte = static_cast<unsigned char>(lower[i]);
    if (byte >= 0x80 && byte < 0xC0) continue;
    if (byte >= 0xF0) digits.push_back('0');
    digits.push_back(hex_digit(lower[i]) >= 0 ? lower[i] : '0');
    if (digits.size() >= 128) break;
  }
  while (digits.empty() || digits.size() % 3 != 0)
    digits.push_back('0');
  std::size_t const length = digits.size() / 3;
  std::array<std::string_view, 3> part{};
  for (std::size_t i = 0; i < 3; ++i) {
    part[i] = std::string_view(digits).substr(i * length, length);
    if (length > 8) part[i].remove_prefix(length - 8);
  }
  while (part[0].size() > 2 && part[0][0] == '0' && part[1][0] == '0' && part[2][0] == '0') {
    for (std::string_view &p : part)
      p.remove_prefix(1);
  }
  auto byte = [](std::string_view p) {
    p = p.substr(0, 2);
    int value = 0;
    for (char c : p)
      value = value * 16 + hex_digit(c);
    return static_cast<std::uint8_t>(value);
  };
  return Rgba{byte(part[0]), byte(part[1]), byte(part[2]), 1};
}

}  // namespace wza::web::css
