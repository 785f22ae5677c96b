// SPDX-License-Identifier: Apache-2.0
#include "db/base/file.h"

#include "db/base/text.h"

#include <array>
#include <fstream>

namespace wza {

std::optional<std::string> bytes_of_file(std::filesystem::path const &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file.is_open()) return std::nullopt;
  std::string bytes;
  std::array<char, 64 * 1024> block{};
  do {
    file.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(file.gcount()));
  } while (file);
  if (file.bad()) return std::nullopt;
  return bytes;
}

std::string ending_of(std::filesystem::path const &path) {
  return ascii_lower(path.extension().string());
}

}  // namespace wza
