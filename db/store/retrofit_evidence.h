// SPDX-License-Identifier: Apache-2.0
// What proves the steps of a retrofit, and which records are one home.
#pragma once

#include "db/store/change.h"
#include "db/store/retrofits.h"

#include <string>
#include <string_view>
#include <vector>

namespace wza {

/// Another record of the same home.
struct SameHome {
  RetrofitId id;
  HouseholdId household;
  std::string programme;
  int year = 0;
  DistrictCode district;
  RetrofitState state{};
  bool same_person = false, same_place = false;
};

/// Two records of one home, or of one place.
struct HomePair {
  RetrofitId first;
  SameHome second;
};

class EvidenceStore {
 public:
  explicit EvidenceStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// Adds one piece; the same again changes nothing. Inside the caller's transaction.
  StoreChange put(RetrofitId retrofit, Proof const &proof, std::string_view actor);
  /// By day, then as recorded.
  std::vector<Proof> of(RetrofitId retrofit);

  /// Whether a piece of this kind is recorded of the retrofit, known by household, programme, year.
  bool shows(Retrofit const &retrofit, Evidence kind);

  /// Records of the same person (certificate or identity number) or place, whatever their programme
  /// and year; by id.
  std::vector<SameHome> same_homes(RetrofitId retrofit);
  /// Every pair of records of one person or one place, by id.
  std::vector<HomePair> pairs();

 private:
  Tracker *m_tracker;
};

}  // namespace wza
