// SPDX-License-Identifier: Apache-2.0
// Does each rule cost in proportion to the page? Instructions are counted by callgrind, of which
// this program is both the caller and, started again under it, the callee: it marks where a rule
// begins and ends, callgrind writes one small file for each.
#include "tests/bench/pages.h"
#include "tests/bench/reports.h"
#include "webcheck/check.h"
#include "webcheck/css/cascade.h"
#include "webcheck/page.h"

#include <sys/wait.h>
#include <unistd.h>
#include <valgrind/callgrind.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wza::bench {
namespace {

using namespace wza::web;

constexpr std::array<int, 3> kCopies{1, 10, 100};
constexpr double kTolerance = 1.2;
constexpr double kNoise = 50'000;  // instructions below which nothing is said
constexpr std::size_t kMostBytes = 30'000, kMostPages = 3;

/// Our own page, and a few of moderate size of $WZA_BENCH_PAGES.
std::vector<NamedPage> measured_pages() {
  std::vector<NamedPage> chosen{portal()};
  if (std::getenv("WZA_BENCH_PAGES") == nullptr) return chosen;
  for (NamedPage const &page : pages()) {
    if (chosen.size() > kMostPages) break;
    if (page.html.size() > kMostBytes / 3 && page.html.size() < kMostBytes) chosen.push_back(page);
  }
  return chosen;
}

/// Calls and tells callgrind what its cost belongs to.
template <class F>
void counted(std::string const &what, F &&call) {
  CALLGRIND_ZERO_STATS;
  call();
  CALLGRIND_DUMP_STATS_AT(what.c_str());
}

void run_all(NamedPage const &page, int copies) {
  std::string const html = with_copies_of_body(page.html, copies);
  std::string const mark = page.name + "\t" + std::to_string(copies) + "\t";
  auto opened = open_page({page.name, html, {}, {}}, {.cpu = std::chrono::hours(1)});
  if (!opened) return;
  StyleInputs inputs = collect_sheets(opened->document);
  for (StyleSheetInput &input : inputs.sheets) {
    if (input.state == SheetState::not_tried) input.state = SheetState::failed;
  }
  ComputedStyles styles;
  counted(mark + "(cascade)", [&] { styles = compute_styles(opened->document, inputs); });
  auto turned = compute_turned_styles(opened->document, std::move(inputs));
  std::unique_ptr<Page> made;
  counted(mark + "(accessibility tree)", [&] {
    made = std::make_unique<Page>(page.name, std::move(opened->document), std::move(styles),
                                  std::move(turned));
  });
  EngineOptions options;
  options.cpu = std::chrono::hours(1);
  for (Rule const *const rule : all_rules()) {
    counted(mark + std::string(rule->id), [&] { run_rules(*made, std::span(&rule, 1), options); });
  }
}

struct Counts {
  std::array<double, kCopies.size()> instructions{};
};

/// Adds the count of one of callgrind's files.
void read_count(std::filesystem::path const &path, std::map<std::string, Counts> &all) {
  constexpr std::string_view kTrigger = "desc: Trigger: Client Request: ", kSummary = "summary: ";
  std::ifstream file(path);
  std::string what, line;
  for (; std::getline(file, line);) {
    if (line.starts_with(kTrigger)) what = line.substr(kTrigger.size());
    if (!line.starts_with(kSummary)) continue;
    std::size_t const first = what.find('\t');
    std::size_t const second = what.find('\t', first + 1);
    if (first == std::string::npos || second == std::string::npos) return;
    int const copies = std::atoi(what.c_str() + first);
    auto const at = std::find(kCopies.begin(), kCopies.end(), copies) - kCopies.begin();
    all[what.substr(0, first) + "  " + what.substr(second + 1)]
        .instructions[static_cast<std::size_t>(at)] = std::atof(line.c_str() + kSummary.size());
    return;
  }
}

/// Where the cost grows by more than the page does, it is asked what a copy costs among few and
/// among many. The first does not count there: only with the second there are equal names and ids,
/// about which some rules have more to say.
void print_counts(std::map<std::string, Counts> const &all) {
  int outside = 0;
  std::printf("%14s %14s %14s %7s %7s %14s\n", "1 copy", "10", "100", "10/1", "100/10",
              "late/early copy");
  for (auto const &[what, counts] : all) {
    auto const [one, ten, hundred] = counts.instructions;
    double const early = std::max((ten - one) / 9, 1.0), late = (hundred - ten) / 90;
    bool const more = ten > 10 * kTolerance * one || hundred > 10 * kTolerance * ten;
    bool const steep = hundred > kNoise && more && late > early * kTolerance;
    outside += steep;
    std::printf("%14.0f %14.0f %14.0f %7.2f %7.2f %14.2f  %s%s\n", one, ten, hundred,
                ten / std::max(one, 1.0), hundred / std::max(ten, 1.0), late / early, what.c_str(),
                steep ? "  OUTSIDE" : "");
  }
  std::printf("%zu measured, %d cost more than in proportion to the page\n", all.size(), outside);
}

}  // namespace

void report_linear() {
  if (RUNNING_ON_VALGRIND) {
    for (NamedPage const &page : measured_pages()) {
      for (int const copies : kCopies)
        run_all(page, copies);
    }
    return;
  }
  std::string folder = std::filesystem::temp_directory_path() / "wza-linear-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) return std::perror("mkdtemp");
  std::string const out = "--callgrind-out-file=" + folder + "/out";
  std::string const self = std::filesystem::read_symlink("/proc/self/exe");
  pid_t const child = fork();
  if (child == 0) {
    execlp("valgrind", "valgrind", "--quiet", "--tool=callgrind", out.c_str(), self.c_str(),
           "linear", nullptr);
    std::perror("valgrind");
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  std::map<std::string, Counts> all;
  for (auto const &entry : std::filesystem::directory_iterator(folder))
    read_count(entry.path(), all);
  std::filesystem::remove_all(folder);
  print_counts(all);
}

}  // namespace wza::bench
