// SPDX-License-Identifier: Apache-2.0
// The hours of each day in which a server is not to be asked. They are in China Standard Time,
// UTC+8 all over the country and without summer time since 1991, whatever the machine's own zone.
#pragma once

#include "db/base/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// From `from` on, until just before `to`; over midnight where `to` is not later.
struct QuietSpan {
  std::chrono::minutes from{0}, to{0};  ///< since midnight, from 0 to 24 h
  bool operator==(QuietSpan const &) const = default;

  /// Reads "08:00-18:30"; 24:00 may be the end. Nothing where it is no span, or an empty one.
  static std::optional<QuietSpan> parse(std::string_view text);
  /// "08:00-18:30".
  std::string text() const;
};

class QuietHours {
 public:
  QuietHours() = default;
  explicit QuietHours(std::vector<QuietSpan> spans) : m_spans(std::move(spans)) {}

  /// Reads text(). Nothing where a part of it is no span.
  static std::optional<QuietHours> parse(std::string_view text);
  /// "08:00-12:00,14:00-18:30"; "" where there are none.
  std::string text() const;
  std::vector<QuietSpan> const &spans() const { return m_spans; }
  bool empty() const { return m_spans.empty(); }
  void add(QuietHours const &other);
  /// True where no minute of the day is left.
  bool never_ends() const;
  /// When the quiet that holds at `now` is over; nothing where none holds. It must end.
  std::optional<UtcTime> end_at(UtcTime now) const;
  bool operator==(QuietHours const &) const = default;

 private:
  std::vector<QuietSpan> m_spans;
};

}  // namespace wza
