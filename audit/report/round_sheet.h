// SPDX-License-Identifier: Apache-2.0
// The route of a round on paper: its places in the order of a walk, with room for the time and a
// signature at each. One self-contained page of HTML for A4.
#pragma once

#include "db/base/text.h"
#include "db/store/round_progress.h"

#include <string>

namespace wza::audit {

std::string round_sheet_html(RoundStanding const &standing, Lang lang);

}  // namespace wza::audit
