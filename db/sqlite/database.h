// SPDX-License-Identifier: Apache-2.0
// One SQLite connection. <sqlite3.h> stays inside db/sqlite; everybody else sees these classes.
// Failures of the file or the disk are TrackerError with a sentence that says what to do.
#pragma once

#include "db/sqlite/statement.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace wza {

class Database {
 public:
  /// Makes a new file with the pragmas of open_write(); the file must not exist.
  static Database create(std::filesystem::path const &path);
  /// Opens for reading and writing: WAL, foreign keys on, full synchronisation, busy time-out 10 s.
  static Database open_write(std::filesystem::path const &path);
  /// Opens for reading only; works in a folder that cannot be written to.
  static Database open_read(std::filesystem::path const &path);
  /// A database in memory, for tests.
  static Database in_memory();

  Database(Database &&) noexcept;
  Database &operator=(Database &&) noexcept;
  ~Database();

  /// A statement of this connection, taken from the cache where the same text was used before.
  Statement prepare(std::string_view sql);
  /// Runs one or more statements that take no parameters.
  void execute(std::string_view sql);

  std::int64_t last_insert_rowid() const;
  /// Rows that the last INSERT, UPDATE or DELETE changed.
  std::int64_t changes() const;
  bool in_transaction() const;
  /// Copies the whole database, as of now, into a new file (VACUUM INTO).
  void copy_into(std::filesystem::path const &path);

 private:
  explicit Database(std::unique_ptr<Connection> connection);
  static Database open(std::string const &uri, std::filesystem::path const &path, int flags);
  std::unique_ptr<Connection> m_connection;
};

}  // namespace wza
