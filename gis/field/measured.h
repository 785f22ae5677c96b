// SPDX-License-Identifier: Apache-2.0
// A measured number with the unit that was stated for it. Where a table does not say which unit is
// meant, or 1:n or percent, the number is not guessed: it is refused with the question that is
// open.
#pragma once

#include "db/base/error.h"
#include "db/model/criterion.h"

#include <string_view>

namespace wza::gis {

/// Whether the criterion limits how steep something is: a ratio with an upper limit. One with a
/// lower limit is a share of a total.
bool is_slope(Criterion const &criterion);

/// Reads the value of a criterion that is measured. `unit` is what stands beside the value, in a
/// column or a header; empty where nothing does. A number alone is in the criterion's own unit,
/// unless another unit that people use brings it nearer to the limit. Slopes are taken up or down
/// alike, so −1:8 is 1:8.
///
/// A Problem (its field "value" or "unit"; where and row are left to the caller) where it is no
/// number of the right kind; is negative where the limit is no difference, or no whole number of
/// pieces; or its unit is in doubt:
///  - a slope that is a number alone (1:8.33 or 8.33 %?), or below 1 beside "%" (a cell of 12.5 %
///    is kept as 0.125), or the same of a share (2 pieces or 2 %?);
///  - a value more than 50 times beyond the limit, or 500 times where its unit stands with it.
Result<Quantity> read_measured(Criterion const &criterion, std::string_view value,
                               std::string_view unit);

}  // namespace wza::gis
