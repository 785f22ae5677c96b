// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/locate.h"

#include <algorithm>
#include <utility>

namespace wza::gis {

DistrictIndex::DistrictIndex(std::vector<DistrictArea> districts) {
  std::sort(districts.begin(), districts.end(), [](auto const &a, auto const &b) {
    if (a.district.level != b.district.level) return a.district.level > b.district.level;
    return a.district.code < b.district.code;
  });
  std::vector<MultiPolygon const *> areas;
  for (auto const &entry : districts)
    areas.push_back(&entry.area);
  m_grid = AreaGrid(areas);
  for (auto &entry : districts) {
    m_places.emplace(entry.district.code.value, m_districts.size());
    m_districts.push_back(std::move(entry.district));
  }
}

std::optional<Located> DistrictIndex::locate(Point p) const {
  std::optional<Located> found;
  m_grid.visit(p, [&](std::size_t candidate, Side side) {
    if (found && m_districts[candidate].level != m_districts[found->district].level) return false;
    // Candidates come in the order of their codes, so the first that holds the point keeps it.
    if (found && side == Side::inside && !found->on_border) found->in_several = true;
    if (!found) found = Located{candidate, false, false};
    if (side == Side::border) found->on_border = true;
    return true;
  });
  if (found && found->on_border) found->in_several = false;
  return found;
}

std::vector<std::size_t> DistrictIndex::others_within(Point p, double accuracy,
                                                      std::optional<Located> const &found) const {
  // A position stands for a square of one unit: without an accuracy, its corners reach so far.
  constexpr double kUnit = 0.008;
  auto near = m_grid.with_border_within(p, std::max(accuracy, kUnit));
  m_grid.visit(p, [&](std::size_t holds, Side) { return near.push_back(holds), true; });
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  if (near.empty()) return near;
  auto const level = m_districts[found ? found->district : near.front()].level;
  std::erase_if(near, [&](std::size_t i) {
    return (found && i == found->district) || m_districts[i].level != level;
  });
  return near;
}

std::vector<DistrictCode> DistrictIndex::other_codes(Point p, std::optional<double> accuracy,
                                                     Located const &found) const {
  std::vector<DistrictCode> out;
  if (!accuracy && !found.on_border && !found.in_several) return out;
  for (auto const i : others_within(p, accuracy.value_or(0), found))
    out.push_back(m_districts[i].code);
  return out;
}

std::optional<std::size_t> DistrictIndex::find(DistrictCode const &code) const {
  auto const place = m_places.find(code.value);
  return place == m_places.end() ? std::nullopt : std::optional(place->second);
}

}  // namespace wza::gis
