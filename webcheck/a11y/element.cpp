// SPDX-License-Identifier: Apache-2.0
#include "webcheck/a11y/element.h"

#include <algorithm>
#include <array>

namespace wza::web {
namespace {

constexpr HtmlElement kUnknown{};

auto make_index() {
  std::array<HtmlElement const *, atom::n_count> index{};
  index.fill(&kUnknown);
  for (HtmlElement const &row : all_html_elements()) {
    auto const name = std::ranges::find(kKnownNames, row.tag);
    if (name != kKnownNames.end()) {
      index[static_cast<std::size_t>(name - kKnownNames.begin())] = &row;
    }
  }
  return index;
}

}  // namespace

HtmlElement const &html_element(Atom tag) {
  static auto const kIndex = make_index();
  return tag.value < kIndex.size() ? *kIndex[tag.value] : kUnknown;
}

}  // namespace wza::web
