// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/plan_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace wza::gis {
namespace {

/// What one record says of the thing that the columns are about; several words are split by ';'.
std::string word_of(HomeRecord const &record, PlanBy by) {
  std::string const unknown(kUnknown);
  switch (by) {
    case PlanBy::year:
      return record.accepted_on ? fmt::format("{}", record.accepted_on->year()) : unknown;
    case PlanBy::programme:
      return record.programme;
    case PlanBy::category:
      return record.category.value_or(unknown);
    case PlanBy::grade:
      return record.grade ? fmt::format("{}", *record.grade) : unknown;
    case PlanBy::money:
      return record.money_source.value_or(unknown);
  }
  return unknown;
}

/// Programme and money come from all records of a home, the rest from the one it counts by.
std::string column_of(std::vector<HomeRecord const *> const &records, PlanBy by) {
  if (by != PlanBy::programme && by != PlanBy::money) return word_of(*records.front(), by);
  std::set<std::string> words;
  for (auto const *record : records) {
    auto const word = word_of(*record, by);
    if (word != kUnknown) words.insert(word);
  }
  if (words.empty()) return std::string(kUnknown);
  bool const several = words.size() > 1 || words.begin()->find(';') != std::string::npos;
  return several ? std::string(kSeveral) : *words.begin();
}

bool belongs(HomeRecord const &record, PlanSet set, Plan const &plan) {
  bool const dated = record.state == RetrofitState::accepted && record.accepted_on;
  switch (set) {
    case PlanSet::counted:
      return dated && record.accepted_on->year() >= plan.from_year &&
             record.accepted_on->year() <= plan.to_year;
    case PlanSet::all_years:
      return dated && record.accepted_on->year() <= plan.to_year;
    case PlanSet::in_need:
      // Who left on a day that nobody knows is in need on none: a share of past days must not turn
      // on when that was recorded.
      return dated || (!record.left_undated && record.state != RetrofitState::withdrawn &&
                       record.state != RetrofitState::rejected);
  }
  return false;
}

}  // namespace

bool covers_district(Plan const &plan, DistrictCode const &district) {
  if (plan.district.value == kNation || plan.district == district) return true;
  auto const above = ancestors_of(district);
  return std::find(above.begin(), above.end(), plan.district) != above.end();
}

std::string home_key(HomeRecord const &record, CountRule rule) {
  switch (rule) {
    case CountRule::record:
      return fmt::format("{}", record.id.value);
    case CountRule::person:
      return record.person;
    case CountRule::place:
      return record.place;
  }
  return record.person;
}

std::vector<PlanHome> homes_of(std::vector<HomeRecord> const &records, PlanSet set,
                               Plan const &plan, CountRule rule, PlanBy by) {
  std::map<std::string, std::vector<HomeRecord const *>> homes;
  for (auto const &record : records) {
    if (belongs(record, set, plan)) homes[home_key(record, rule)].push_back(&record);
  }
  constexpr auto kNever = LocalDate{std::chrono::year(9999) / 12 / 31};
  std::vector<PlanHome> out;
  for (auto &[key, of_home] : homes) {
    std::stable_sort(of_home.begin(), of_home.end(), [&](auto const *a, auto const *b) {
      return std::pair(a->accepted_on.value_or(kNever), a->id) <
             std::pair(b->accepted_on.value_or(kNever), b->id);
    });
    out.push_back({*of_home.front(), column_of(of_home, by), static_cast<int>(of_home.size())});
  }
  std::sort(out.begin(), out.end(),
            [](PlanHome const &a, PlanHome const &b) { return a.record.id < b.record.id; });
  return out;
}

