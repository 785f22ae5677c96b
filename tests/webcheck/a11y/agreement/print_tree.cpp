// SPDX-License-Identifier: Apache-2.0
// Prints role and name of each element of a page, one a line, for compare.mjs: tag, role, whether
// it is in the accessibility tree, whether it has a name, the name. Linked style sheets count as
// failed to load.
#include "webcheck/a11y/name.h"
#include "webcheck/a11y/tree.h"
#include "webcheck/check.h"
#include "webcheck/css/cascade.h"
#include "webcheck/page.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace {

using namespace wza;
using namespace wza::web;

std::string_view word(Trilean value) {
  return value.is_unknown() ? "?" : value.is_true() ? "yes" : "no";
}

ComputedStyles styles_of(Document const &document) {
  StyleInputs inputs = collect_sheets(document, Viewport{});
  for (StyleSheetInput &sheet : inputs.sheets) {
    if (sheet.state == SheetState::not_tried) sheet.state = SheetState::failed;
    if (sheet.sheet) {
      StyleSheetInput missing;
      missing.state = SheetState::failed;
      sheet.imports.assign(sheet.sheet->imports().size(), missing);
    }
  }
  return compute_styles(document, inputs);
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 2) {
    std::fputs("usage: print_tree PAGE.html\n", stderr);
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::string const bytes((std::istreambuf_iterator<char>(file)), {});
  PageBytes input;
  input.url = argv[1];
  input.bytes = bytes;
  auto opened = open_page(input);
  if (!opened) return 4;
  ComputedStyles styles = styles_of(opened->document);
  Page const page(argv[1], std::move(opened->document), std::move(styles));
  A11yTree const &tree = page.a11y();
  for (NodeId const n : page.dom().elements()) {
    web::Name const name = accessible_name(tree, n);
    fmt::print("{}\t{}\t{}\t{}\t{}\n", page.dom().tag_name(n), info(tree.role(n)).name,
               word(tree.included(n)), word(name.present), name.text);
  }
}
