// SPDX-License-Identifier: Apache-2.0
// Parsing a page into our Document, against Gumbo alone: what do flattening, repairs and indices
// cost on top of the parser under us?
#include "tests/bench/pages.h"
#include "webcheck/dom/from_gumbo.h"

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <cstdint>

namespace {

void count_bytes(benchmark::State &state) {
  std::int64_t bytes = 0;
  for (auto const &page : wza::bench::pages())
    bytes += static_cast<std::int64_t>(page.html.size());
  state.SetBytesProcessed(bytes * static_cast<std::int64_t>(state.iterations()));
}

void ours(benchmark::State &state) {
  for (auto _ : state) {
    for (auto const &page : wza::bench::pages())
      benchmark::DoNotOptimize(wza::web::parse_html(page.html));
  }
  count_bytes(state);
}

void gumbo_alone(benchmark::State &state) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  for (auto _ : state) {
    for (auto const &page : wza::bench::pages()) {
      GumboOutput *output = gumbo_parse_with_options(&options, page.html.data(), page.html.size());
      benchmark::DoNotOptimize(output);
      gumbo_destroy_output(&options, output);
    }
  }
  count_bytes(state);
}

BENCHMARK(ours)->Name("parse/ours")->Unit(benchmark::kMillisecond);
BENCHMARK(gumbo_alone)->Name("parse/Gumbo without a Document")->Unit(benchmark::kMillisecond);

}  // namespace
