// SPDX-License-Identifier: Apache-2.0
#include "webcheck/media/file_source.h"

#include <system_error>

namespace wza::web {

std::string FileSource::read(std::uint64_t offset, std::size_t size) {
  if (!m_file.is_open()) m_file.open(m_path, std::ios::binary);
  m_file.clear();
  m_file.seekg(static_cast<std::streamoff>(offset));
  if (!m_file) return {};
  std::string bytes(size, '\0');
  m_file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(m_file.gcount()));
  return bytes;
}

std::optional<std::uint64_t> FileSource::size() {
  std::error_code error;
  std::uintmax_t const bytes = std::filesystem::file_size(m_path, error);
  if (error) return std::nullopt;
  return bytes;
}

}  // namespace wza::web
