// SPDX-License-Identifier: Apache-2.0
// A page that gave no result: not reached, over its budget, or no page at all.
#pragma once

#include "db/base/error.h"

#include <optional>
#include <string>

namespace wza::web {

struct RefusedPage {
  std::string url;
  std::optional<int> status;  ///< HTTP status; nothing where no answer came
  Problem problem;
};

}  // namespace wza::web
