// SPDX-License-Identifier: Apache-2.0
// What Database and Statement share: the handle, the statements kept for reuse, and the translation
// of SQLite's codes into sentences. Private to db/sqlite.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wza {

struct Connection {
  Connection() = default;
  Connection(Connection const &) = delete;
  Connection &operator=(Connection const &) = delete;
  ~Connection();

  /// Throws the TrackerError (or, for a broken constraint or statement, the Error) of `code`.
  [[noreturn]] void fail(int code, std::string_view doing) const;
  void check(int code, std::string_view doing) const {
    if (code != SQLITE_OK) fail(code, doing);
  }

  std::filesystem::path path;
  sqlite3 *handle = nullptr;
  std::unordered_map<std::string, std::vector<sqlite3_stmt *>> idle;
};

}  // namespace wza
