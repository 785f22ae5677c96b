// SPDX-License-Identifier: Apache-2.0
// An earlier result, against which new findings are told from known ones by their identity
// (finding_words.h), so that neither a shifted line nor a longer list makes an old fault new.
#pragma once

#include "db/base/error.h"
#include "webcheck/check.h"

#include <set>
#include <string>
#include <string_view>

namespace wza::web {

class Baseline {
 public:
  /// Reads what `wza check --format json` or `--format sarif` has written. A Problem names the line
  /// of what is neither.
  static Result<Baseline> parse(std::string_view name, std::string_view content);

  /// Says of each failed finding whether it is new. What could not be decided is neither.
  void apply(PageResult &page) const;

 private:
  std::set<std::string, std::less<>> m_known;
};

}  // namespace wza::web
