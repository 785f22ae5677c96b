// SPDX-License-Identifier: Apache-2.0
// ZIP archives (APPNOTE 6.3.10) as attackers make them: contents far larger than the archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wza::test {

class ZipWriter {
 public:
  /// A member whose content is head + body × times + tail.
  void add(std::string_view name, std::string_view head, std::string_view body = {},
           std::size_t times = 0, std::string_view tail = {});
  /// The archive, with `more` more entries in its directory for the last member.
  std::string finish(std::size_t more = 0);

 private:
  std::string m_members, m_directory, m_last_entry;
  std::size_t m_count = 0;
};

}  // namespace wza::test
