// SPDX-License-Identifier: Apache-2.0
// What the fuzz targets share: a property that does not hold ends the process, so that libFuzzer
// keeps the input.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace wza::fuzz {

inline void demand(bool holds, char const *property, std::string_view what = {}) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s: %.*s\n", property, static_cast<int>(what.size()),
               what.data());
  std::abort();
}

inline std::string_view text_of(std::uint8_t const *data, std::size_t size) {
  return {reinterpret_cast<char const *>(data), size};
}

/// The parts before and behind the first `separator`; the second is empty without one.
struct Halves {
  std::string_view first, second;
};
inline Halves halves(std::string_view text, char separator) {
  std::size_t const at = text.find(separator);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace wza::fuzz
