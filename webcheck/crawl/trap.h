// SPDX-License-Identifier: Apache-2.0
// Addresses that are too long or too repetitive to be meant: relative links that grow at each step.
// The bounds are those that Heritrix has found useful. What only the pages themselves tell is
// learned (trap_learner.h).
#pragma once

#include "webcheck/url/url.h"

#include <cstddef>

namespace wza::web {

inline constexpr std::size_t kMaxUrlBytes = 2048;
inline constexpr std::size_t kMaxSegments = 20;
inline constexpr std::size_t kMaxRepetitions = 3;  ///< of one path segment

/// True if the text of the address alone says that it has grown without end.
bool is_overgrown(Url const &url);

}  // namespace wza::web
