// SPDX-License-Identifier: Apache-2.0
// The pages that the benchmarks measure, and a style sheet as big as those of common frameworks.
#pragma once

#include <string>
#include <vector>

namespace wza::bench {

struct NamedPage {
  std::string name;
  std::string html;
};

/// The *.html of the folder $WZA_BENCH_PAGES, by name; else the pages of the demo site in
/// tests/data, portal() and a news list of our own making.
std::vector<NamedPage> const &pages();

/// A page of our own in the manner of a county's portal, with something for most rules.
NamedPage portal();

/// The page with what stands in its body so many times.
std::string with_copies_of_body(std::string const &html, int copies);

/// Some 6,000 rules in 200 kB, in the proportions of a usual framework: resets, a grid, components
/// with states, utilities repeated at each breakpoint, custom properties.
std::string const &framework_sheet();

/// The page with `<link rel=stylesheet href=HREF>` at the beginning of its head.
std::string with_sheet(std::string const &html, std::string const &href);

}  // namespace wza::bench
