// SPDX-License-Identifier: Apache-2.0
// The district of a point against GEOS: a hundred thousand random points in the box of drawn
// districts. `wza_bench locate` measures the whole command.
#include "tests/bench/geos_areas.h"

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

namespace {

using namespace wza;
using namespace wza::gis;

std::vector<Point> const &points() {
  static std::vector<Point> const all = [] {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(110, 112), lat(24, 26);
    std::vector<Point> made;
    for (int i = 0; i < 100'000; ++i) {
      made.push_back({static_cast<std::int32_t>(lon(random) * 1e7),
                      static_cast<std::int32_t>(lat(random) * 1e7)});
    }
    return made;
  }();
  return all;
}

void ours(benchmark::State &state) {
  DistrictIndex const index(bench::drawn_districts());
  for (auto _ : state) {
    std::size_t found = 0;
    for (Point const p : points())
      found += index.locate(p).has_value();
    benchmark::DoNotOptimize(found);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points().size() * state.iterations()));
}

void geos(benchmark::State &state) {
  static bench::GeosAreas const areas(bench::drawn_districts());
  for (auto _ : state) {
    std::size_t found = 0;
    for (Point const p : points())
      found += areas.locate(p.degrees().lon, p.degrees().lat).has_value();
    benchmark::DoNotOptimize(found);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points().size() * state.iterations()));
}

BENCHMARK(ours)->Name("locate/ours")->Unit(benchmark::kMillisecond);
BENCHMARK(geos)->Name("locate/GEOS, prepared, STR tree")->Unit(benchmark::kMillisecond);

}  // namespace
