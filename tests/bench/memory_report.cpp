// SPDX-License-Identifier: Apache-2.0
// By how much the check of a page lets a process grow: each page is checked in a process of its
// own, which has checked a small page before, so that code and tables do not count.
#include "tests/bench/pages.h"
#include "tests/bench/reports.h"
#include "webcheck/check.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace wza::bench {
namespace {

using namespace wza::web;

constexpr std::size_t kPageBytes = std::size_t{1} << 20;
constexpr double kMostMegabytes = 40;
constexpr std::size_t kMostPages = 30;

/// `page` with as many copies of its body as make a megabyte.
NamedPage grown(NamedPage const &page) {
  std::size_t const one = page.html.size(), two = with_copies_of_body(page.html, 2).size();
  std::size_t const body = std::max<std::size_t>(two - one, 1);
  std::size_t const copies = 1 + (kPageBytes - std::min(one, kPageBytes)) / body;
  return {page.name, with_copies_of_body(page.html, static_cast<int>(copies))};
}

/// Our own pages, and every nth of $WZA_BENCH_PAGES.
std::vector<NamedPage> measured_pages() {
  std::vector<NamedPage> chosen{grown(portal())};
  chosen.push_back({"text alone", "<p>" + std::string(kPageBytes, 'x')});
  std::size_t const step = pages().size() / kMostPages + 1;
  for (std::size_t i = 0; i < pages().size(); i += step)
    chosen.push_back(grown(pages()[i]));
  return chosen;
}

void check(NamedPage const &page) {
  Result<OpenedPage> opened = open_page({page.name, page.html, {}, {}});
  if (!opened) return;
  if (check_page(*std::move(opened)).rules.empty()) std::puts("no rules");
}

std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// The highest that the process had so far.
std::size_t peak_bytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<std::size_t>(used.ru_maxrss) * 1024;
}

/// In bytes; 0 where the child told nothing.
std::size_t growth_of(NamedPage const &page) {
  int ends[2];
  if (pipe(ends) != 0) return 0;
  pid_t const child = fork();
  if (child == 0) {
    check(portal());
    malloc_trim(0);
    std::size_t const before = resident_bytes();
    check(page);
    std::size_t const growth = peak_bytes() - std::min(before, peak_bytes());
    _exit(write(ends[1], &growth, sizeof growth) == sizeof growth ? 0 : 1);
  }
  close(ends[1]);
  std::size_t growth = 0;
  if (read(ends[0], &growth, sizeof growth) != sizeof growth) growth = 0;
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return growth;
}

}  // namespace

void report_memory() {
  int measured = 0, outside = 0;
  for (NamedPage const &page : measured_pages()) {
    constexpr double kMegabyte = kPageBytes;
    double const size = static_cast<double>(page.html.size()) / kMegabyte;
    double const growth = static_cast<double>(growth_of(page)) / kMegabyte;
    bool const good = growth > 0 && growth < kMostMegabytes * std::max(size, 1.0);
    std::printf("%6.2f MB page: process grows by %6.1f MB  %s%s\n", size, growth, page.name.c_str(),
                good ? "" : "  OUTSIDE");
    ++measured;
    outside += !good;
  }
  std::printf("%d pages, %d outside of %.0f MB for a megabyte\n", measured, outside,
              kMostMegabytes);
}

}  // namespace wza::bench
