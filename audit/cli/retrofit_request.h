// SPDX-License-Identifier: Apache-2.0
// What `wza retrofit` is asked for.
#pragma once

#include "audit/app.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

/// The words of the command line, as they came.
struct RetrofitRequest {
  std::string action;
  std::optional<std::string> id, what;
  std::optional<std::string> on, by, reference, file, reason, planned, paid, source;
  std::optional<std::string> score, from_year, name, grades, further_grades, incomes, ceiling,
      again;
  std::optional<std::string> devices_alone;
  std::vector<std::string> items;
  std::string format = "text";
};

/// One home, the homes recorded twice, or the programmes; reads only.
Result<std::string> show_retrofit(App &app, Tracker &tracker, RetrofitRequest const &request);

/// Any other action: writes within the transaction of the caller.
Result<Done> change_retrofit(App &app, Tracker &tracker, RetrofitRequest const &request);

}  // namespace wza::audit
