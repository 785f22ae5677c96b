// SPDX-License-Identifier: Apache-2.0
// `wza locate --count` as a whole, from a table on disk to counts per district, beside the same
// work done with GEOS: an STR tree of prepared areas, and each row's numbers read by
// std::from_chars. Each in a process of its own, for its CPU time and memory. Half of the points
// lie anywhere in the box of the districts, half round their middles.
#include "gis/districts/load.h"
#include "gis/io/read_layer.h"
#include "gis/io/reader_process.h"
#include "gis/io/write_layer.h"
#include "tests/bench/geos_areas.h"
#include "tests/bench/reports.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/os.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace wza::bench {
namespace {

using namespace wza::gis;
namespace fs = std::filesystem;

constexpr int kRuns = 5;

/// What a process used up; the CPU time is the median of several runs.
struct Used {
  double cpu = 0;
  long peak_mb = 0;
};

Used used_by(std::function<void()> const &work) {
  std::array<double, kRuns> cpu{};
  Used used;
  for (double &seconds : cpu) {
    pid_t const child = fork();
    if (child == 0) {
      work();
      std::exit(0);
    }
    int status = 0;
    rusage spent{};
    wait4(child, &status, 0, &spent);
    if (status != 0) std::puts("  a run FAILED");
    auto const in_seconds = [](timeval t) {
      return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    seconds = in_seconds(spent.ru_utime) + in_seconds(spent.ru_stime);
    used.peak_mb = std::max(used.peak_mb, spent.ru_maxrss >> 10);
  }
  std::sort(cpu.begin(), cpu.end());
  used.cpu = cpu[kRuns / 2];
  return used;
}

/// The boundaries of $WZA_BENCH_COUNTIES, else a sheet of our own drawing.
std::string boundaries_in(fs::path const &folder) {
  if (char const *named = std::getenv("WZA_BENCH_COUNTIES")) return named;
  Table table;
  table.columns = {{"code", CellKind::text}, {"name", CellKind::text}};
  for (auto const &district : drawn_districts()) {
    Row row;
    row.cells = {district.district.code.value, district.district.code.value};
    row.geometry = raw_of(Geometry(district.area));
    table.rows.push_back(std::move(row));
  }
  auto const path = (folder / "districts.gpkg").string();
  if (!write_layer(table, path, {})) std::puts("  the boundaries cannot be written");
  return path;
}

std::vector<DistrictArea> areas_of(std::string const &path) {
  std::vector<DistrictArea> out;
  auto const table = read_layer(path, {.layer = {}, .repair_areas = false});
  auto rows = read_districts(*table, {}, std::nullopt);
  for (auto &entry : rows->entries)
    out.push_back(std::move(entry.area));
  return out;
}

void write_points(std::string const &path, std::vector<DistrictArea> const &areas, int count) {
  std::vector<Point> middles;
  Box all = *box_of(areas.front().area);
  for (auto const &area : areas) {
    auto const box = *box_of(area.area);
    middles.push_back({box.min.lon / 2 + box.max.lon / 2, box.min.lat / 2 + box.max.lat / 2});
    all.min = {std::min(all.min.lon, box.min.lon), std::min(all.min.lat, box.min.lat)};
    all.max = {std::max(all.max.lon, box.max.lon), std::max(all.max.lat, box.max.lat)};
  }
  std::mt19937 random(2022);
  std::uniform_int_distribution<std::int32_t> lon(all.min.lon, all.max.lon);
  std::uniform_int_distribution<std::int32_t> lat(all.min.lat, all.max.lat);
  std::normal_distribution<double> round(0, 0.05 * Point::kPerDegree);
  auto file = fmt::output_file(path);
  file.print("id,lon,lat\n");
  for (int i = 0; i < count; ++i) {
    Point p{lon(random), lat(random)};
    if (i % 2 == 0) {
      auto const middle = middles[random() % middles.size()];
      p = {middle.lon + static_cast<std::int32_t>(round(random)),
           middle.lat + static_cast<std::int32_t>(round(random))};
    }
    file.print("{},{:.7f},{:.7f}\n", i, p.degrees().lon, p.degrees().lat);
  }
}

void run_ours(std::string const &points, std::string const &boundaries, std::string const &out) {
  int const to = open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(to, STDOUT_FILENO);
  execl(WZA_BINARY, "wza", "locate", points.c_str(), "--districts", boundaries.c_str(), "--count",
        "--datum", "wgs84", "--quiet", nullptr);
  _exit(127);
}

void run_geos(std::string const &points, std::string const &boundaries, std::string const &out) {
  auto const areas = areas_of(boundaries);
  GeosAreas const geos(areas);
  std::vector<long> counts(areas.size());
  std::ifstream file(points);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    auto const first = line.find(',') + 1, second = line.find(',', first) + 1;
    double lon = 0, lat = 0;
    std::from_chars(line.data() + first, line.data() + line.size(), lon);
    std::from_chars(line.data() + second, line.data() + line.size(), lat);
    if (auto const found = geos.locate(lon, lat)) ++counts[*found];
  }
  std::map<std::string, long> by_code;
  for (std::size_t i = 0; i < areas.size(); ++i)
    by_code[areas[i].district.code.value] = counts[i];
  std::ofstream written(out);
  for (auto const &[code, count] : by_code)
    written << code << ' ' << count << '\n';
}

/// Counts by code of either's output.
std::map<std::string, long> counts_in(std::string const &path) {
  std::map<std::string, long> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("code,")) continue;
    auto const code = line.substr(0, line.find_first_of(", "));
    out[code] = std::atol(line.c_str() + line.find_last_of(", ") + 1);
  }
  return out;
}

}  // namespace

void report_locate() {
  std::string folder = fs::temp_directory_path() / "wza-locate-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) return std::perror("mkdtemp");
  set_reader_program(WZA_BINARY);
  auto const boundaries = boundaries_in(folder);
  auto const areas = areas_of(boundaries);
  std::printf("%zu districts\n", areas.size());
  auto const points = folder + "/points.csv";
  for (auto const &[count, most_cpu, most_mb] :
       {std::tuple{1'000'000, 0.5, 200L}, {5'000'000, 1.2, 1000L}}) {
    write_points(points, areas, count);
    auto const ours = used_by([&] { run_ours(points, boundaries, folder + "/ours"); });
    auto const geos = used_by([&] { run_geos(points, boundaries, folder + "/geos"); });
    bool const same = counts_in(folder + "/ours") == counts_in(folder + "/geos");
    bool const good = same && ours.cpu <= most_cpu && ours.peak_mb <= most_mb;
    std::printf(
        "%8d points: wza locate %.2f CPU s %4ld MB (bar %.1f, %ld), GEOS %.2f s %4ld MB, "
        "%.1f times as fast; %s%s\n",
        count, ours.cpu, ours.peak_mb, most_cpu, most_mb, geos.cpu, geos.peak_mb,
        geos.cpu / ours.cpu, same ? "same counts" : "counts DIFFER", good ? "" : "  OUTSIDE");
    std::fflush(stdout);
  }
  fs::remove_all(folder);
}

}  // namespace wza::bench
