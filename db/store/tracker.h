// SPDX-License-Identifier: Apache-2.0
// The tracker: the GeoPackage file in which everything stands, and the one writer it may have.
#pragma once

#include "db/base/clock.h"
#include "db/sqlite/database.h"

#include <filesystem>
#include <memory>
#include <string>

namespace wza {

/// Version of the program, as kept with each run.
std::string_view tool_version();

class Tracker {
 public:
  enum class Access : std::uint8_t { read, write };

  /// Makes a new tracker with the whole schema. TrackerError where the file exists or the folder
  /// cannot be written to.
  static Tracker create(std::filesystem::path const &path, Clock const &clock);

  /// Opens a tracker. Writing takes the writer's lock ("<path>.lock"): a second writer gets a
  /// TrackerError after `patience`, and an older tracker is brought to the schema of this program.
  /// Reading takes no lock; an older tracker is then refused with the word what to do.
  static Tracker open(std::filesystem::path const &path, Access access, Clock const &clock,
                      std::chrono::milliseconds patience = std::chrono::seconds(10));

  Tracker(Tracker &&) noexcept;
  ~Tracker();

  Database &db() { return m_db; }
  Clock const &clock() const { return *m_clock; }
  std::filesystem::path const &path() const { return m_path; }
  /// "tracker.private.db" beside "tracker.gpkg": where the sealed personal data stand.
  std::filesystem::path private_path() const;
  /// The tracker's own identity; it names its key.
  std::string id();

 private:
  class Lock;
  Tracker(std::filesystem::path path, Database db, Clock const &clock, std::unique_ptr<Lock> lock);

  std::filesystem::path m_path;
  std::unique_ptr<Lock> m_lock;  ///< before m_db: released after the connection is closed
  Database m_db;
  Clock const *m_clock;
};

}  // namespace wza
