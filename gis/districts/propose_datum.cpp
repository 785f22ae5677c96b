// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/propose_datum.h"

#include "gis/geo/frames.h"
#include "gis/geo/geodesic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wza::gis {
namespace {

constexpr std::array kFrames{Frame::cgcs2000, Frame::gcj02, Frame::bd09};
using Misfits = std::array<std::vector<double>, kFrames.size()>;

std::optional<Point> read_as(Frame frame, RawPoint at) {
  return Point::of(to_cgcs2000(RawPair{at.lon, at.lat, frame}));
}

/// The places of `fits` from the best to the worst.
std::array<std::size_t, 3> ranked(std::array<DatumFit, 3> const &fits) {
  std::array<std::size_t, 3> order{0, 1, 2};
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return fits[a].misfit < fits[b].misfit; });
  return order;
}

double median_of(std::vector<double> values) {
  auto const middle = values.begin() + std::ssize(values) / 2;
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// A proposal of median distances: the best must be clearly better than the next.
std::optional<DatumProposal> by_distance(DatumEvidence evidence, Misfits const &distances) {
  constexpr double kClearly = 0.8;
  if (distances[0].empty()) return std::nullopt;
  DatumProposal out{evidence, std::ssize(distances[0]), {}, std::nullopt};
  for (std::size_t i = 0; i < kFrames.size(); ++i)
    out.fits[i] = {kFrames[i], median_of(distances[i])};
  auto const order = ranked(out.fits);
  auto const &best = out.fits[order[0]];
  if (best.misfit < kClearly * out.fits[order[1]].misfit) out.frame = best.frame;
  return out;
}

/// Whether district `code` is `declared`, lies in it or holds it.
bool fits(DistrictCode const &code, DistrictCode const &declared) {
  return holds(code, declared) || holds(declared, code);
}

/// Calls f(place) every 200 m along the ring.
template <class F>
void walk(RawRing const &ring, F &&f) {
  constexpr double kStep = 0.0018;  // degrees
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    double const dx = ring[i].lon - ring[j].lon, dy = ring[i].lat - ring[j].lat;
    auto const steps = static_cast<int>(std::clamp(std::hypot(dx, dy) / kStep, 0.0, 1e4)) + 1;
    for (int k = 0; k < steps; ++k)
      f(RawPoint{ring[j].lon + dx * k / steps, ring[j].lat + dy * k / steps});
  }
}

}  // namespace

Text DatumProposal::words() const {
  std::string zh, en;
  for (auto const &fit : fits) {
    auto const name = label(fit.frame);
    bool const share = evidence == DatumEvidence::declared_districts;
    auto const amount =
        share ? fmt::format("{:.1f} %", fit.misfit * 100) : fmt::format("{:.0f} m", fit.misfit);
    zh += fmt::format("{}{} {}", zh.empty() ? "" : "，", name.zh, amount);
    en += fmt::format("{}{} {}", en.empty() ? "" : ", ", name.en, amount);
  }
  auto const what = evidence == DatumEvidence::declared_districts
                        ? TextView{"{} 个填写了行政区的点，按各坐标系不在该区的比例：{}。",
                                   "Of {} points that name a district, outside it by datum: {}."}
                    : evidence == DatumEvidence::outlines
                        ? TextView{"界线上 {} 处，按各坐标系到已知界线的距离（中位数）：{}。",
                                   "From {} places of the outlines to known borders, median by "
                                   "datum: {}."}
                        : TextView{"{} 对已知位置，按各坐标系相差的距离（中位数）：{}。",
                                   "Between {} pairs of known positions, median by datum: {}."};
  Text out{fmt::format(fmt::runtime(what.zh), compared, zh),
           fmt::format(fmt::runtime(what.en), compared, en)};
  if (frame) {
    auto const name = label(*frame);
    out.zh += fmt::format("看来是 {}，请核实后自行说明。", name.zh);
    out.en += fmt::format(" It seems to be {}; check, and say so yourself.", name.en);
  } else {
    out.zh += "差别不够明显，无法判断。";
    out.en += " They do not differ enough to tell.";
  }
  return out;
}

Text DatumProposal::added_to(Text sentence) const {
  auto const more = words();
  return {sentence.zh + more.zh, sentence.en + ' ' + more.en};
}

std::optional<DatumProposal> propose_by_districts(std::span<DeclaredPoint const> points,
                                                  DistrictIndex const &index) {
  DatumProposal out{DatumEvidence::declared_districts, 0, {}, std::nullopt};
  // Beside each other: whether the same row fits under each datum.
  std::vector<std::array<bool, kFrames.size()>> rows;
  for (auto const &[at, declared] : points) {
    std::array<bool, kFrames.size()> row{};
    for (std::size_t i = 0; i < kFrames.size(); ++i) {
      auto const point = read_as(kFrames[i], at);
      auto const found = point ? index.locate(*point) : std::nullopt;
      row[i] = found && fits(index[*found].code, declared);
    }
    // A row that fits nowhere says nothing of the datum: its code may be of another year.
    if (row != std::array<bool, kFrames.size()>{}) rows.push_back(row);
  }
  if (rows.empty()) return std::nullopt;
  out.compared = std::ssize(rows);
  for (std::size_t i = 0; i < kFrames.size(); ++i) {
    auto const wrong =
        std::count_if(rows.begin(), rows.end(), [i](auto const &row) { return !row[i]; });
    out.fits[i] = {kFrames[i], static_cast<double>(wrong) / static_cast<double>(rows.size())};
  }
  auto const order = ranked(out.fits);
  auto const better = [&](std::size_t a, std::size_t b) {
    return static_cast<double>(std::count_if(rows.begin(), rows.end(),
                                             [&](auto const &row) { return row[a] && !row[b]; }));
  };
  double const first = better(order[0], order[1]), second = better(order[1], order[0]);
  constexpr double kChiSquare = 10.83;  // one degree of freedom, p = 0.001
  if (first > second && (first - second) * (first - second) > kChiSquare * (first + second))
    out.frame = kFrames[order[0]];
  return out;
}

std::optional<DatumProposal> propose_by_outlines(std::span<RawArea const> areas,
                                                 DistrictIndex const &index) {
  constexpr double kFarthest = 3000;  // metres; no two datums differ by more than 1,500
  Misfits distances;
  for (auto const &area : areas) {
    for (auto const &polygon : area) {
      for (auto const &ring : polygon) {
        walk(ring, [&](RawPoint at) {
          for (std::size_t i = 0; i < kFrames.size(); ++i) {
            auto const point = read_as(kFrames[i], at);
            distances[i].push_back(point ? index.distance_to_border(*point, kFarthest) : kFarthest);
          }
        });
      }
    }
  }
  return by_distance(DatumEvidence::outlines, distances);
}

std::optional<DatumProposal> propose_by_pairs(std::span<std::pair<RawPoint, Point> const> pairs) {
  constexpr double kNoPlace = 1e7;
  Misfits distances;
  for (auto const &[at, known] : pairs) {
    for (std::size_t i = 0; i < kFrames.size(); ++i) {
      auto const point = read_as(kFrames[i], at);
      distances[i].push_back(point ? distance(*point, known) : kNoPlace);
    }
  }
  auto out = by_distance(DatumEvidence::pairs, distances);
  // Farther off they are not the same places, whatever fits best.
  constexpr double kSamePlace = 200;
  if (out && out->fits[ranked(out->fits)[0]].misfit > kSamePlace) out->frame.reset();
  return out;
}

}  // namespace wza::gis
