// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/hostile_pages.h"

#include <array>
#include <vector>

namespace wza::test {

std::string repeated(std::size_t times, std::string_view part) {
  std::string out;
  out.reserve(times * part.size());
  for (std::size_t i = 0; i < times; ++i)
    out += part;
  return out;
}

std::string numbered(std::size_t times, std::string_view pattern) {
  std::string out;
  out.reserve(times * (pattern.size() + 6));
  for (std::size_t i = 0; i < times; ++i) {
    std::string const here = std::to_string(i), next = std::to_string(i + 1);
    for (char const c : pattern) {
      if (c == '#') {
        out += here;
      } else if (c == '@') {
        out += next;
      } else {
        out += c;
      }
    }
  }
  return out;
}

std::span<HostilePage const> hostile_pages() {
  static std::vector<HostilePage> const all = [] {
    std::vector<HostilePage> made;
    for (auto const kind : {hostile_markup(), hostile_styles(), hostile_semantics()})
      made.insert(made.end(), kind.begin(), kind.end());
    return made;
  }();
  return all;
}

}  // namespace wza::test
