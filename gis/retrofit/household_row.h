// SPDX-License-Identifier: Apache-2.0
// One row of a table of homes, taken apart: what is personal, and what may be counted.
#pragma once

#include "db/model/household.h"
#include "db/model/retrofit.h"
#include "db/store/private_store.h"
#include "db/store/retrofits.h"
#include "gis/io/columns.h"
#include "gis/io/table.h"

#include <optional>
#include <string>

namespace wza::gis {

std::vector<FieldWords> household_fields();

/// What stands in a row, before its district is known.
struct HouseholdRow {
  Secret identity;  ///< what the household is known again by
  PrivateRecord personal;
  /// What the person and the place are found again by in other programmes and years; empty where
  /// the row does not tell.
  Secret person, place;
  Household household;   ///< without pseudonym and district
  Retrofit retrofit;     ///< likewise
  bool undated = false;  ///< accepted, and nobody said when
};

/// Reads everything but the place. Problems name field and row, never the cell.
Result<HouseholdRow> read_household(Table const &table, Columns const &columns, Row const &row,
                                    std::string const &programme, RetrofitStore &store);

}  // namespace wza::gis
