// SPDX-License-Identifier: Apache-2.0
// A ZIP archive (PKWARE APPNOTE 6.3.10) of deflated members, written member by member so that only
// packed bytes are held. The same contents give the same bytes: members carry the first moment that
// the format knows, 1980-01-01, and no trace of the machine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace wza::gis {

class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(ZipWriter const &) = delete;
  ZipWriter &operator=(ZipWriter const &) = delete;

  /// Starts a member; the one before must be ended. `name` is a path with '/', UTF-8.
  void begin(std::string_view name);
  void write(std::string_view bytes);
  void end();
  /// begin, write, end.
  void add(std::string_view name, std::string_view bytes);
  /// The whole archive. Error where it is larger than the format without its 64-bit extension can
  /// hold (4 GiB or 65,535 members).
  std::string finish();

 private:
  struct Deflater;
  void pump(std::string_view bytes, int flush);

  std::unique_ptr<Deflater> m_deflater;
  std::string m_out, m_directory, m_name;
  std::uint64_t m_start = 0, m_size = 0, m_packed_from = 0, m_count = 0;
  std::uint32_t m_crc = 0;
  bool m_open = false;
};

}  // namespace wza::gis
