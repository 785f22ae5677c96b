// SPDX-License-Identifier: Apache-2.0
// Who lives in the home of a row: what is sealed, and that it stands nowhere else in the row.
#pragma once

#include "db/model/certificate.h"
#include "gis/retrofit/household_row.h"

#include <optional>

namespace wza::gis {

/// Reads name, telephone, address, guardian, note and number of the person into `out`; the
/// certificate where the row has one. A Problem where the home cannot be told from others, a number
/// is wrong or lost its last digits, or a column that is not sealed names the person or holds a
/// number. `today`: nobody was born after it.
Result<std::optional<Certificate>> read_person(Table const &table, Columns const &columns,
                                               Row const &row, LocalDate today, HouseholdRow &out);

}  // namespace wza::gis
