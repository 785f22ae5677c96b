// SPDX-License-Identifier: Apache-2.0
// The table of districts as it may be published: counts of homes are of people.
#pragma once

#include "db/store/overview.h"
#include "gis/retrofit/publishing.h"

namespace wza::gis {

/// Counts the homes of every row and promise by the day of `publishing`, the last end of a year
/// before that of the overview, and hides those accepted
/// and those that a plan counts, where they are below its threshold or what could tell such a
/// count: by subtraction within the table, beside the published table of a plan (a district that it
/// hides is hidden here), or in a promise, whose years have to be shown by that table one by one.
/// False where some count could not be protected.
bool hide_small_homes(Tracker &tracker, Overview &overview, Publishing const &publishing);

}  // namespace wza::gis
