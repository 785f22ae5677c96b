// SPDX-License-Identifier: Apache-2.0
// The main table: per district, what was inspected and is wrong with facilities, how many homes
// were retrofitted against the plan, and what is wrong with the web sites. One query layer for the
// page, the terminal and JSON alike.
#pragma once

#include "db/base/ids.h"
#include "db/model/district.h"
#include "db/model/outcome.h"
#include "db/model/plan.h"
#include "db/store/tracker.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza {

/// Open findings, by Severity.
struct SeverityCounts {
  std::array<std::int64_t, Names<Severity>::kAll.size()> by_severity{};
  std::int64_t total() const;
  std::int64_t &operator[](Severity s) { return by_severity[static_cast<std::size_t>(s)]; }
  std::int64_t operator[](Severity s) const { return by_severity[static_cast<std::size_t>(s)]; }
};

/// What a plan promises about homes, and how far it is kept (view v_progress).
struct PlanTarget {
  DistrictCode district;
  Text plan;       ///< title
  Text indicator;  ///< as the plan counts it
  Nature nature{};
  PlanStatus status{};
  int from_year = 0, year = 0;
  double target = 0;
  std::string unit;  ///< "户" homes, or "%" of the homes in need
  /// Homes accepted from `from_year` to `year`; nothing where that is hidden for publishing.
  std::optional<std::int64_t> accepted;
  std::optional<double> rate;  ///< accepted / target, or accepted / homes in need; 1 is all
  std::string quote;           ///< the plan's own words
};

struct OverviewRow {
  DistrictCode code;  ///< empty for the total and for what has no district
  std::string name;
  DistrictLevel level{};
  int depth = 0;  ///< 0 for a district without a parent in the tracker
  std::int64_t facilities = 0;
  std::int64_t inspected = 0;      ///< facilities that an inspector was let into at least once
  std::int64_t with_failures = 0;  ///< facilities with at least one open finding
  SeverityCounts facility_findings;
  /// In all years; nothing where that is hidden for publishing.
  std::optional<std::int64_t> homes_accepted = 0;
  std::optional<PlanTarget>
      homes;  ///< the promise of the latest year; nothing where no plan has one
  std::int64_t sites = 0;
  std::int64_t pages_tested = 0;
  SeverityCounts web_findings;

  bool empty() const { return facilities == 0 && homes_accepted == 0 && sites == 0; }
};

/// Where the boundaries come from.
struct BoundarySource {
  std::string source;
  std::string date;  ///< as it was given with the file; may be empty
  std::int64_t districts = 0;
};

struct Overview {
  /// Every district, parents before their children; a district's numbers include its children's.
  std::vector<OverviewRow> rows;
  /// What is said to belong to no district: sites that were crawled without one.
  OverviewRow unplaced;
  /// Everything in the tracker, each thing once.
  OverviewRow total;
  std::vector<PlanTarget> targets;
  std::vector<BoundarySource> boundaries;
  UtcTime as_of;
  /// For publishing: counts of homes below this are hidden, with what protects them; 0: none.
  std::int64_t threshold = 0;
};

/// Reads the table as it stands now.
Overview overview(Tracker &tracker);

}  // namespace wza
