// SPDX-License-Identifier: Apache-2.0
#include "db/store/coverage.h"

#include "db/store/districts.h"
#include "db/store/reference.h"
#include "db/store/shown_districts.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace wza {
namespace {

/// district → the districts that it counts in, itself among them.
std::unordered_multimap<std::string, std::string> closure(Tracker &tracker) {
  auto row = tracker.db().prepare("SELECT descendant, ancestor FROM district_closure");
  std::unordered_multimap<std::string, std::string> out;
  while (row.step())
    out.emplace(row.get<std::string>(0), row.get<std::string>(1));
  return out;
}

std::vector<CoverageRow> district_rows(Tracker &tracker, CoverageQuery const &query) {
  std::optional<std::set<DistrictCode>> within;
  if (query.district) {
    auto const codes = DistrictStore(tracker).within(*query.district);
    within.emplace(codes.begin(), codes.end());
  }
  std::vector<CoverageRow> out;
  for (ShownDistrict const &shown : shown_districts(tracker)) {
    if (within && !within->contains(shown.code)) continue;
    out.push_back({shown.code.value, {shown.name, shown.name}, shown.level, shown.depth, {}});
  }
  // The first one asked for stands at the margin, whatever is above it.
  int const least = out.empty() ? 0 : out.front().depth;
  for (CoverageRow &row : out)
    row.depth = std::max(0, row.depth - least);
  return out;
}

}  // namespace

void CoverageCounts::add(PlaceStanding const &place, std::optional<LocalDate> const &day) {
  ++places;
  ++(place.never_inspected() ? never : inspected);
  if (place.only_turned_away()) ++turned_away;
  if (day && place.inspected_on && *place.inspected_on < *day) ++not_since;
}

Coverage coverage(Tracker &tracker, CoverageQuery const &query) {
  Coverage out;
  out.query = query;
  out.districts = district_rows(tracker, query);
  std::unordered_map<std::string, CoverageRow *> by_code;
  for (CoverageRow &row : out.districts)
    by_code.emplace(row.code, &row);
  std::map<std::string, Text> type_names;
  for (PlaceType const &type : ReferenceStore(tracker).place_types())
    type_names.emplace(type.code.value, type.name);
  std::map<std::string, std::string> district_names;
  for (District const &district : DistrictStore(tracker).all())
    district_names.emplace(district.code.value, district.name);
  auto const above = closure(tracker);
  std::map<std::string, CoverageRow> types;
  PlaceWish wish;
  wish.district = query.district;
  for (PlaceStanding &place : place_standings(tracker, query.as_of, wish)) {
    out.total.add(place, query.not_since);
    auto const [first, last] = above.equal_range(place.district.value);
    for (auto at = first; at != last; ++at) {
      if (auto const row = by_code.find(at->second); row != by_code.end())
        row->second->counts.add(place, query.not_since);
    }
    auto &type = types[place.place_type.value];
    type.code = place.place_type.value;
    type.name = type_names[type.code];
    type.counts.add(place, query.not_since);
    if (place.never_inspected()) {
      std::string const &district = district_names[place.district.value];
      out.never.push_back({std::move(place), type.name, district});
    }
  }
  for (auto &[code, row] : types)
    out.types.push_back(std::move(row));
  std::ranges::stable_sort(out.types, std::ranges::greater(),
                           [](CoverageRow const &row) { return row.counts.never; });
  return out;
}

}  // namespace wza
