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

using RetrofitId = RowId<struct RetrofitTag>;  ///< v_retrofit.fid

class RetrofitStore {
 public:
  explicit RetrofitStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Stores or updates a household; a key that is not given leaves the one that stands. Inside the
  /// caller's transaction, like put() below.
  StoreChange put(Household const &household, RunId run);
  /// Stores or updates; known by household, programme and year. A Problem where the law of states
  /// knows no way from the state that stands to the new one; nothing is then changed.
  Result<StoreChange> put(Retrofit const &retrofit, RunId run);

  /// One step that a person does, or a correction of what stands: `verb` is "state_changed" or
  /// "corrected", `reason` is kept with it. Checks nothing but that the home is known.
  void write(Retrofit const &retrofit, std::string_view verb, std::string_view actor,
             std::string_view reason);

  /// Remembers the keyed hash of the row that the retrofit was imported from.
  void set_row_key(Retrofit const &retrofit, std::string_view row_key);
  /// That of the last row; nothing where the retrofit is not known or no import kept one.
  std::optional<std::string> row_key(Retrofit const &retrofit);

  std::optional<Household> household(HouseholdId const &pseudonym);
  std::optional<Retrofit> find(HouseholdId const &household, std::string_view programme, int year);
  /// By the number that v_retrofit shows as fid.
  std::optional<Retrofit> find(RetrofitId id);
  std::vector<Retrofit> all();
  /// Households whose place key an older program made of the address without its town.
  std::vector<Household> places_without_town();

  /// The item of the catalogue with this code or Chinese name; nothing otherwise.
  std::optional<std::string> item(std::string_view word);

  /// The category of disability with this code ("4") or name ("肢体残疾", "肢体", "Physical").
  std::optional<std::string> category(std::string_view word);

 private:
  void store(Retrofit const &retrofit, std::optional<Retrofit> const &known,
             std::optional<RunId> run, std::string_view verb, std::string_view actor,
             std::string_view reason);
  using Known = std::map<std::string, std::optional<std::string>, std::less<>>;
  std::optional<std::string> look_up(Known &known, std::string_view sql, std::string_view word);

  Tracker *m_tracker;
  Known m_items, m_categories;  ///< words that were looked up: tables repeat them in every row
};

}  // namespace wza
