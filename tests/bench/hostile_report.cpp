// SPDX-License-Identifier: Apache-2.0
// Pages made to hang a checker, each in a process of its own: what it used up, and how it ended.
#include "tests/bench/reports.h"
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_upload_run.h"
#include "tests/hostile/measured_run.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace wza::bench {
namespace {

constexpr unsigned kGiveUp = 20;  // seconds
constexpr std::chrono::milliseconds kMostCpu{2000};
constexpr std::chrono::milliseconds kMostUploadCpu{10'000};
constexpr std::size_t kMostBytes = std::size_t{512} << 20;

}  // namespace

void report_hostile() {
  char const *const only = std::getenv("WZA_BENCH_HOSTILE");
  int pages = 0, outside = 0;
  for (test::HostilePage const &page : test::hostile_pages()) {
    if (only != nullptr && page.name.find(only) == std::string_view::npos) continue;
    test::MeasuredRun const run = test::check_page_in_process(page.make(), kGiveUp);
    std::string_view const outcome = test::outcome_of(run);
    bool const good = outcome != "broken" && run.cpu < kMostCpu && run.peak_bytes < kMostBytes;
    std::printf("%-28s %6lld ms %5zu MB  exit %3d  %s%s\n", page.name.data(),
                static_cast<long long>(run.cpu.count()), run.peak_bytes >> 20, run.exit_code,
                outcome.data(), good ? "" : "  OUTSIDE");
    std::fflush(stdout);
    ++pages;
    outside += !good;
  }
  std::printf("%d pages, %d outside of 2 s, 512 MB, and a result or a refusal\n", pages, outside);
}

void report_uploads() {
  char const *const only = std::getenv("WZA_BENCH_HOSTILE");
  int files = 0, outside = 0;
  for (test::HostileUpload const &file : test::hostile_uploads()) {
    if (only != nullptr && file.name.find(only) == std::string_view::npos) continue;
    test::UploadRun const upload = test::import_upload(file, kGiveUp);
    auto const &run = upload.run;
    bool const ended = run.exit_code == 0 || run.exit_code == 4;
    bool const reached = upload.connections > 0 || upload.told_secret || !upload.changed.empty();
    bool const good = ended && !reached && run.cpu < kMostUploadCpu && run.peak_bytes < kMostBytes;
    auto const sentence = run.err.substr(0, run.err.find('\n'));
    std::printf("%-28s %6lld ms %5zu MB  exit %3d%s%s  %s\n", file.name.data(),
                static_cast<long long>(run.cpu.count()), run.peak_bytes >> 20, run.exit_code,
                reached ? "  REACHED" : "", good ? "" : "  OUTSIDE", sentence.c_str());
    std::fflush(stdout);
    ++files;
    outside += !good;
  }
  std::printf("%d files, %d outside of 10 s, 512 MB, nothing reached, and rows or a refusal\n",
              files, outside);
}

}  // namespace wza::bench
