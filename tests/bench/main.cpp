// SPDX-License-Identifier: Apache-2.0
// Runs the benchmarks and then says, for each pair "what/ours" and "what/rival NAME", how many
// times as fast ours is. Medians of the CPU time of several repetitions, so that a busy machine
// matters less. `wza_bench REPORT` prints one of the reports of reports.h instead.
#include "tests/bench/reports.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// The usual table, with the medians kept.
class RatioReporter final : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(std::vector<Run> const &runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (Run const &run : runs) {
      if (run.aggregate_name != "median") continue;
      std::string const &name = run.run_name.function_name;
      m_cpu[name.substr(0, name.find('/'))][name.substr(name.find('/') + 1)] =
          run.GetAdjustedCPUTime();
    }
  }
  void Finalize() override {
    ConsoleReporter::Finalize();
    for (auto const &[what, times] : m_cpu) {
      auto const ours = times.find("ours");
      if (ours == times.end()) continue;
      for (auto const &[who, time] : times) {
        if (who == "ours") continue;
        std::printf("%s: %.2f times as fast as %s\n", what.c_str(), time / ours->second,
                    who.c_str());
      }
    }
  }

 private:
  std::map<std::string, std::map<std::string, double>> m_cpu;
};

struct Report {
  std::string_view name;
  void (*print)();
};
constexpr Report kReports[] = {
    {"crawl", wza::bench::report_crawl},   {"check", wza::bench::report_check},
    {"linear", wza::bench::report_linear}, {"locate", wza::bench::report_locate},
    {"memory", wza::bench::report_memory}, {"hostile", wza::bench::report_hostile},
    {"tiles", wza::bench::report_tiles},   {"uploads", wza::bench::report_uploads},
    {"import", wza::bench::report_import}};

}  // namespace

int main(int argc, char **argv) {
  for (Report const &report : kReports) {
    if (argc == 2 && report.name == argv[1]) return report.print(), 0;
  }
  std::vector<char *> args(argv, argv + argc);
  std::string repetitions = "--benchmark_repetitions=5";
  std::string aggregates = "--benchmark_report_aggregates_only=true";
  std::string shortest = "--benchmark_min_time=0.2";
  args.insert(args.begin() + 1, {repetitions.data(), aggregates.data(), shortest.data()});
  int count = static_cast<int>(args.size());
  benchmark::Initialize(&count, args.data());
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  if (argc > 1) return 0;
  for (Report const &report : kReports) {
    std::printf("\n== %s\n", report.name.data());
    report.print();
  }
}
