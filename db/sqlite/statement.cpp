// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/statement.h"

#include "db/base/error.h"
#include "db/sqlite/connection.h"

#include <fmt/format.h>

#include <utility>

namespace wza {

Statement::Statement(Connection &connection, sqlite3_stmt *handle, std::string sql)
    : m_connection(&connection), m_handle(handle), m_sql(std::move(sql)) {}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection),
      m_handle(std::exchange(other.m_handle, nullptr)),
      m_sql(std::move(other.m_sql)) {}

Statement::~Statement() {
  if (!m_handle) return;
  sqlite3_reset(m_handle);
  sqlite3_clear_bindings(m_handle);
  m_connection->idle[std::move(m_sql)].push_back(m_handle);
}

bool Statement::step() {
  int const code = sqlite3_step(m_handle);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) m_connection->fail(code, m_sql);
  reset();
  return false;
}

void Statement::run() {
  bool const row = step();
  assert(!row);
  static_cast<void>(row);
}

void Statement::reset() {
  sqlite3_reset(m_handle);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}
bool Statement::is_integer(int column) const {
  return sqlite3_column_type(m_handle, column) == SQLITE_INTEGER;
}
bool Statement::is_real(int column) const {
  return sqlite3_column_type(m_handle, column) == SQLITE_FLOAT;
}
int Statement::columns() const {
  return sqlite3_column_count(m_handle);
}
std::string_view Statement::column_name(int column) const {
  return sqlite3_column_name(m_handle, column);
}

std::string_view Statement::text(int column) const {
  auto const *bytes = reinterpret_cast<char const *>(sqlite3_column_text(m_handle, column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

std::span<std::byte const> Statement::blob(int column) const {
  auto const *bytes = static_cast<std::byte const *>(sqlite3_column_blob(m_handle, column));
  return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)) : 0};
}

void Statement::bind_null(int index) {
  m_connection->check(sqlite3_bind_null(m_handle, index), m_sql);
}
void Statement::bind_integer(int index, std::int64_t value) {
  m_connection->check(sqlite3_bind_int64(m_handle, index, value), m_sql);
}
void Statement::bind_real(int index, double value) {
  m_connection->check(sqlite3_bind_double(m_handle, index, value), m_sql);
}
void Statement::bind_text(int index, std::string_view value) {
  // A null pointer would bind NULL; an empty text is a text.
  char const *bytes = value.data() ? value.data() : "";
  m_connection->check(
      sqlite3_bind_text64(m_handle, index, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
      m_sql);
}
void Statement::bind_blob(int index, std::span<std::byte const> value) {
  void const *bytes = value.data() ? static_cast<void const *>(value.data()) : "";
  m_connection->check(sqlite3_bind_blob64(m_handle, index, bytes, value.size(), SQLITE_TRANSIENT),
                      m_sql);
}

std::int64_t Statement::integer(int column) const {
  assert(!is_null(column));
  return sqlite3_column_int64(m_handle, column);
}
double Statement::real(int column) const {
  assert(!is_null(column));
  return sqlite3_column_double(m_handle, column);
}

void Statement::unreadable(int column) const {
  throw TrackerError(
      {fmt::format("跟踪库中“{}”列有无法识别的值。请运行 wza doctor。", column_name(column)),
       fmt::format("The tracker holds a value that cannot be read in the column \"{}\". Run wza "
                   "doctor.",
                   column_name(column))});
}

}  // namespace wza
