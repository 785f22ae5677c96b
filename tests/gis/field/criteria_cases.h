// SPDX-License-Identifier: Apache-2.0
// The examples of tests/gis/field/criteria/*.cases; README.md there tells the format.
#pragma once

#include "db/model/outcome.h"
#include "gis/field/context.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

struct CriterionCase {
  std::string file;
  int line = 0;
  CriterionId criterion;
  Outcome expected{};
  std::string value;  ///< empty: not measured
  std::optional<std::string> margin;
  std::string when;  ///< the circumstances as they are written
  Circumstances at;
};

/// All examples, by file and line. What cannot be read fails the test.
std::vector<CriterionCase> criterion_cases(Tracker &tracker);

}  // namespace wza::gis
