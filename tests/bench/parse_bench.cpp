// SPDX-License-Identifier: Apache-2.0
// Parsing a page into our Document, against Gumbo alone: what do flattening, repairs and indices
// cost on top of the parser under us? Pages: *.html of the folder $WZA_BENCH_PAGES, else a news
// list of our own making.
#include "webcheck/dom/from_gumbo.h"

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string news_list() {
  std::string page = "<!doctype html><html lang=zh-CN><title>要闻</title><body><ul class=list>";
  for (int i = 0; i < 2000; ++i) {
    page += "<li class=\"item odd\"><a href=\"/art/" + std::to_string(i) +
            ".html\" title=\"关于开展无障碍环境建设督导的通知\"><img src=i.gif "
            "alt=\"\">关于开展无障碍环境"
            "建设督导的通知</a><span class=date>2026-11-22</span></li>\n";
  }
  return page;
}

std::vector<std::string> const &pages() {
  static std::vector<std::string> const all = [] {
    std::vector<std::string> read;
    if (char const *folder = std::getenv("WZA_BENCH_PAGES")) {
      for (auto const &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".html") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        read.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      }
    }
    if (read.empty()) read.push_back(news_list());
    return read;
  }();
  return all;
}

void count_bytes(benchmark::State &state) {
  std::int64_t bytes = 0;
  for (std::string const &page : pages())
    bytes += static_cast<std::int64_t>(page.size());
  state.SetBytesProcessed(bytes * static_cast<std::int64_t>(state.iterations()));
}

void ours(benchmark::State &state) {
  for (auto _ : state) {
    for (std::string const &page : pages())
      benchmark::DoNotOptimize(wza::web::parse_html(page));
  }
  count_bytes(state);
}

void gumbo_alone(benchmark::State &state) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  for (auto _ : state) {
    for (std::string const &page : pages()) {
      GumboOutput *output = gumbo_parse_with_options(&options, page.data(), page.size());
      benchmark::DoNotOptimize(output);
      gumbo_destroy_output(&options, output);
    }
  }
  count_bytes(state);
}

BENCHMARK(ours)->Name("parse/ours")->Unit(benchmark::kMillisecond);
BENCHMARK(gumbo_alone)->Name("parse/Gumbo without a Document")->Unit(benchmark::kMillisecond);

}  // namespace
