// SPDX-License-Identifier: Apache-2.0
// Files made to take over, hang or burst whoever imports them, or to make him fetch or read for
// the sender; written by code. The classes are U01 to U11: archives, names, XML, redirections,
// GDAL's own names, databases, geometries, text, spreadsheets, pictures, documents.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wza::test {

/// What a file would like to reach.
struct Bait {
  std::string url;   ///< "http://127.0.0.1:PORT", where somebody listens
  std::string file;  ///< a file that is none of the sender's business
};

struct HostileUpload {
  std::string_view name;  ///< an identifier that begins with its class
  std::string_view file;  ///< the name under which it is imported
  /// What stands in the file; nothing is written where it is null, and `file` is the bait's name
  /// with URL and FILE in place of the bait.
  std::string (*make)(Bait const &bait);
  std::string_view kind = "districts";
  /// Fills a folder of the name `file`, which is imported.
  void (*furnish)(std::string const &folder, Bait const &bait) = nullptr;
  /// Gives the file to this option of an import of facilities that is nobody's trap.
  std::string_view option = {};
  /// What the refusal has to say: the limit that was passed, where its name shows that.
  std::string_view told = {};
};

/// All of them.
std::span<HostileUpload const> hostile_uploads();

// The kinds, one file each.
std::span<HostileUpload const> hostile_archives();
std::span<HostileUpload const> hostile_references();
std::span<HostileUpload const> hostile_databases();
std::span<HostileUpload const> hostile_contents();
std::span<HostileUpload const> hostile_photos();
std::span<HostileUpload const> hostile_maps();

}  // namespace wza::test
