// SPDX-License-Identifier: Apache-2.0
// Bytes of a media file on the disk.
#pragma once

#include "webcheck/media/container.h"

#include <filesystem>
#include <fstream>

namespace wza::web {

/// A file that cannot be read has no bytes.
class FileSource final : public ByteSource {
 public:
  explicit FileSource(std::filesystem::path const &path) : m_path(path) {}
  std::string read(std::uint64_t offset, std::size_t size) override;
  std::optional<std::uint64_t> size() override;

 private:
  std::filesystem::path m_path;
  std::ifstream m_file;
};

}  // namespace wza::web
