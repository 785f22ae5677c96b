// SPDX-License-Identifier: Apache-2.0
// Addresses without end: calendars, facets, relative links that grow at each step. The kinds of
// bounds are those that Heritrix has found useful.
#pragma once

#include "webcheck/url/url.h"

#include <cstddef>
#include <string>
#include <unordered_map>

namespace wza::web {

class TrapGuard {
 public:
  static constexpr std::size_t kMaxUrlBytes = 2048;
  static constexpr std::size_t kMaxSegments = 20;
  static constexpr std::size_t kMaxRepetitions = 3;  ///< of one path segment
  static constexpr std::size_t kMaxVariants = 200;   ///< queries of one path

  /// True if `url` looks endless. Counts: each address is to be asked about once.
  bool is_trap(Url const &url);

 private:
  std::unordered_map<std::string, std::size_t> m_variants;  ///< by origin and path
};

}  // namespace wza::web
