// SPDX-License-Identifier: Apache-2.0
// Settings of programmes, and the words of offices for the economic state of a household.
#pragma once

#include "db/model/programme.h"
#include "db/store/tracker.h"

#include <optional>
#include <string_view>
#include <vector>

namespace wza {

class ProgrammeStore {
 public:
  explicit ProgrammeStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// By id and year.
  std::vector<Programme> all();
  /// The settings that hold in `year` of the programme with this id or Chinese name; an office's
  /// own row stands before a shipped one of the same year.
  std::optional<Programme> find(std::string_view word, int year);
  /// Stores the office's own settings from `programme.from_year` on. Inside the caller's
  /// transaction.
  void put_local(Programme const &programme);

  /// The status that the office's word means ("低保户"); nothing for a word that none has.
  std::optional<IncomeStatus> income(std::string_view word);
  bool has_income(std::string_view code);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
