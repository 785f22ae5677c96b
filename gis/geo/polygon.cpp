// SPDX-License-Identifier: Apache-2.0
#include "gis/geo/polygon.h"

#include "gis/geo/edge.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace wza::gis {
namespace {

double ring_area(Ring const &ring) {
  constexpr double kRadius = 6371007.2;  // authalic, metres
  constexpr double kRadian = std::numbers::pi / 180 / Point::kPerDegree;
  double sum = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    sum += (ring[i].lon - static_cast<double>(ring[j].lon)) * kRadian *
           (2 + std::sin(ring[i].lat * kRadian) + std::sin(ring[j].lat * kRadian));
  }
  return std::abs(sum) * kRadius * kRadius / 2;
}

/// Where the horizontal line at `lat` (between two rows of positions) meets the polygon.
std::vector<double> crossings(Polygon const &polygon, double lat) {
  std::vector<double> at;
  for (auto const &ring : polygon) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      auto const &a = ring[j];
      auto const &b = ring[i];
      if ((a.lat > lat) == (b.lat > lat)) continue;
      at.push_back(a.lon + (b.lon - static_cast<double>(a.lon)) * (lat - a.lat) /
                               (b.lat - static_cast<double>(a.lat)));
    }
  }
  std::sort(at.begin(), at.end());
  return at;
}

/// How far the nearest edge is, in units of latitude and longitude alike.
double clearance_of(Polygon const &polygon, Point p) {
  double nearest = std::numeric_limits<double>::max();
  for (auto const &ring : polygon) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      double const dx = ring[i].lon - static_cast<double>(ring[j].lon);
      double const dy = ring[i].lat - static_cast<double>(ring[j].lat);
      double const px = p.lon - static_cast<double>(ring[j].lon);
      double const py = p.lat - static_cast<double>(ring[j].lat);
      double const square = dx * dx + dy * dy;
      double const t = square > 0 ? std::clamp((px * dx + py * dy) / square, 0.0, 1.0) : 0;
      nearest = std::min(nearest, std::hypot(px - t * dx, py - t * dy));
    }
  }
  return nearest;
}

}  // namespace

std::optional<Box> box_of(MultiPolygon const &area) {
  std::optional<Box> box;
  for (auto const &polygon : area) {
    for (auto const &ring : polygon) {
      for (auto p : ring) {
        if (!box) box = Box{p, p};
        box->min = {std::min(box->min.lon, p.lon), std::min(box->min.lat, p.lat)};
        box->max = {std::max(box->max.lon, p.lon), std::max(box->max.lat, p.lat)};
      }
    }
  }
  return box;
}

Side locate(MultiPolygon const &area, Point p) {
  auto const here = HalfUnits::of(p);
  bool inside = false;
  bool border = false;
  for_each_edge(area, [&](Point a, Point b) {
    auto const edge = Edge::of(a, b);
    auto const turned = turn(edge, here);
    border = border || touches(edge, p, turned);
    if (straddles(edge, here) && passes_east(edge, turned)) inside = !inside;
  });
  return border ? Side::border : (inside ? Side::inside : Side::outside);
}

double area_of(Polygon const &polygon) {
  double area = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    area += i == 0 ? ring_area(polygon[i]) : -ring_area(polygon[i]);
  }
  return area;
}

std::optional<Point> inner_point(MultiPolygon const &area) {
  auto const largest = std::max_element(area.begin(), area.end(), [](auto const &a, auto const &b) {
    return area_of(a) < area_of(b);
  });
  if (largest == area.end()) return std::nullopt;
  auto const box = box_of({*largest});
  if (!box) return std::nullopt;
  constexpr int kLines = 24;
  double clearest = -1;
  std::optional<Point> best;
  double const height = box->max.lat - static_cast<double>(box->min.lat);
  for (int line = 1; line < kLines; ++line) {
    // Half a unit off, so that the line meets no vertex.
    double const lat = std::floor(box->min.lat + height * line / kLines) + 0.5;
    auto const at = crossings(*largest, lat);
    for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
      if (at[i + 1] - at[i] <= 2 * clearest) continue;  // cannot be clearer than half its width
      Point const middle{static_cast<std::int32_t>(std::llround((at[i] + at[i + 1]) / 2)),
                         static_cast<std::int32_t>(std::floor(lat))};
      double const clearance = clearance_of(*largest, middle);
      if (clearance <= clearest) continue;
      clearest = clearance;
      best = middle;
    }
  }
  if (best && locate({*largest}, *best) == Side::inside) return best;
  return std::nullopt;
}

Ring simplified(Ring const &ring, double tolerance) {
  if (ring.size() < 5) return ring;
  std::vector<bool> keep(ring.size(), false);
  // Two fixed ends, as far apart as the vertex list goes, turn the ring into two lines.
  std::size_t const middle = ring.size() / 2;
  keep[0] = keep[middle] = true;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, middle}, {middle, ring.size()}};
  while (!open.empty()) {
    auto const [from, to] = open.back();
    open.pop_back();
    auto const a = ring[from];
    auto const b = ring[to % ring.size()];
    double const dx = b.lon - static_cast<double>(a.lon);
    double const dy = b.lat - static_cast<double>(a.lat);
    double const length = std::hypot(dx, dy);
    double farthest = tolerance;
    std::size_t at = 0;
    for (std::size_t i = from + 1; i < to; ++i) {
      double const px = ring[i].lon - static_cast<double>(a.lon);
      double const py = ring[i].lat - static_cast<double>(a.lat);
      double const off = length > 0 ? std::abs(px * dy - py * dx) / length : std::hypot(px, py);
      if (off > farthest) {
        farthest = off;
        at = i;
      }
    }
    if (at == 0) continue;
    keep[at] = true;
    open.emplace_back(from, at);
    open.emplace_back(at, to);
  }
  Ring out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (keep[i]) out.push_back(ring[i]);
  }
  return out.size() < 3 ? ring : out;
}

}  // namespace wza::gis
