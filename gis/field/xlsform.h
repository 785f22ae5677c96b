// SPDX-License-Identifier: Apache-2.0
// The inspection form as an XLSForm (xlsform.org), for offices that collect with ODK or KoBo: the
// same items under the same numbers, each named after its criterion, so that what comes back is
// known again. One submission is one component of each kind; for a second ramp, submit again.
#pragma once

#include "db/base/clock.h"
#include "gis/field/form.h"

#include <string>

namespace wza::gis {

/// The workbook (sheets survey, choices, settings) as bytes, in Chinese and English.
std::string xlsform_bytes(Form const &form, UtcTime made);

}  // namespace wza::gis
