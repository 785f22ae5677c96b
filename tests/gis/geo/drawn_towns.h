// SPDX-License-Identifier: Apache-2.0
// Towns of our own drawing for tests: a mesh of crooked quadrangles that share every inner vertex
// and edge, one with a hole that another town fills.
#pragma once

#include "gis/districts/locate.h"

#include <fmt/format.h>

#include <random>
#include <vector>

namespace wza::gis {

struct DrawnTowns {
  static constexpr int kSide = 4;
  std::vector<DistrictArea> towns;
  std::vector<Point> inner_vertices;                 // shared by four towns
  std::vector<std::pair<Point, Point>> inner_edges;  // shared by two

  DrawnTowns() {
    std::mt19937 random(2022);
    std::uniform_int_distribution<std::int32_t> jitter(-200000, 200000);
    std::vector<Point> mesh;
    for (int row = 0; row <= kSide; ++row) {
      for (int column = 0; column <= kSide; ++column) {
        bool const rim = row == 0 || column == 0 || row == kSide || column == kSide;
        Point p{1135000000 + column * 1000000, 238000000 + row * 1000000};
        if (!rim) p = {p.lon + jitter(random), p.lat + jitter(random)};
        mesh.push_back(p);
        if (!rim) inner_vertices.push_back(p);
      }
    }
    auto const at = [&](int row, int column) {
      return mesh[static_cast<std::size_t>(row * (kSide + 1) + column)];
    };
    // Codes run against the drawing order, so that "lowest code" is not "first drawn".
    int code = 199;
    for (int row = 0; row < kSide; ++row) {
      for (int column = 0; column < kSide; ++column) {
        Ring ring{at(row, column), at(row, column + 1), at(row + 1, column + 1),
                  at(row + 1, column)};
        add(code--, {{ring}});
        if (column > 0) inner_edges.emplace_back(at(row, column), at(row + 1, column));
        if (row > 0) inner_edges.emplace_back(at(row, column), at(row, column + 1));
      }
    }
    auto &first = towns.front().area.front();
    Ring const hole{{1135300000, 238300000}, {1135600000, 238300000}, {1135450000, 238600000}};
    first.push_back(hole);
    add(code, {{hole}});
    inner_edges.emplace_back(hole[0], hole[1]);
    inner_edges.emplace_back(hole[1], hole[2]);
    inner_edges.emplace_back(hole[2], hole[0]);
    inner_vertices.insert(inner_vertices.end(), hole.begin(), hole.end());
  }

 private:
  void add(int code, MultiPolygon area) {
    DistrictArea town;
    town.district.code = DistrictCode(fmt::format("990101{}", code));
    town.district.level = DistrictLevel::township;
    town.area = std::move(area);
    towns.push_back(std::move(town));
  }
};

}  // namespace wza::gis
