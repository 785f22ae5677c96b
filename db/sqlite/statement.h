// SPDX-License-Identifier: Apache-2.0
// A prepared statement: bind by type, step, read by type. Values never become part of the SQL text.
#pragma once

#include "db/base/clock.h"
#include "db/base/enum_names.h"
#include "db/base/ids.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace wza {

struct Connection;  // db/sqlite/connection.h

/// Bytes to bind to a BLOB parameter; a view, copied by bind().
struct Blob {
  std::span<std::byte const> bytes;
};

class Statement {
 public:
  Statement(Statement &&) noexcept;
  Statement &operator=(Statement &&) = delete;
  ~Statement();

  /// Binds ?1, ?2, … in this order. Texts and blobs are copied.
  template <class... Values>
  Statement &bind(Values const &...values) & {
    reset();
    int index = 0;
    (bind_value(++index, values), ...);
    return *this;
  }
  template <class... Values>
  Statement &&bind(Values const &...values) && {
    return std::move(bind(values...));
  }

  /// Goes to the next row; false where there is none left (the statement is then reset).
  bool step();
  /// Runs a statement that gives no row.
  void run();
  /// Makes ready for another run.
  void reset();

  /// Column of the current row, counted from 0. NULL where T is not optional is our bug.
  template <class T>
  T get(int column) const {
    if constexpr (is_optional<T>::value) {
      if (is_null(column)) return std::nullopt;
      return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
      return integer(column) != 0;
    } else if constexpr (std::integral<T>) {
      return static_cast<T>(integer(column));
    } else if constexpr (std::floating_point<T>) {
      return static_cast<T>(real(column));
    } else if constexpr (std::is_same_v<T, std::string>) {
      return std::string(text(column));
    } else if constexpr (std::is_same_v<T, std::vector<std::byte>>) {
      auto const view = blob(column);
      return {view.begin(), view.end()};
    } else if constexpr (std::is_same_v<T, UtcTime> || std::is_same_v<T, LocalDate>) {
      auto const value = T::parse(text(column));
      if (!value) unreadable(column);
      return *value;
    } else if constexpr (std::is_enum_v<T>) {
      auto const value = from_key<T>(text(column));
      if (!value) unreadable(column);
      return *value;
    } else if constexpr (has_integer<T>) {
      return T{integer(column)};
    } else {
      return T{std::string(text(column))};
    }
  }
  bool is_null(int column) const;
  bool is_integer(int column) const;
  bool is_real(int column) const;
  int columns() const;
  std::string_view column_name(int column) const;
  /// Views of the current row; gone with the next step.
  std::string_view text(int column) const;
  std::span<std::byte const> blob(int column) const;

 private:
  friend class Database;
  template <class T>
  struct is_optional : std::false_type {};
  template <class T>
  struct is_optional<std::optional<T>> : std::true_type {};
  template <class T>
  static constexpr bool has_integer = requires(T t) {
    { t.value } -> std::convertible_to<std::int64_t>;
  };

  Statement(Connection &connection, sqlite3_stmt *handle, std::string sql);

  template <class T>
  void bind_value(int index, T const &value) {
    if constexpr (std::is_same_v<T, std::nullptr_t>) {
      bind_null(index);
    } else if constexpr (is_optional<T>::value) {
      value ? bind_value(index, *value) : bind_null(index);
    } else if constexpr (std::is_same_v<T, Blob>) {
      bind_blob(index, value.bytes);
    } else if constexpr (std::integral<T>) {
      bind_integer(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::floating_point<T>) {
      bind_real(index, static_cast<double>(value));
    } else if constexpr (std::is_enum_v<T>) {
      bind_text(index, key(value));
    } else if constexpr (std::is_same_v<T, UtcTime> || std::is_same_v<T, LocalDate>) {
      bind_text(index, value.iso());
    } else if constexpr (std::is_convertible_v<T const &, std::string_view>) {
      bind_text(index, value);
    } else if constexpr (has_integer<T>) {
      bind_integer(index, value.value);
    } else {
      bind_text(index, value.value);
    }
  }
  void bind_null(int index);
  void bind_integer(int index, std::int64_t value);
  void bind_real(int index, double value);
  void bind_text(int index, std::string_view value);
  void bind_blob(int index, std::span<std::byte const> value);

  std::int64_t integer(int column) const;
  double real(int column) const;
  [[noreturn]] void unreadable(int column) const;

  Connection *m_connection;
  sqlite3_stmt *m_handle;
  std::string m_sql;
};

}  // namespace wza
