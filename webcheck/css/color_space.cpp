// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/color_space.h"

#include <algorithm>
#include <cmath>

namespace wza::web::css {
namespace {

using Matrix = std::array<Channels, 3>;

Channels multiply(Matrix const &m, Channels const &v) {
  Channels out{};
  for (std::size_t i = 0; i < 3; ++i) {
    out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  }
  return out;
}

double encode(double linear) {
  double const size = std::fabs(linear);
  double const value = size > 0.0031308 ? 1.055 * std::pow(size, 1 / 2.4) - 0.055 : 12.92 * size;
  return std::copysign(value, linear);
}
double decode(double encoded) {
  double const size = std::fabs(encoded);
  double const value = size <= 0.04045 ? size / 12.92 : std::pow((size + 0.055) / 1.055, 2.4);
  return std::copysign(value, encoded);
}
Channels each(double (*f)(double), Channels v) {
  return {f(v[0]), f(v[1]), f(v[2])};
}

Channels polar(Channels lch) {
  double const hue = lch[2] * 3.141592653589793 / 180;
  return {lch[0], lch[1] * std::cos(hue), lch[1] * std::sin(hue)};
}

constexpr Matrix kXyzToLinear{{{3.2409699419045226, -1.537383177570094, -0.4986107602930034},
                               {-0.9692436362808796, 1.8759675015077202, 0.04155505740717559},
                               {0.05563007969699366, -0.20397695888897652, 1.0569715142428786}}};
constexpr Matrix kD50ToD65{{{0.955473421488075, -0.02309845494876471, 0.06325924320057072},
                            {-0.0283697093338637, 1.0099953980813041, 0.021041441191917323},
                            {0.012314014864481998, -0.020507649298898964, 1.330365926242124}}};
constexpr Matrix kP3ToXyz{{{0.4865709486482162, 0.26566769316909306, 0.1982172852343625},
                           {0.2289745640697488, 0.6917385218365064, 0.079286914093745},
                           {0.0, 0.04511338185890264, 1.043944368900976}}};
constexpr Matrix kLinearToLms{{{0.4122214708, 0.5363325363, 0.0514459929},
                               {0.2119034982, 0.6806995451, 0.1073969566},
                               {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix kLmsToOklab{{{0.2104542553, 0.7936177850, -0.0040720468},
                              {1.9779984951, -2.4285922050, 0.4505937099},
                              {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix kOklabToLms{{{1, 0.3963377774, 0.2158037573},
                              {1, -0.1055613458, -0.0638541728},
                              {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix kLmsToLinear{{{4.0767416621, -3.3077115913, 0.2309699292},
                               {-1.2684380046, 2.6097574011, -0.3413193965},
                               {-0.0041960863, -0.7034186147, 1.7076147010}}};

}  // namespace

Channels rgb255_to_srgb(Channels rgb) {
  return {rgb[0] / 255, rgb[1] / 255, rgb[2] / 255};
}
Channels srgb_to_srgb(Channels srgb) {
  return srgb;
}
Channels linear_to_srgb(Channels linear) {
  return each(encode, linear);
}

Channels hsl_to_srgb(Channels hsl) {
  double const s = std::clamp(hsl[1] / 100, 0.0, 1.0), l = std::clamp(hsl[2] / 100, 0.0, 1.0);
  auto channel = [&](double n) {
    double const k = std::fmod(std::fmod(n + hsl[0] / 30, 12) + 12, 12);
    return l - s * std::min(l, 1 - l) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return {channel(0), channel(8), channel(4)};
}

Channels hwb_to_srgb(Channels hwb) {
  double const white = hwb[1] / 100, black = hwb[2] / 100;
  if (white + black >= 1) {
    double const gray = white / (white + black);
    return {gray, gray, gray};
  }
  Channels out = hsl_to_srgb({hwb[0], 100, 50});
  for (double &c : out)
    c = c * (1 - white - black) + white;
  return out;
}

Channels lab_to_srgb(Channels lab) {
  constexpr double kKappa = 24389.0 / 27, kEpsilon = 216.0 / 24389;
  double const f1 = (lab[0] + 16) / 116, f0 = lab[1] / 500 + f1, f2 = f1 - lab[2] / 200;
  auto cubed = [&](double f) { return f * f * f > kEpsilon ? f * f * f : (116 * f - 16) / kKappa; };
  Channels const xyz{cubed(f0) * (0.3457 / 0.3585),
                     lab[0] > kKappa * kEpsilon ? f1 * f1 * f1 : lab[0] / kKappa,
                     cubed(f2) * ((1 - 0.3457 - 0.3585) / 0.3585)};
  return each(encode, multiply(kXyzToLinear, multiply(kD50ToD65, xyz)));
}
Channels lch_to_srgb(Channels lch) {
  return lab_to_srgb(polar(lch));
}

Channels oklab_to_srgb(Channels oklab) {
  Channels lms = multiply(kOklabToLms, oklab);
  for (double &c : lms)
    c = c * c * c;
  return each(encode, multiply(kLmsToLinear, lms));
}
Channels oklch_to_srgb(Channels oklch) {
  return oklab_to_srgb(polar(oklch));
}

Channels srgb_to_oklab(Channels srgb) {
  Channels const lms = multiply(kLinearToLms, each(decode, srgb));
  return multiply(kLmsToOklab, each([](double c) { return std::cbrt(c); }, lms));
}

Channels p3_to_srgb(Channels p3) {
  return each(encode, multiply(kXyzToLinear, multiply(kP3ToXyz, each(decode, p3))));
}

}  // namespace wza::web::css
