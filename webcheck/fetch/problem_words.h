// SPDX-License-Identifier: Apache-2.0
// What the problems of fetching have in common.
#pragma once

#include "db/base/error.h"

#include <string>
#include <utility>

namespace wza::web {

inline Problem fetch_problem(ProblemCode code, std::string const &where, Text reason, Text remedy) {
  Problem out;
  out.code = code;
  out.where = where;
  out.reason = std::move(reason);
  out.remedy = std::move(remedy);
  return out;
}

inline Text tell_operator() {
  return {"请把此问题告知网站管理单位。", "Report this to whoever runs the site."};
}

}  // namespace wza::web
