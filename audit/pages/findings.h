// SPDX-License-Identifier: Apache-2.0
// The list of findings: filters in the address, a page of rows, and the way to each.
#pragma once

#include "audit/http/router.h"
#include "db/model/district.h"
#include "db/store/facets.h"
#include "db/store/findings.h"

#include <functional>
#include <string>
#include <vector>

namespace wza::audit {

/// What the address asks for: filters and the page of the list, from 1.
struct FindingQuery {
  FindingFilter filter;
  int page = 1;

  static FindingQuery of(Query const &query);
};

inline constexpr int kFindingsPerPage = 50;

/// One page of the list with all that it takes to draw it.
struct FindingList {
  std::vector<Finding> rows;
  int count = 0;  ///< of all pages
  std::vector<District> districts;
  std::vector<RuleInUse> rules;
  std::function<Text(FindingKind, RuleId const &)> title;  ///< of a rule
  std::function<std::string(FindingKind, std::string const &)> subject_name;
};

std::string findings_html(FindingList const &list, FindingQuery const &asked, PageCall const &call);

}  // namespace wza::audit
