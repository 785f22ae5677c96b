// SPDX-License-Identifier: Apache-2.0
// From the words of the command line to an exit code: language, global options, the command, and
// the one place where what went wrong becomes a sentence and a number.
#pragma once

#include "db/base/error.h"

#include <ostream>
#include <string>
#include <vector>

namespace wza::audit {

/// Runs `wza WORDS…`. `err_is_terminal` tells whether colour and progress make sense.
ExitCode enter(std::vector<std::string> const &words, std::ostream &out, std::ostream &err,
               bool err_is_terminal);

}  // namespace wza::audit
