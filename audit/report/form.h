// SPDX-License-Identifier: Apache-2.0
// The inspection form of a type of place, on paper: one self-contained page of HTML for A4.
#pragma once

#include "db/base/error.h"
#include "db/base/text.h"
#include "db/model/criterion.h"
#include "db/store/tracker.h"
#include "gis/field/form.h"

#include <optional>
#include <string>
#include <string_view>

namespace wza::audit {

/// `place` is the code or the name of a type of place. A Problem where there is none of that name,
/// which names them all, or nothing to inspect.
Result<gis::Form> form_for(Tracker &tracker, std::string_view place,
                           std::optional<AppliesTo> build);

std::string form_html(gis::Form const &form, Lang lang);

}  // namespace wza::audit
