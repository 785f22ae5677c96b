// SPDX-License-Identifier: Apache-2.0
// Time is passed in, so that tests can freeze it. Stored in UTC, shown in Asia/Shanghai (UTC+8, no
// summer time since 1991).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace wza {

/// A point in time, UTC, to the millisecond.
struct UtcTime {
  std::chrono::sys_time<std::chrono::milliseconds> value{};
  auto operator<=>(UtcTime const &) const = default;

  /// ISO 8601 with milliseconds, as GeoPackage wants it: "2026-11-22T06:07:50.000Z".
  std::string iso() const;
  /// Reads iso() and the forms without fraction; nothing else.
  static std::optional<UtcTime> parse(std::string_view text);
};

/// A day in Asia/Shanghai.
struct LocalDate {
  std::chrono::year_month_day value{};
  bool operator==(LocalDate const &) const = default;
  auto operator<=>(LocalDate const &) const = default;

  int year() const { return static_cast<int>(value.year()); }
  /// "2026-11-22".
  std::string iso() const;
  /// Reads "2026-11-22", "2026/11/22", "2026.11.22", "20261122" and "2026年11月22日", where the
  /// date exists; a time behind it, split by a blank or 'T', is passed over.
  static std::optional<LocalDate> parse(std::string_view text);
  static LocalDate of(UtcTime time);
};

/// Where the time comes from.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcTime now() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock {
 public:
  UtcTime now() const override;
};

/// A clock that stands where it was put.
class FrozenClock final : public Clock {
 public:
  explicit FrozenClock(UtcTime at) : m_now(at) {}
  UtcTime now() const override { return m_now; }
  void set(UtcTime at) { m_now = at; }

 private:
  UtcTime m_now;
};

}  // namespace wza
