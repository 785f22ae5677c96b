// SPDX-License-Identifier: Apache-2.0
// A page of ours as PDF, by the Chromium that is installed. It sees one file that we made, with no
// script in it, in a profile of its own that goes with it.
#pragma once

#include "db/base/error.h"

#include <filesystem>
#include <string>

namespace wza::audit {

/// Writes `html` as PDF to `path`, which appears when it is complete. A Problem where there is no
/// Chromium (in $WZA_CHROMIUM, else chromium, chromium-browser or google-chrome in $PATH) or it
/// does not print within a minute.
Result<Done> print_pdf(std::string const &html, std::filesystem::path const &path);

}  // namespace wza::audit
