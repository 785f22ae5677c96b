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

enum class NoticeKind : std::uint8_t { notice, evidence };

struct NoticeOrder {
  NoticeKind kind{};
  std::string unit;  ///< as the facilities name their owner; "" those without one
  LocalDate issued;
  std::optional<LocalDate> due;  ///< of the notice; nothing leaves room to write
};

/// The page. A Problem where no facility of the unit has an open finding; it names units that have.
Result<std::string> notice_html(Tracker &tracker, NoticeOrder const &order, Lang lang);

}  // namespace wza::audit
