// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/home_keys.h"

#include "db/model/district.h"
#include "gis/retrofit/household_words.h"

namespace wza::gis {
namespace {

bool one_place(DistrictCode const &a, DistrictCode const &b) {
  return holds(a, b) || holds(b, a);
}

Secret in_district(Secret const &words, DistrictCode const &district) {
  std::string text(words.reveal());
  text += '\n';
  text += district.value;
  return Secret(std::move(text));
}

}  // namespace

Secret row_words(HouseholdRow const &row) {
  auto const &home = row.retrofit;
  auto const &household = row.household;
  std::string words;
  auto const add = [&words](std::string_view word) {
    words += word;
    words += '\x1F';
  };
  auto const number = [](auto const &value) { return value ? std::to_string(*value) : ""; };
  add(home.district.value);
  add(key(home.state));
  for (auto const &day : home.reached_on)
    add(day ? day->iso() : "");
  add(number(home.planned_fen));
  add(number(home.paid_fen));
  add(home.money_source.value_or(""));
  for (auto const &work : home.works) {
    add(work.item.value_or(""));
    add(work.name);
  }
  add(household.category.value_or(""));
  add(number(household.grade));
  add(household.eligibility.value_or(""));
  for (auto const &[field, value] : row.personal) {
    add(key(field));
    add(value.reveal());
  }
  return Secret(std::move(words));
}

HomeKeys::Known HomeKeys::household_of(HouseholdRow const &row, DistrictCode const &district) {
  auto first = m_private.pseudonym(row.identity);
  if (!row.by_name) return {first};
  auto const known = m_retrofits.household(first);
  if (!known || one_place(known->district, district)) return {first};
  auto own = m_private.pseudonym(in_district(row.identity, district));
  if (m_retrofits.household(own)) return {own};
  for (auto const &above : ancestors_of(district)) {
    auto wider = m_private.pseudonym(in_district(row.identity, above));
    if (m_retrofits.household(wider)) return {wider};
  }
  return {own, true};
}

std::string HomeKeys::place_key(Secret const &words, DistrictCode const &district) const {
  return m_private.blind_index("place", in_district(words, district));
}

void HomeKeys::renew_places(RunId run) {
  for (auto &household : m_retrofits.places_without_town()) {
    auto const record = m_private.get(household.pseudonym);
    if (!record || !record->contains(PrivateField::address)) continue;
    auto const words = Secret(place_words(record->at(PrivateField::address).reveal()));
    household.place_key = place_key(words, household.district);
    m_retrofits.put(household, run);
  }
}

}  // namespace wza::gis
