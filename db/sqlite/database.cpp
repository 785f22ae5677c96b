// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/database.h"

#include "db/base/error.h"
#include "db/sqlite/connection.h"

#include <fmt/format.h>

#include <mutex>
#include <utility>

namespace wza {
namespace {

/// A file: URI for `path` (RFC 8089; the characters that SQLite gives a meaning are escaped).
std::string uri_of(std::filesystem::path const &path, std::string_view query = {}) {
  std::string uri = "file:";
  for (char const c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      uri += c;
    }
  }
  return uri.append(query);
}

/// Before the first connection of the process; where another library was first, it stays as it is.
void set_up_sqlite() {
  static std::once_flag once;
  std::call_once(once, [] {
    // Nobody asks for its statistics, which cost a mutex at every allocation.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    // What a statement changes is kept until it has ended, and with more than 64 KiB of it in a
    // temporary file, through which from then on every statement of the transaction goes.
    sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, 4 << 20);
  });
}

void set_up_writer(Database &database) {
  // 64 MiB of pages: with less, a large import writes the same inner pages again and again.
  database.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
}

}  // namespace

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Database Database::open(std::string const &uri, std::filesystem::path const &path, int flags) {
  set_up_sqlite();
  auto connection = std::make_unique<Connection>();
  connection->path = path;
  connection->check(sqlite3_open_v2(uri.c_str(), &connection->handle,
                                    flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr),
                    "open");
  sqlite3_extended_result_codes(connection->handle, 1);
  sqlite3_busy_timeout(connection->handle, 10'000);
  sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  Database database(std::move(connection));
  database.execute("PRAGMA foreign_keys = ON");
  return database;
}

Database Database::create(std::filesystem::path const &path) {
  if (std::filesystem::exists(path)) {
    throw TrackerError({fmt::format("{} 已经存在，没有改动它。请换一个文件名。", path.string()),
                        fmt::format("{} exists already and was left as it is. Name another file.",
                                    path.string())});
  }
  Database database = open(uri_of(path), path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  set_up_writer(database);
  return database;
}

Database Database::open_write(std::filesystem::path const &path) {
  Database database = open(uri_of(path), path, SQLITE_OPEN_READWRITE);
  set_up_writer(database);
  return database;
}

Database Database::open_read(std::filesystem::path const &path) {
  auto open_and_try = [&](std::string_view query) {
    Database database = open(uri_of(path, query), path, SQLITE_OPEN_READONLY);
    database.execute("SELECT count(*) FROM sqlite_schema");
    return database;
  };
  try {
    return open_and_try({});
  } catch (TrackerError const &) {
    // A reader of a WAL database makes a -shm file. In a folder that cannot be written to, a file
    // without unfinished work (no -wal) is safe to read as it stands.
    if (!std::filesystem::exists(path) || std::filesystem::exists(path.string() + "-wal")) throw;
    return open_and_try("?immutable=1");
  }
}

Database Database::in_memory() {
  return open("file::memory:", {}, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY);
}

Statement Database::prepare(std::string_view sql) {
  std::string text(sql);
  if (auto found = m_connection->idle.find(text);
      found != m_connection->idle.end() && !found->second.empty()) {
    sqlite3_stmt *handle = found->second.back();
    found->second.pop_back();
    return {*m_connection, handle, std::move(text)};
  }
  sqlite3_stmt *handle = nullptr;
  m_connection->check(
      sqlite3_prepare_v3(m_connection->handle, text.data(), static_cast<int>(text.size()),
                         SQLITE_PREPARE_PERSISTENT, &handle, nullptr),
      sql);
  assert(handle);
  return {*m_connection, handle, std::move(text)};
}

void Database::execute(std::string_view sql) {
  std::string const text(sql);
  int const code = sqlite3_exec(m_connection->handle, text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) m_connection->fail(code, sql);
}

std::int64_t Database::last_insert_rowid() const {
  return sqlite3_last_insert_rowid(m_connection->handle);
}
std::int64_t Database::changes() const {
  return sqlite3_changes64(m_connection->handle);
}
bool Database::in_transaction() const {
  return sqlite3_get_autocommit(m_connection->handle) == 0;
}

void Database::copy_into(std::filesystem::path const &path) {
  prepare("VACUUM INTO ?1").bind(path.string()).run();
}

}  // namespace wza