CountedHomes count_homes(Tracker &tracker, Plan const &plan, PlanQuery const &query) {
  CountedHomes out;
  for (auto &record : homes_on(tracker, query.as_of)) {
    if (!covers_district(plan, record.district)) continue;
    if (query.programme && record.programme != *query.programme) continue;
    out.records.push_back(std::move(record));
  }
  for (auto const &record : out.records) {
    out.undated += record.state == RetrofitState::accepted && !record.accepted_on ? 1 : 0;
    out.left_undated += record.left_undated ? 1 : 0;
  }
  out.homes =
      homes_of(out.records, PlanSet::counted, plan, query.rule.value_or(plan.rule), query.by);
  for (auto const &home : out.homes)
    out.repeated += home.records - 1;
  return out;
}

PlanDistricts::PlanDistricts(Tracker &tracker, Plan const &plan,
                             std::optional<DistrictLevel> level) {
  bool const nation = plan.district.value == kNation;
  auto const own = level_of(plan.district);
  auto narrowest = nation ? DistrictLevel::province
                          : std::min(DistrictLevel::village,
                                     static_cast<DistrictLevel>(static_cast<int>(own) + 1));
  if (level) narrowest = *level;
  auto const all = DistrictStore(tracker).all();
  auto const named = std::find_if(all.begin(), all.end(), [&](District const &district) {
    return district.code == plan.district;
  });
  m_rows.push_back({plan.district, named == all.end() ? plan.place.zh : named->name, own, 0, 0});
  m_at.emplace(plan.district, 0);
  // By code: 441821 stands before 441821100, but 440000 before 441821 needs its shape as well.
  for (auto const at : {DistrictLevel::province, DistrictLevel::prefecture, DistrictLevel::county,
                        DistrictLevel::township, DistrictLevel::village}) {
    for (auto const &district : all) {
      if (district.level != at || at > narrowest || district.code == plan.district) continue;
      if (!covers_district(plan, district.code)) continue;
      m_at.emplace(district.code, m_rows.size());
      m_rows.push_back({district.code, district.name, district.level, 0, 0});
    }
  }
  for (std::size_t i = 1; i < m_rows.size(); ++i) {
    auto &row = m_rows[i];
    for (auto const &above : ancestors_of(row.code)) {
      auto const parent = m_at.find(above);
      if (parent == m_at.end()) continue;
      row.parent = parent->second;
      break;
    }
    row.depth = m_rows[row.parent].depth + 1;
    m_rows[row.parent].leaf = false;
  }
}

std::size_t PlanDistricts::row_of(DistrictCode const &district) const {
  if (auto const own = m_at.find(district); own != m_at.end()) return own->second;
  for (auto const &above : ancestors_of(district)) {
    if (auto const row = m_at.find(above); row != m_at.end()) return row->second;
  }
  return 0;
}

std::optional<std::size_t> PlanDistricts::find(DistrictCode const &code) const {
  auto const row = m_at.find(code);
  return row == m_at.end() ? std::nullopt : std::optional(row->second);
}

std::vector<PlanColumn> columns_of(Tracker &tracker, Plan const &plan, PlanBy by,
                                   std::vector<PlanHome> const &homes) {
  std::set<std::string> keys;
  for (auto const &home : homes)
    keys.insert(home.column);
  if (by == PlanBy::year) {
    for (int year = plan.from_year; year <= plan.to_year; ++year)
      keys.insert(fmt::format("{}", year));
  }
  bool const several = keys.erase(std::string(kSeveral)) > 0;
  bool const unknown = keys.erase(std::string(kUnknown)) > 0;
  std::vector<PlanColumn> columns;
  auto category =
      tracker.db().prepare("SELECT name_zh, name_en FROM disability_categories WHERE code = ?1");
  for (auto const &word : keys) {
    Text name{word, word};
    if (by == PlanBy::grade) name = {word + "级", "Grade " + word};
    if (by == PlanBy::category && category.bind(word).step())
      name = {category.get<std::string>(0), category.get<std::string>(1)};
    columns.push_back({word, std::move(name)});
  }
  if (several) columns.push_back({std::string(kSeveral), {"多项", "Several"}});
  if (unknown) columns.push_back({std::string(kUnknown), {"未说明", "Not said"}});
  return columns;
}

}  // namespace wza::gis
