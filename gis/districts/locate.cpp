// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/locate.h"

#include <algorithm>
#include <utility>

namespace wza::gis {
namespace {

constexpr std::int64_t kCells = 256;  // a side

}  // namespace

DistrictIndex::DistrictIndex(std::vector<DistrictArea> districts) {
  std::sort(districts.begin(), districts.end(), [](auto const &a, auto const &b) {
    if (a.district.level != b.district.level) return a.district.level > b.district.level;
    return a.district.code < b.district.code;
  });
  for (auto &entry : districts) {
    m_areas.emplace_back(entry.area);
    if (auto const &box = m_areas.back().box()) {
      if (!m_box) m_box = *box;
      m_box->min = {std::min(m_box->min.lon, box->min.lon), std::min(m_box->min.lat, box->min.lat)};
      m_box->max = {std::max(m_box->max.lon, box->max.lon), std::max(m_box->max.lat, box->max.lat)};
    }
    m_districts.push_back(std::move(entry.district));
  }
  if (!m_box) return;
  m_cell_width = (std::int64_t{m_box->max.lon} - m_box->min.lon) / kCells + 1;
  m_cell_height = (std::int64_t{m_box->max.lat} - m_box->min.lat) / kCells + 1;
  auto const for_each_cell = [this](Box const &box, auto &&f) {
    auto const low = cell_of(box.min);
    auto const high = cell_of(box.max);
    for (auto row = low / kCells; row <= high / kCells; ++row) {
      for (auto column = low % kCells; column <= high % kCells; ++column)
        f(row * kCells + column);
    }
  };
  m_first.assign(kCells * kCells + 1, 0);
  for (auto const &area : m_areas) {
    if (area.box()) for_each_cell(*area.box(), [&](std::size_t cell) { ++m_first[cell + 1]; });
  }
  for (std::size_t cell = 1; cell < m_first.size(); ++cell)
    m_first[cell] += m_first[cell - 1];
  m_candidates.resize(m_first.back());
  auto next = m_first;
  for (std::size_t i = 0; i < m_areas.size(); ++i) {
    if (!m_areas[i].box()) continue;
    for_each_cell(*m_areas[i].box(), [&](std::size_t cell) {
      m_candidates[next[cell]++] = static_cast<std::uint32_t>(i);
    });
  }
}

std::size_t DistrictIndex::cell_of(Point p) const {
  auto const column = (std::int64_t{p.lon} - m_box->min.lon) / m_cell_width;
  auto const row = (std::int64_t{p.lat} - m_box->min.lat) / m_cell_height;
  return static_cast<std::size_t>(row * kCells + column);
}

std::optional<Located> DistrictIndex::locate(Point p) const {
  if (!m_box || !m_box->holds(p)) return std::nullopt;
  auto const cell = cell_of(p);
  std::optional<Located> found;
  for (auto i = m_first[cell]; i < m_first[cell + 1]; ++i) {
    auto const candidate = m_candidates[i];
    if (found && m_districts[candidate].level != m_districts[found->district].level) break;
    auto const side = m_areas[candidate].locate(p);
    if (side == Side::outside) continue;
    // Candidates come in the order of their codes, so the first that holds the point keeps it.
    if (found && side == Side::inside && !found->on_border) found->in_several = true;
    if (!found) found = Located{candidate, false, false};
    if (side == Side::border) found->on_border = true;
  }
  if (found && found->on_border) found->in_several = false;
  return found;
}

std::optional<std::size_t> DistrictIndex::find(DistrictCode const &code) const {
  for (std::size_t i = 0; i < m_districts.size(); ++i) {
    if (m_districts[i].code == code) return i;
  }
  return std::nullopt;
}

}  // namespace wza::gis
