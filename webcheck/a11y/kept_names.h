// SPDX-License-Identifier: Apache-2.0
// The names of a page that were asked for: a dozen rules ask for the name of the same link.
#pragma once

#include "webcheck/a11y/name.h"

#include <mutex>
#include <unordered_map>

namespace wza::web {

struct A11yTree::KeptNames {
  std::mutex lock;
  std::unordered_map<std::uint32_t, Name> by_node;
};

}  // namespace wza::web
