// SPDX-License-Identifier: Apache-2.0
// The table of districts as it may be published: counts of homes are of people.
#pragma once

#include "db/store/overview.h"

#include <cstdint>

namespace wza::gis {

/// Hides in every row the homes accepted and those that a plan counts, where they are below
/// `threshold` or what could tell such a count: by subtraction within the table, beside the
/// published table of a plan (a district that it hides is hidden here), or in a promise, whose
/// years have to be shown by that table one by one. False where some count could not be protected.
bool hide_small_homes(Tracker &tracker, Overview &overview, std::int64_t threshold);

}  // namespace wza::gis
