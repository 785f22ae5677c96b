// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/geodesic.h"

#include "gis/geo/cgcs2000.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wza::gis {
namespace {

double great_circle(double lat1, double lat2, double dlon) {
  double const h = std::pow(std::sin((lat2 - lat1) / 2), 2) +
                   std::cos(lat1) * std::cos(lat2) * std::pow(std::sin(dlon / 2), 2);
  return 2 * 6371008.8 * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace

double distance(Point a, Point b) {
  if (a == b) return 0;
  constexpr double kRadian = std::numbers::pi / 180 / Point::kPerDegree;
  double const lat1 = a.lat * kRadian;
  double const lat2 = b.lat * kRadian;
  double const dlon = (static_cast<double>(b.lon) - a.lon) * kRadian;
  double const u1 = std::atan((1 - kFlattening) * std::tan(lat1));
  double const u2 = std::atan((1 - kFlattening) * std::tan(lat2));
  double const sin1 = std::sin(u1), cos1 = std::cos(u1);
  double const sin2 = std::sin(u2), cos2 = std::cos(u2);
  double lambda = dlon;
  for (int step = 0; step < 100; ++step) {
    double const sine = std::sin(lambda), cosine = std::cos(lambda);
    double const sin_sigma = std::hypot(cos2 * sine, cos1 * sin2 - sin1 * cos2 * cosine);
    if (sin_sigma == 0) return 0;
    double const cos_sigma = sin1 * sin2 + cos1 * cos2 * cosine;
    double const sigma = std::atan2(sin_sigma, cos_sigma);
    double const sin_alpha = cos1 * cos2 * sine / sin_sigma;
    double const cos2_alpha = 1 - sin_alpha * sin_alpha;
    double const cos_mid = cos2_alpha == 0 ? 0 : cos_sigma - 2 * sin1 * sin2 / cos2_alpha;
    double const c = kFlattening / 16 * cos2_alpha * (4 + kFlattening * (4 - 3 * cos2_alpha));
    double const next =
        dlon +
        (1 - c) * kFlattening * sin_alpha *
            (sigma + c * sin_sigma * (cos_mid + c * cos_sigma * (2 * cos_mid * cos_mid - 1)));
    if (std::abs(next - lambda) < 1e-12) {
      double const polar = kAxis * (1 - kFlattening);
      double const k = cos2_alpha * (kAxis * kAxis - polar * polar) / (polar * polar);
      double const big_a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)));
      double const big_b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)));
      double const square = cos_mid * cos_mid;
      double const delta = big_b * sin_sigma *
                           (cos_mid + big_b / 4 *
                                          (cos_sigma * (2 * square - 1) -
                                           big_b / 6 * cos_mid * (4 * sin_sigma * sin_sigma - 3) *
                                               (4 * square - 3)));
      return polar * big_a * (sigma - delta);
    }
    lambda = next;
    if (std::abs(lambda) > std::numbers::pi) break;
  }
  return great_circle(lat1, lat2, dlon);
}

MetresPerUnit metres_per_unit(Point at) {
  constexpr double kRadian = std::numbers::pi / 180 / Point::kPerDegree;
  constexpr double kSquaredEccentricity = kFlattening * (2 - kFlattening);
  double const sine = std::sin(at.lat * kRadian);
  double const bend = 1 - kSquaredEccentricity * sine * sine;
  double const normal = kAxis / std::sqrt(bend);
  return {normal * std::cos(at.lat * kRadian) * kRadian,
          normal * (1 - kSquaredEccentricity) / bend * kRadian};
}

double distance_to(Edge const &edge, Point p, MetresPerUnit scale) {
  double const dx = static_cast<double>(edge.dx()) * scale.lon;
  double const dy = static_cast<double>(edge.dy()) * scale.lat;
  double const px = (static_cast<double>(p.lon) - edge.low.lon) * scale.lon;
  double const py = (static_cast<double>(p.lat) - edge.low.lat) * scale.lat;
  double const square = dx * dx + dy * dy;
  double const t = square > 0 ? std::clamp((px * dx + py * dy) / square, 0.0, 1.0) : 0;
  return std::hypot(px - t * dx, py - t * dy);
}

}  // namespace wza::gis
