// SPDX-License-Identifier: Apache-2.0
// Whom a fault hurts: the users behind a success criterion, after the functional performance
// statements of EN 301 549 V3.2.1 (clause 4.2 and Annex B), in our own grouping of seven.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/rule.h"

#include <string_view>
#include <vector>

template <>
struct wza::Names<wza::web::People> {
  static constexpr std::array kAll{
      Name{web::People::blind, "blind", "盲人", "blind people"},
      Name{web::People::low_vision, "low_vision", "低视力者和老年人", "people with low vision"},
      Name{web::People::colour, "colour", "色觉障碍者", "people who cannot tell colours apart"},
      Name{web::People::deaf, "deaf", "听障者", "deaf and hard of hearing people"},
      Name{web::People::motor, "motor", "肢体障碍者和键盘用户", "people who cannot use a mouse"},
      Name{web::People::seizures, "seizures", "光敏性癫痫患者",
           "people with photosensitive seizures"},
      Name{web::People::cognitive, "cognitive", "认知障碍者和读写困难者",
           "people with cognitive or reading disabilities"},
  };
};
static_assert(wza::covers(wza::web::People::cognitive));

namespace wza::web {

/// Those whom the rule names, else those whom its clauses protect; in the order of the enumeration.
std::vector<People> people_of(Rule const &rule);

/// Those whom a success criterion of WCAG 2.2 protects.
std::vector<People> people_of_criterion(std::string_view sc);

}  // namespace wza::web
