// SPDX-License-Identifier: Apache-2.0
// Homes and their retrofit, without anything personal.
#pragma once

#include "db/base/error.h"
#include "db/model/household.h"
#include "db/model/retrofit.h"
#include "db/store/change.h"
#include "db/store/tracker.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// How many retrofits stand in one state, with the district and the year of reaching it.
struct RetrofitCount {
  DistrictCode district;  ///< the home's own district, not rolled up
  RetrofitState state{};
  std::optional<int> year;  ///< in which the state was reached; nothing where no date is known
  int homes = 0;
};

class RetrofitStore {
 public:
  explicit RetrofitStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores or updates a household. Inside the caller's transaction, like put() below.
  StoreChange put(Household const &household, RunId run);
  /// Stores or updates; known by household, programme and year. A Problem where the law of states
  /// knows no way from the state that stands to the new one; nothing is then changed.
  Result<StoreChange> put(Retrofit const &retrofit, RunId run);

  std::optional<Household> household(HouseholdId const &pseudonym);
  std::optional<Retrofit> find(HouseholdId const &household, std::string_view programme, int year);
  std::vector<Retrofit> all();

  /// The item of the catalogue with this code or Chinese name; nothing otherwise.
  std::optional<std::string> item(std::string_view word);

  /// The category of disability with this code ("4") or name ("肢体残疾", "肢体", "Physical").
  std::optional<std::string> category(std::string_view word);

  /// Retrofits by district, state and year. With `as_of`, the state that each stood in on that day,
  /// from its dates; without, the state that stands.
  std::vector<RetrofitCount> counts(std::optional<LocalDate> const &as_of);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
