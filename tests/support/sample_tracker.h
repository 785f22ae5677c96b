// SPDX-License-Identifier: Apache-2.0
// A small tracker with something of everything in it, for tests of pages, reports and commands. All
// of it is invented but the county's code and its plan, which the reference data have.
#pragma once

#include "db/store/tracker.h"

namespace wza {

/// Fills a new tracker: a county with two towns, three facilities (two inspected, one of them
/// failing), one web site with two findings, two accepted homes.
void fill_sample(Tracker &tracker);

/// The districts of the sample.
inline constexpr char const *kSampleCounty = "441821";
inline constexpr char const *kSampleTown = "441821901";

}  // namespace wza
