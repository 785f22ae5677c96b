// SPDX-License-Identifier: Apache-2.0
// Criteria that an office adds: of a local standard, or stricter than the shipped ones.
#pragma once

#include "db/base/error.h"
#include "db/model/criterion.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

namespace wza {

/// Stores the criterion as the office's own, or what changed in it. A standard that the tracker
/// does not know is added with the criterion's in_force_from. A Problem, field `id`, where a
/// criterion of the program has that id: those are never changed. Inside the caller's transaction.
Result<StoreChange> put_local_criterion(Tracker &tracker, Criterion const &criterion);

}  // namespace wza
