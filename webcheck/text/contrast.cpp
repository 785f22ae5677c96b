// SPDX-License-Identifier: Apache-2.0
#include "webcheck/text/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace wza::web {
namespace {

/// The linear value of each of the 256 values of a channel.
std::array<double, 256> linear_values() {
  std::array<double, 256> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    double const c = static_cast<double>(i) / 255.0;
    values[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return values;
}

double linear(std::uint8_t channel) {
  static std::array<double, 256> const kValues = linear_values();
  return kValues[channel];
}

}  // namespace

Paint Paint::of(Rgba const &color) {
  double const alpha = color.alpha;
  return {color.red / 255.0 * alpha, color.green / 255.0 * alpha, color.blue / 255.0 * alpha,
          alpha};
}

Paint Paint::over(Paint const &under) const {
  double const rest = 1 - alpha;
  return {red + under.red * rest, green + under.green * rest, blue + under.blue * rest,
          alpha + under.alpha * rest};
}

Paint Paint::faded(double opacity) const {
  return {red * opacity, green * opacity, blue * opacity, alpha * opacity};
}

Rgba Paint::rounded() const {
  auto const channel = [this](double value) {
    double const plain = alpha > 0 ? value / alpha : 0;
    return static_cast<std::uint8_t>(std::lround(std::clamp(plain, 0.0, 1.0) * 255));
  };
  return {channel(red), channel(green), channel(blue), static_cast<float>(alpha)};
}

double relative_luminance(Rgba const &color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast_ratio(Rgba const &a, Rgba const &b) {
  double light = relative_luminance(a), dark = relative_luminance(b);
  if (light < dark) std::swap(light, dark);
  return (light + 0.05) / (dark + 0.05);
}

std::string hex_of(Rgba const &color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (unsigned const channel : {color.red, color.green, color.blue}) {
    out += kDigits[channel >> 4];
    out += kDigits[channel & 15];
  }
  return out;
}

}  // namespace wza::web
