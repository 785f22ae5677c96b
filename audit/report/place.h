// SPDX-License-Identifier: Apache-2.0
// How papers say where a place is.
#pragma once

#include "db/base/text.h"
#include "db/model/facility.h"

#include <string>

namespace wza::audit {

/// "104.123456, 30.123456": longitude and latitude in CGCS2000, to a tenth of a metre; of a place
/// without a position how exactly it is known.
std::string position_words(Facility const &facility, Lang lang);

}  // namespace wza::audit
