// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/gradient.h"

#include "db/base/text.h"
#include "webcheck/css/color.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::web::css {
namespace {

constexpr std::size_t kMaxStops = 16;
constexpr int kSamples = 8;

/// CSS Images 4, section 3.1.1: mixed with premultiplied alpha.
Rgba mix(Rgba const &a, Rgba const &b, float t) {
  float const alpha = a.alpha + (b.alpha - a.alpha) * t;
  if (alpha <= 0) return {0, 0, 0, 0};
  auto const channel = [&](std::uint8_t x, std::uint8_t y) {
    float const from = static_cast<float>(x) * a.alpha, to = static_cast<float>(y) * b.alpha;
    float const mixed = std::round((from + (to - from) * t) / alpha);
    return static_cast<std::uint8_t>(std::clamp(mixed, 0.f, 255.f));
  };
  return {channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue), alpha};
}

}  // namespace

bool is_gradient(Token const &token) {
  static constexpr auto kFunctions = std::to_array<std::string_view>(
      {"linear-gradient", "radial-gradient", "conic-gradient", "repeating-linear-gradient",
       "repeating-radial-gradient", "repeating-conic-gradient", "-webkit-linear-gradient",
       "-webkit-radial-gradient", "-webkit-repeating-linear-gradient",
       "-webkit-repeating-radial-gradient"});
  return token.is(TokenKind::function) &&
         std::ranges::any_of(kFunctions, [&](auto name) { return token.is_function(name); });
}

std::shared_ptr<std::vector<Rgba> const> gradient_colors(TokenSpan gradient,
                                                         Known<Rgba> const &current) {
  std::vector<Rgba> stops;
  bool first = true;
  for (TokenSpan part : split_at_commas(block_content(gradient, 0))) {
    bool found = false;
    for (std::size_t i = 0; i < part.size(); i = next_component(part, i)) {
      if (part[i].is_ident("in")) return nullptr;
      ParsedColor color = parse_color(part.subspan(i, next_component(part, i) - i));
      if (color.kind == ColorKind::invalid) continue;
      if (color.kind == ColorKind::current && current.is_known()) {
        color = {ColorKind::rgba, current.value()};
      }
      if (color.kind != ColorKind::rgba || found) return nullptr;
      found = true;
      stops.push_back(color.rgba);
    }
    if (!found && !first && part.size() != 1) return nullptr;  // a hint is one length
    first = false;
  }
  if (stops.empty() || stops.size() > kMaxStops) return nullptr;
  auto colors = std::make_shared<std::vector<Rgba>>();
  for (std::size_t i = 0; i < stops.size(); ++i) {
    colors->push_back(stops[i]);
    if (i + 1 == stops.size() || stops[i] == stops[i + 1]) continue;
    for (int k = 1; k <= kSamples; ++k) {
      float const t = static_cast<float>(k) / (kSamples + 1);
      colors->push_back(mix(stops[i], stops[i + 1], t));
    }
  }
  return colors;
}

}  // namespace wza::web::css
