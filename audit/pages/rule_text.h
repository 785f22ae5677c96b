// SPDX-License-Identifier: Apache-2.0
// What people read about a rule, whichever wing it comes from.
#pragma once

#include "db/base/text.h"
#include "db/model/finding.h"
#include "db/store/tracker.h"

namespace wza::audit {

struct RuleText {
  Text title;
  Text demand;  ///< what the clause of a criterion asks; empty for web rules
  Text help;    ///< why it hurts and how to mend it; may be empty
};

/// The words of a web rule or a facility criterion; its id where neither knows it any more.
RuleText rule_text(Tracker &tracker, FindingKind kind, RuleId const &rule);

}  // namespace wza::audit
