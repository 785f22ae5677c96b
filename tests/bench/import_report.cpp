// SPDX-License-Identifier: Apache-2.0
// A county's tables of a year, invented, through the program itself: what they cost the first time
// and the second.
#include "gis/io/write_layer.h"
#include "tests/bench/reports.h"
#include "tests/hostile/measured_run.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace wza::bench {
namespace {

namespace fs = std::filesystem;
using gis::CellKind;
using gis::Table;

constexpr int kRows = 100'000;
constexpr int kFacilities = 5'000;
constexpr unsigned kGiveUp = 300;  // seconds
constexpr double kMostSeconds = 20;
constexpr std::size_t kMostBytes = std::size_t{500} << 20;
constexpr std::array kTowns{990101100, 990101101, 990101102, 990101103, 990101104, 990101200};

Table facilities() {
  Table table;
  for (char const *name : {"设施编号", "名称", "场所类型", "新建或既有", "经度", "纬度"})
    table.columns.push_back({name, CellKind::text});
  for (int i = 0; i < kFacilities; ++i) {
    table.rows.push_back({i + 2,
                          {fmt::format("QX-{:05}", i), fmt::format("设施{}（虚构）", i), "school",
                           "既有", fmt::format("{:.6f}", 123.36 + i % 97 * 0.001),
                           fmt::format("{:.6f}", 29.03 + i % 89 * 0.001)},
                          {},
                          {},
                          false});
  }
  return table;
}

/// Each row a visit of its own: the most work that so many rows can make.
Table inspections() {
  struct Measured {
    char const *component, *criterion, *value, *unit;
  };
  constexpr std::array kMeasured{Measured{"坡道", "ramp-slope", "7.9", "%"},
                                 Measured{"坡道", "ramp-slope", "10.4", "%"},
                                 Measured{"人行道", "route-clear-width", "1.05", "m"},
                                 Measured{"人行道", "route-clear-width", "1.85", "m"},
                                 Measured{"盲道", "tactile-unobstructed", "否", ""},
                                 Measured{"无障碍厕所", "toilet-room-turning", "1.6", "m"},
                                 Measured{"无障碍厕所", "toilet-room-turning", "", ""}};
  Table table;
  for (char const *name : {"设施编号", "检查日期", "检查类型", "检查人", "部件", "指标编号",
                           "测量值", "单位", "现场条件", "备注"})
    table.columns.push_back({name, CellKind::text});
  for (int i = 0; i < kRows; ++i) {
    int const week = i / kFacilities;
    auto const &m = kMeasured[static_cast<std::size_t>(i * 31 + week) % kMeasured.size()];
    table.rows.push_back({i + 2,
                          {fmt::format("QX-{:05}", i % kFacilities),
                           fmt::format("2024-{:02}-{:02}", week / 2 + 1, week % 2 * 14 + 1),
                           "专项检查", fmt::format("督导{}组", i % 9), m.component, m.criterion,
                           m.value, m.unit, "", fmt::format("第{}条（虚构）", i)},
                          {},
                          {},
                          false});
  }
  return table;
}

/// A disability certificate of nobody: identity number with its check character (GB 11643),
/// category, grade.
std::string certificate(int i, int category, int grade) {
  constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  auto id = fmt::format("990101{}0101{:03}", 1900 + i / 1000, i % 1000);
  int sum = 0;
  for (std::size_t at = 0; at < id.size(); ++at)
    sum += (id[at] - '0') * kWeights[at];
  id += "10X98765432"[sum % 11];
  return fmt::format("{}{}{}", id, category, grade);
}

Table homes() {
  Table table;
  for (char const *name : {"姓名", "联系电话", "住址", "残疾人证号", "残疾类别", "残疾等级",
                           "困难类型", "乡镇代码", "状态", "申请日期", "评估日期", "批准日期",
                           "开工日期", "完工日期", "验收日期", "改造项目", "补贴金额"})
    table.columns.push_back({name, CellKind::text});
  for (int i = 0; i < kRows; ++i) {
    int const category = i % 7 + 1, grade = i % 4 + 1;
    table.rows.push_back(
        {i + 2,
         {fmt::format("测试{}", i), fmt::format("000-{:07}", i), fmt::format("虚构村{}号", i),
          certificate(i, category, grade), std::to_string(category), std::to_string(grade),
          "低保边缘", std::to_string(kTowns[static_cast<std::size_t>(i) % kTowns.size()]), "已验收",
          "2024-01-20", "2024-02-24", "2024-03-30", "2024-05-04", "2024-06-08", "2024-07-13",
          "厨房墙面加固；闪光门铃", std::to_string(3000 + i % 17 * 100)},
         {},
         {},
         false});
  }
  return table;
}

/// Runs the import; the last line of what it says.
void import(fs::path const &folder, std::string const &kind, std::string const &file,
            bool measured) {
  std::vector<std::string> words{"import", kind, file, "--datum", "cgcs2000", "--lang", "en"};
  if (kind == "districts") words.insert(words.end(), {"--source", "x", "--date", "2024"});
  auto const run = test::run_measured(words, folder.string(), {}, kGiveUp);
  if (run.exit_code != 0) throw std::runtime_error(run.err);
  if (!measured) return;
  double const cpu = static_cast<double>(run.cpu.count()) / 1000;
  double const wall = static_cast<double>(run.wall.count()) / 1000;
  bool const good = cpu < kMostSeconds && run.peak_bytes < kMostBytes;
  std::printf("%5.1f s CPU %5.1f s on the clock %4zu MB%s  %s", cpu, wall, run.peak_bytes >> 20,
              good ? "" : "  OUTSIDE", run.out.c_str());
  std::fflush(stdout);
}

}  // namespace

void report_import() {
  std::string pattern = (fs::temp_directory_path() / "wza-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  fs::path const folder = pattern;
  setenv("WZA_KEY_FILE", (folder / "key").c_str(), 1);
  for (auto const &[table, name] : {std::pair{facilities(), "facilities.csv"},
                                    {inspections(), "inspections.xlsx"},
                                    {homes(), "homes.csv"}}) {
    if (!gis::write_layer(table, (folder / name).string(), gis::LayerAbout{}))
      throw std::runtime_error(name);
  }
  test::run_measured({"init"}, folder.string(), {}, kGiveUp);
  import(folder, "districts", WZA_TEST_DATA "/demo/districts.geojson", false);
  import(folder, "facilities", "facilities.csv", false);
  for (auto const &[kind, file] :
       {std::pair{"inspections", "inspections.xlsx"}, {"households", "homes.csv"}}) {
    import(folder, kind, file, true);
    import(folder, kind, file, true);
  }
  fs::remove_all(folder);
}

}  // namespace wza::bench
