// SPDX-License-Identifier: Apache-2.0
// A command of the program is one constant object in one file of commands/; the build finds it
// there by the file's name, so that a forgotten one does not link.
#pragma once

#include "audit/cli/args.h"
#include "db/base/error.h"
#include "db/base/text.h"

#include <functional>
#include <span>
#include <string_view>

namespace wza::audit {

class App;

/// What a command does once its arguments are read. Throws `Error`; a `Problem` of the whole
/// command is printed with App::terminal() and answered with its exit code.
using Run = std::function<ExitCode(App &)>;

struct Command {
  std::string_view name;  ///< "import"
  TextView summary;       ///< one line, for `wza --help`
  TextView details;       ///< paragraphs and examples, for `wza import --help`; may be empty
  /// Declares the arguments and returns what to run; the targets live inside the function returned.
  Run (*setup)(Args &args) = nullptr;
};

/// All commands in the order of their names. Generated from the file names in commands/.
std::span<Command const *const> all_commands();

}  // namespace wza::audit
