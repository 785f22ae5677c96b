// SPDX-License-Identifier: Apache-2.0
// Files that appear only when they are complete: written beside their place, then renamed into it.
#pragma once

#include "db/base/error.h"

#include <functional>
#include <string>
#include <string_view>

namespace wza::gis {

/// The Error of a file that cannot be written.
Error cannot_write(std::string const &path, std::string const &detail);

/// Lets `write` fill a draft in the same folder and with the same ending, and puts it in the place
/// of `path`. Where `write` throws an Error the draft is removed, and `path` is as it was.
void write_whole(std::string const &path,
                 std::function<void(std::string const &draft)> const &write);

/// The same for bytes that are at hand.
void write_whole(std::string const &path, std::string_view bytes);

}  // namespace wza::gis
