// SPDX-License-Identifier: Apache-2.0
// Unknown is a value. `Trilean` is Kleene's strong three-valued logic; `Known<T>` is a value or the
// honest absence of one. Neither has a default that could be mistaken for a measurement.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>

namespace wza {

/// True, false or unknown, with Kleene's and, or, not.
class Trilean {
 public:
  constexpr Trilean(bool value) : m_value(value ? Value::yes : Value::no) {}  // NOLINT: implicit
  static constexpr Trilean unknown() { return Trilean(Value::unknown); }

  constexpr bool is_true() const { return m_value == Value::yes; }
  constexpr bool is_false() const { return m_value == Value::no; }
  constexpr bool is_unknown() const { return m_value == Value::unknown; }

  friend constexpr Trilean operator!(Trilean a) {
    return a.is_unknown() ? a : Trilean(a.is_false());
  }
  friend constexpr Trilean operator&&(Trilean a, Trilean b) {
    if (a.is_false() || b.is_false()) return false;
    return a.is_true() && b.is_true() ? Trilean(true) : unknown();
  }
  friend constexpr Trilean operator||(Trilean a, Trilean b) { return !(!a && !b); }
  constexpr bool operator==(Trilean const &) const = default;

 private:
  enum class Value : std::uint8_t { no, yes, unknown };
  constexpr explicit Trilean(Value value) : m_value(value) {}
  Value m_value;
};

/// A value that may not be known. There is no implicit way to a T: whoever reads must decide.
template <class T>
class Known {
 public:
  constexpr Known(T value) : m_value(std::move(value)) {}  // NOLINT: a known value converts
  static constexpr Known unknown() { return Known(); }

  constexpr bool is_known() const { return m_value.has_value(); }
  constexpr T const &value() const {
    assert(is_known());
    return *m_value;
  }
  constexpr T value_or(T other) const { return m_value.value_or(std::move(other)); }

  /// Whether the value is `other`: unknown where the value is.
  constexpr Trilean is(T const &other) const {
    return is_known() ? Trilean(*m_value == other) : Trilean::unknown();
  }
  constexpr bool operator==(Known const &) const = default;

 private:
  constexpr Known() = default;
  std::optional<T> m_value;
};

}  // namespace wza
