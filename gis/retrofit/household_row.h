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
  Secret identity;       ///< what the household is known again by
  bool by_name = false;  ///< which is name and address, for want of a number
  PrivateRecord personal;
  /// What the person and the place are found again by in other programmes and years; empty where
  /// the row does not tell.
  Secret person, place;
  Household household;   ///< without pseudonym and district
  Retrofit retrofit;     ///< likewise
  bool undated = false;  ///< accepted, and nobody said when
};

/// What reading a row leans on.
struct RowContext {
  RetrofitStore &store;
  std::string programme;  ///< where no column names one
  LocalDate today;        ///< nothing was done after it
};

/// Reads everything but the place. Problems name field and row, never the cell.
Result<HouseholdRow> read_household(Table const &table, Columns const &columns, Row const &row,
                                    RowContext const &about);

}  // namespace wza::gis
