// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/usage.h"

#include <string>
#include <utility>

namespace wza::audit {

Problem wrong_usage(std::string_view field, Text reason, Text remedy) {
  return {.code = ProblemCode::usage,
          .where = {},
          .field = std::string(field),
          .row = std::nullopt,
          .reason = std::move(reason),
          .remedy = std::move(remedy)};
}

}  // namespace wza::audit
