// SPDX-License-Identifier: Apache-2.0
// Prints what the cascade computes for each element of a page, one a line, in the notation of
// getComputedStyle(), for compare.mjs. Linked style sheets count as failed to load.
#include "webcheck/check.h"
#include "webcheck/css/cascade.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace wza;
using namespace wza::web;

std::string color_text(Known<Rgba> const &color) {
  if (!color.is_known()) return "?";
  Rgba const c = color.value();
  if (c.alpha >= 1) return fmt::format("rgb({}, {}, {})", c.red, c.green, c.blue);
  return fmt::format("rgba({}, {}, {}, {:.3g})", c.red, c.green, c.blue, c.alpha);
}

std::string visibility_text(Known<Visibility> const &visibility) {
  if (!visibility.is_known()) return "?";
  switch (visibility.value()) {
    case Visibility::visible:
      return "visible";
    case Visibility::hidden:
      return "hidden";
    case Visibility::collapse:
      return "collapse";
  }
  return "?";
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 2) {
    std::fputs("usage: print_styles PAGE.html\n", stderr);
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), {});
  PageBytes input;
  input.url = argv[1];
  input.bytes = bytes;
  auto opened = open_page(input);
  if (!opened) return 4;
  Document const &document = opened->document;
  Viewport viewport;
  viewport.scripting = Scripting::none;
  using Clock = std::chrono::steady_clock;
  auto const start = Clock::now();
  StyleInputs inputs = collect_sheets(document, viewport);
  for (StyleSheetInput &sheet : inputs.sheets) {
    if (sheet.state == SheetState::not_tried) sheet.state = SheetState::failed;
    if (sheet.sheet) {
      StyleSheetInput missing;
      missing.state = SheetState::failed;
      sheet.imports.assign(sheet.sheet->imports().size(), missing);
    }
  }
  auto const parsed = Clock::now();
  ComputedStyles const styles = compute_styles(document, inputs);
  auto const done = Clock::now();
  auto ms = [](auto d) { return std::chrono::duration<double, std::milli>(d).count(); };
  fmt::print(stderr, "{:.3f}\t{:.3f}\n", ms(parsed - start), ms(done - parsed));
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    NodeId const n{i};
    if (!document.is_element(n)) continue;
    ComputedStyle const &s = styles[n];
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", document.tag_name(n),
               !s.display.is_known()                ? "?"
               : s.display.value() == Display::none ? "none"
                                                    : "shown",
               visibility_text(s.visibility), color_text(s.color), color_text(s.background_color),
               s.font_size.is_known() ? fmt::format("{:.2f}", s.font_size.value()) : "?");
  }
}
