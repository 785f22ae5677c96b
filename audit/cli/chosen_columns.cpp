// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/chosen_columns.h"

#include <fmt/format.h>

namespace wza::audit {

Result<gis::ChosenColumns> chosen_columns(std::vector<std::string> const &words) {
  gis::ChosenColumns out;
  for (std::string const &word : words) {
    std::size_t const equals = word.find('=');
    if (equals == 0 || equals == std::string::npos) {
      return Problem{
          .code = ProblemCode::usage,
          .where = {},
          .field = "--column",
          .row = std::nullopt,
          .reason = {fmt::format("“{}”不是“字段=列名”的形式。", word),
                     fmt::format("\"{}\" is not FIELD=HEADER.", word)},
          .remedy = {"例如 --column code=区划代码。", "For example --column code=区划代码."}};
    }
    out[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return out;
}

}  // namespace wza::audit
