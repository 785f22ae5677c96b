// SPDX-License-Identifier: Apache-2.0
// Measurements that are more than one number: `wza_bench NAME` prints one of them.
#pragma once

#include <chrono>
#include <cstdint>

namespace wza::bench {

/// The whole check of each page against Gumbo's parse of it: totals, median and worst page, where
/// the time goes. Bars: 2.0 with inline sheets, 3.0 with a linked framework sheet.
void report_check();

/// CPU time, memory and outcome of `wza check` for each page of tests/hostile; those whose name
/// holds $WZA_BENCH_HOSTILE, where that is set.
void report_hostile();

/// The same of `wza import` for each file of tests/hostile, with what it reached.
void report_uploads();

/// `wza import` of 100,000 inspections from XLSX and 100,000 homes from CSV, each twice. Bars: 20 s
/// and 500 MB each, and nothing changed the second time.
void report_import();

/// Pages a second and memory of `wza crawl` on loopback, checks and tracker included, beside wget
/// --mirror. Bars: 200 pages of 50 KB a second, 300 MB with 100,000 addresses, the cost of a page
/// the same from 1,000 to 100,000 pages.
void report_crawl();

/// What each rule costs on 1, 10 and 100 copies of a page's body, in instructions; says which cost
/// more than in proportion. Needs valgrind.
void report_linear();

/// By how many bytes the check of a page of 1 MB lets the process grow. Bar: 40 MB.
void report_memory();

/// Vector tiles of districts against GDAL's MVT driver. Bar: the counties of China, zoom 0 to 8, in
/// 1 s of CPU; $WZA_BENCH_COUNTIES names their file, else a sheet of our own is cut.
void report_tiles();

/// CPU time and memory of `wza locate --count` over 1 and 5 million points against the same with
/// GEOS, and whether the counts are the same. Bars: 0.5 s and 200 MB, 1.2 s. The boundaries are
/// those of $WZA_BENCH_COUNTIES, where that names a file.
void report_locate();

/// CPU time of the calling thread.
std::chrono::nanoseconds thread_cpu();

/// The least CPU time of `runs` calls.
template <class F>
std::chrono::nanoseconds least_cpu(int runs, F &&call) {
  std::chrono::nanoseconds least = std::chrono::nanoseconds::max();
  for (int i = 0; i < runs; ++i) {
    auto const begin = thread_cpu();
    call();
    auto const took = thread_cpu() - begin;
    if (took < least) least = took;
  }
  return least;
}

inline double milliseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

}  // namespace wza::bench
