// SPDX-License-Identifier: Apache-2.0
// What the whole check of a page costs on top of its parse. Gumbo alone is the yardstick, measured
// in the same run on the same bytes; the CPU time of a page is the least of several runs.
#include "tests/bench/pages.h"
#include "tests/bench/reports.h"
#include "webcheck/check.h"
#include "webcheck/css/cascade.h"
#include "webcheck/page.h"

#include <gumbo.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace wza::bench {
namespace {

using namespace wza::web;
using std::chrono::nanoseconds;

constexpr int kRuns = 3;
constexpr char const *kFramework = "wza-bench/framework.css";

/// Each sheet that the page links, as tried in vain but for the framework.
std::vector<LinkedSheet> sheets_of(OpenedPage const &page) {
  static auto const kShared = std::make_shared<SheetText const>(framework_sheet());
  std::vector<LinkedSheet> sheets;
  for (std::string const &href : page.links.stylesheets) {
    sheets.push_back({href, href == kFramework ? kShared : nullptr});
  }
  return sheets;
}

nanoseconds cpu_of_gumbo(std::string const &html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  return least_cpu(kRuns, [&] {
    GumboOutput *output = gumbo_parse_with_options(&options, html.data(), html.size());
    gumbo_destroy_output(&options, output);
  });
}

nanoseconds cpu_of_check(NamedPage const &page) {
  return least_cpu(kRuns, [&] {
    Result<OpenedPage> opened = open_page({page.name, page.html, {}, {}});
    if (!opened) return;
    std::vector<LinkedSheet> const sheets = sheets_of(*opened);
    PageResult const result = check_page(*std::move(opened), sheets);
    if (result.rules.empty()) std::puts("no rules");
  });
}

struct Cost {
  std::string name;
  double gumbo, ours;
  double ratio() const { return ours / gumbo; }
};

void print_ratios(char const *what, double bar, std::vector<Cost> costs) {
  double gumbo = 0, ours = 0;
  for (Cost const &cost : costs) {
    gumbo += cost.gumbo;
    ours += cost.ours;
  }
  std::sort(costs.begin(), costs.end(),
            [](Cost const &a, Cost const &b) { return a.ratio() < b.ratio(); });
  std::printf("\n%s: %zu pages, check %.1f ms, Gumbo %.1f ms\n", what, costs.size(), ours, gumbo);
  std::printf("  ratio %.2f (bar %.1f), median page %.2f\n", ours / gumbo, bar,
              costs[costs.size() / 2].ratio());
  for (std::size_t i = 0; i < std::min<std::size_t>(5, costs.size()); ++i) {
    Cost const &cost = costs[costs.size() - 1 - i];
    std::printf("  worst: %6.2f  %8.2f ms of %8.2f ms  %s\n", cost.ratio(), cost.ours, cost.gumbo,
                cost.name.c_str());
  }
}

// --- where the time goes

struct Phases {
  std::map<std::string, nanoseconds> all;
  std::map<std::string, nanoseconds> rules;

  template <class F>
  auto time(std::string const &what, F &&call) {
    auto const begin = thread_cpu();
    auto result = call();
    all[what] += thread_cpu() - begin;
    return result;
  }
};

void add_phases(NamedPage const &page, Phases &phases) {
  phases.all["0 Gumbo alone"] += cpu_of_gumbo(page.html);
  auto opened = phases.time("1 open (decode, parse, flatten)", [&] {
    return open_page({page.name, page.html, {}, {}});
  });
  if (!opened) return;
  StyleInputs inputs = phases.time("2 parse sheets", [&] {
    StyleInputs made = collect_sheets(opened->document);
    for (StyleSheetInput &input : made.sheets) {
      if (input.state != SheetState::not_tried) continue;
      input.state = input.href == kFramework ? SheetState::loaded : SheetState::failed;
      if (input.href == kFramework) {
        input.sheet = css::StyleSheet::parse(framework_sheet(), style_mode(opened->document));
      }
    }
    return made;
  });
  ComputedStyles styles =
      phases.time("3 cascade", [&] { return compute_styles(opened->document, inputs); });
  auto turned = phases.time("4 turned cascade", [&] {
    return compute_turned_styles(opened->document, std::move(inputs));
  });
  Page const made = phases.time("5 accessibility tree", [&] {
    return Page(page.name, std::move(opened->document), std::move(styles), std::move(turned));
  });
  for (Rule const *const rule : all_rules()) {
    auto const begin = thread_cpu();
    run_rules(made, std::span(&rule, 1));
    auto const took = thread_cpu() - begin;
    phases.rules[std::string(rule->id)] += took;
    phases.all["6 rules"] += took;
  }
  Result<OpenedPage> again = open_page({page.name, page.html, {}, {}});
  std::vector<LinkedSheet> const sheets = sheets_of(*again);
  phases.time("7 whole check_page", [&] { return check_page(*std::move(again), sheets); });
}

void print_phases(char const *what, std::span<NamedPage const> pages) {
  Phases phases;
  for (NamedPage const &page : pages)
    add_phases(page, phases);
  std::printf("\nwhere the time goes, %s (one run, ms)\n", what);
  for (auto const &[phase, time] : phases.all)
    std::printf("  %-34s %9.1f\n", phase.c_str(), milliseconds(time));
  std::vector<std::pair<nanoseconds, std::string>> rules;
  for (auto const &[rule, time] : phases.rules)
    rules.emplace_back(time, rule);
  std::sort(rules.rbegin(), rules.rend());
  for (std::size_t i = 0; i < std::min<std::size_t>(25, rules.size()); ++i) {
    std::printf("    %-40s %9.2f\n", rules[i].second.c_str(), milliseconds(rules[i].first));
  }
}

}  // namespace

nanoseconds thread_cpu() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

void report_check() {
  std::vector<NamedPage> linked = pages();
  std::vector<Cost> inline_costs, linked_costs;
  for (NamedPage &page : linked) {
    double const gumbo = milliseconds(cpu_of_gumbo(page.html));
    inline_costs.push_back({page.name, gumbo, milliseconds(cpu_of_check(page))});
    page.html = with_sheet(page.html, kFramework);
    linked_costs.push_back({page.name, gumbo, milliseconds(cpu_of_check(page))});
  }
  std::printf("framework sheet: %zu kB\n", framework_sheet().size() / 1000);
  print_ratios("inline sheets", 2.0, std::move(inline_costs));
  print_ratios("with a linked framework sheet", 3.0, std::move(linked_costs));
  print_phases("inline sheets", pages());
  print_phases("with the framework sheet", linked);
}

}  // namespace wza::bench
