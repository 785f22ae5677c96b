// SPDX-License-Identifier: Apache-2.0
// What is handed to the unit that owns or manages a facility: the notice to mend (整改通知书) with
// clauses, measured values and a deadline; and the evidence for a procuratorate, which adds every
// visit and the history of each finding. One self-contained page of HTML, for the screen and A4.
#pragma once

#include "db/base/clock.h"
#include "db/base/error.h"
#include "db/base/text.h"
#include "db/store/tracker.h"

#include <cstdint>
#include <optional>
#include <string>

namespace wza::audit {

struct Paper;

enum class NoticeKind : std::uint8_t { notice, evidence };

struct NoticeOrder {
  NoticeKind kind{};
  /// The responsible unit; "" what nobody answers for. Not named: the one unit that has something
  /// open.
  std::optional<std::string> unit;
  LocalDate issued;
  /// Of the whole notice. Nothing: each fault has the deadline that its inspection set, and where
  /// none was set there is room to write.
  std::optional<LocalDate> due;
};

/// The page. A Problem where nothing of the unit is open, or none was named and several have
/// something open; it names units that have.
Result<std::string> notice_html(Tracker &tracker, NoticeOrder const &order, Lang lang);

/// The same as tables, without map and photos: of the evidence with all visits. Problem as above.
Result<Paper> notice_paper(Tracker &tracker, NoticeOrder const &order, Lang lang);

}  // namespace wza::audit
