// SPDX-License-Identifier: Apache-2.0
// A file as bytes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace wza {

/// All bytes of a file, also of a pipe; nothing where it cannot be opened or read to its end.
std::optional<std::string> bytes_of_file(std::filesystem::path const &path);

}  // namespace wza
