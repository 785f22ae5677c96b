// SPDX-License-Identifier: Apache-2.0
// A file as bytes, and its name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace wza {

/// All bytes of a file, also of a pipe; nothing where it cannot be opened or read to its end.
std::optional<std::string> bytes_of_file(std::filesystem::path const &path);

/// How a file's name ends, from its last dot on, ASCII letters in lower case: ".xlsx"; "" where
/// there is no dot but the first character.
std::string ending_of(std::filesystem::path const &path);

}  // namespace wza
