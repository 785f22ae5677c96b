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

Problem no_district(std::string_view field, std::string_view code) {
  return {
      .code = ProblemCode::not_found,
      .where = std::string(code),
      .field = std::string(field),
      .row = std::nullopt,
      .reason = {"跟踪库里没有这个行政区划。", "The tracker has no such district."},
      .remedy = {"请核对代码，wza report districts --format csv 列出所有代码；或先运行 wza import "
                 "districts。",
                 "Check the code, wza report districts --format csv lists them all; or run wza "
                 "import districts first."}};
}

}  // namespace wza::audit
