// SPDX-License-Identifier: Apache-2.0
// How far tested pages meet a standard, clause by clause, in the sense of WCAG-EM 1.0, step 4: it
// claims no more than was tested. A clause is passed only where our rules decide the whole of it
// and all of them passed on each page; it does not apply only where they are sure of that.
#pragma once

#include "db/base/enum_names.h"
#include "webcheck/check.h"
#include "webcheck/standards/clause_notes.h"
#include "webcheck/standards/standard.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace wza::web {

enum class Conformity : std::uint8_t {
  failed,
  needs_person,  ///< not all of it was tested, or a test could not tell
  passed,
  does_not_apply,
};

}  // namespace wza::web

template <>
struct wza::Names<wza::web::Conformity> {
  static constexpr std::array kAll{
      Name{web::Conformity::failed, "failed", "不符合", "Not met"},
      Name{web::Conformity::needs_person, "needs_person", "需人工检查", "Needs a person"},
      Name{web::Conformity::passed, "passed", "符合", "Met"},
      Name{web::Conformity::does_not_apply, "does_not_apply", "不适用", "Does not apply"},
  };
};
static_assert(wza::covers(wza::web::Conformity::does_not_apply));

namespace wza::web {

struct ConformanceItem {
  Clause const *clause = nullptr;
  Conformity state{};
  Cover cover = Cover::person;
  std::vector<Rule const *> failed_rules;  ///< of this clause, in the order of their ids
  std::uint32_t failures = 0;              ///< elements that failed, on all pages
  /// What is left for a person to answer, or why no page test can; empty where nothing is.
  TextView note{};
};

struct Conformance {
  Standard standard{};
  std::uint32_t pages = 0;  ///< that were tested
  std::vector<ConformanceItem> items;

  std::uint32_t count(Conformity state) const;
};

/// Of all `pages` together: one failure anywhere and the clause is not met.
Conformance conformance_of(Standard standard, std::span<PageResult const> pages);

/// The tables that show a standard: itself; of `all` one of each norm at its highest level.
std::span<Standard const> tables_of(Standard standard);

}  // namespace wza::web
