// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/home_merge.h"

#include "db/model/district.h"

namespace wza::gis {
namespace {

std::optional<LocalDate> const &day_in(Retrofit const &home, RetrofitState state) {
  return home.reached_on[static_cast<std::size_t>(state)];
}

/// On the way from application to acceptance; the others leave it.
bool on_the_way(RetrofitState state) {
  return state <= RetrofitState::accepted;
}

template <class T>
void keep(T &told, T const &known) {
  if (!told) told = known;
}

}  // namespace

bool is_behind(Retrofit const &known, Retrofit const &row) {
  if (row.state == known.state) return false;
  if (on_the_way(known.state) && on_the_way(row.state)) return row.state < known.state;
  auto const &then = day_in(row, row.state);
  auto const &now = day_in(known, known.state);
  if (then && now) return *then < *now || (*then == *now && row.state < known.state);
  if (!on_the_way(row.state)) return day_in(known, row.state).has_value() && !then;
  return true;
}

Retrofit merged(Retrofit const &known, Retrofit row) {
  if (holds(row.district, known.district)) row.district = known.district;
  for (std::size_t i = 0; i < row.reached_on.size(); ++i)
    keep(row.reached_on[i], known.reached_on[i]);
  keep(row.planned_fen, known.planned_fen);
  keep(row.paid_fen, known.paid_fen);
  keep(row.money_source, known.money_source);
  if (row.works.empty()) row.works = known.works;
  if (row.district == known.district) row.geom = known.geom;
  return row;
}

Household merged(Household const &known, Household row) {
  if (row.district == known.district) {
    if (known.precision && (!row.precision || *known.precision < *row.precision))
      row.precision = known.precision;
  } else if (holds(row.district, known.district)) {
    row.district = known.district;
    row.precision = known.precision;
    row.place_key = known.place_key;
  }
  keep(row.category, known.category);
  keep(row.grade, known.grade);
  keep(row.eligibility, known.eligibility);
  keep(row.person_key, known.person_key);
  keep(row.place_key, known.place_key);
  return row;
}

std::optional<RetrofitState> runs_backwards(Retrofit const &home) {
  if (day_in(home, RetrofitState::returned)) return std::nullopt;
  std::optional<LocalDate> latest;
  for (auto const &name : Names<RetrofitState>::kAll) {
    if (!on_the_way(name.value)) break;
    auto const &day = day_in(home, name.value);
    if (day && latest && *day < *latest) return name.value;
    if (day) latest = day;
  }
  return std::nullopt;
}

}  // namespace wza::gis
