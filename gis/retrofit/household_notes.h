// SPDX-License-Identifier: Apache-2.0
// What people should know of an import of homes beside its numbers, with the rows it is about.
#pragma once

#include "db/model/retrofit.h"
#include "gis/field/import_report.h"

#include <cstdint>
#include <vector>

namespace wza::gis {

struct HouseholdNotes {
  /// A row that tells an older state than what is recorded.
  struct Behind {
    std::int64_t row;
    RetrofitState told, known;
  };
  struct OverCeiling {
    std::int64_t row;
    Text amounts;  ///< a sentence
  };

  std::vector<Behind> behind;
  std::vector<OverCeiling> over_ceiling;
  std::vector<std::int64_t> undated, unproved;  ///< accepted, without a day or without papers
  std::vector<std::int64_t> elsewhere, on_border, differ, namesakes;
  std::vector<std::int64_t> grounds, money_sources, items;  ///< words that were sealed

  void add_to(ImportReport &report) const;
};

}  // namespace wza::gis
