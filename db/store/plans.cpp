// SPDX-License-Identifier: Apache-2.0
#include "db/store/plans.h"

#include "db/store/columns.h"

#include <algorithm>

namespace wza {
namespace {

Plan read_plan(Statement const &row) {
  Plan p;
  p.id = row.get<PlanId>(0);
  p.district = row.get<DistrictCode>(1);
  p.place = text_at(row, 2);
  p.title = text_at(row, 4);
  p.status = row.get<PlanStatus>(6);
  p.from_year = row.get<int>(7);
  p.to_year = row.get<int>(8);
  p.note = text_at(row, 9);
  p.confidence = row.get<Confidence>(11);
  p.origin = row.get<Origin>(12);
  p.rule = row.get<CountRule>(13);
  return p;
}

Indicator read_indicator(Statement const &row) {
  Indicator i;
  i.id = row.get<IndicatorId>(0);
  i.name = text_at(row, 1);
  i.kind = row.get<IndicatorKind>(3);
  i.numerator = row.get<Counted>(4);
  i.over_homes_in_need = !row.is_null(5);
  i.note = text_at(row, 6);
  return i;
}

Target read_target(Statement const &row) {
  Target t;
  t.id = row.get<TargetId>(0);
  t.plan = row.get<PlanId>(1);
  t.indicator = row.get<IndicatorId>(2);
  t.year = row.get<std::optional<int>>(3);
  t.relation = row.get<TargetRelation>(4);
  t.quoted = row.get<std::string>(5);
  t.unit = row.get<std::string>(6);
  t.unit_factor = row.get<double>(7);
  t.value = row.get<double>(8);
  t.base_quoted = row.text(9);
  t.base_value = row.get<std::optional<double>>(10);
  t.base_year = row.get<std::optional<int>>(11);
  t.base_kind = row.get<BaseKind>(12);
  t.nature = row.get<Nature>(13);
  t.quote_zh = row.text(14);
  t.line = row.get<std::optional<int>>(15);
  t.note = text_at(row, 16);
  t.origin = row.get<Origin>(18);
  return t;
}

template <class T>
std::vector<T> read_all(Statement &rows, T (*read)(Statement const &)) {
  std::vector<T> all;
  while (rows.step())
    all.push_back(read(rows));
  return all;
}

template <class T>
std::optional<T> read_one(Statement &rows, T (*read)(Statement const &)) {
  if (!rows.step()) return std::nullopt;
  return read(rows);
}

}  // namespace

std::vector<Plan> PlanStore::plans() {
  auto rows = m_tracker->db().prepare(
      "SELECT id, district, place_zh, place_en, title_zh, title_en, status, from_year, to_year, "
      "note_zh, note_en, confidence, origin, count_rule FROM plans WHERE retired = 0 "
      "ORDER BY district, from_year, id");
  return read_all(rows, read_plan);
}

std::vector<Plan> PlanStore::plans_of(DistrictCode const &district) {
  auto all = plans();
  std::erase_if(all, [&](Plan const &plan) { return plan.district != district; });
  return all;
}

std::optional<Plan> PlanStore::find(PlanId const &id) {
  auto rows = m_tracker->db().prepare(
      "SELECT id, district, place_zh, place_en, title_zh, title_en, status, from_year, to_year, "
      "note_zh, note_en, confidence, origin, count_rule FROM plans WHERE id = ?1");
  rows.bind(id);
  return read_one(rows, read_plan);
}

std::vector<Indicator> PlanStore::indicators() {
  auto rows = m_tracker->db().prepare(
      "SELECT id, name_zh, name_en, kind, numerator, denominator, note_zh, note_en FROM indicators "
      "WHERE retired = 0 ORDER BY id");
  return read_all(rows, read_indicator);
}

std::optional<Indicator> PlanStore::indicator(IndicatorId const &id) {
  auto rows = m_tracker->db().prepare(
      "SELECT id, name_zh, name_en, kind, numerator, denominator, note_zh, note_en FROM indicators "
      "WHERE id = ?1");
  rows.bind(id);
  return read_one(rows, read_indicator);
}

std::vector<Target> PlanStore::targets(PlanId const &plan) {
  auto rows = m_tracker->db().prepare(
      "SELECT id, plan, indicator, year, relation, quoted, unit, unit_factor, value, base_quoted, "
      "base_value, base_year, base_kind, nature, quote_zh, line, note_zh, note_en, origin "
      "FROM targets WHERE retired = 0 AND plan = ?1 ORDER BY indicator, year, id");
  rows.bind(plan);
  return read_all(rows, read_target);
}

std::vector<Target> PlanStore::targets_of(DistrictCode const &district) {
  std::vector<Target> all;
  for (Plan const &plan : plans_of(district)) {
    auto of_plan = targets(plan.id);
    std::move(of_plan.begin(), of_plan.end(), std::back_inserter(all));
  }
  auto const replaced = [&](Target const &shipped) {
    return shipped.origin == Origin::reference &&
           std::any_of(all.begin(), all.end(), [&](Target const &own) {
             return own.origin == Origin::local && own.indicator == shipped.indicator &&
                    own.year == shipped.year;
           });
  };
  std::vector<Target> standing;
  std::copy_if(all.begin(), all.end(), std::back_inserter(standing),
               [&](Target const &target) { return !replaced(target); });
  return standing;
}

std::vector<Baseline> PlanStore::baselines(PlanId const &plan) {
  auto rows = m_tracker->db().prepare(
      "SELECT plan, indicator, from_year, to_year, value, quote_zh, line FROM baselines "
      "WHERE retired = 0 AND plan = ?1 ORDER BY indicator, to_year");
  rows.bind(plan);
  std::vector<Baseline> all;
  while (rows.step())
    all.push_back({rows.get<PlanId>(0), rows.get<IndicatorId>(1), rows.get<std::optional<int>>(2),
                   rows.get<std::optional<int>>(3), rows.get<double>(4), rows.get<std::string>(5),
                   rows.get<int>(6)});
  return all;
}

std::optional<Denominator> PlanStore::denominator(DistrictCode const &district,
                                                  IndicatorId const &indicator,
                                                  std::optional<LocalDate> const &by) {
  auto row = m_tracker->db().prepare(
      "SELECT homes, counted_on, source FROM denominators WHERE district = ?1 AND indicator = ?2 "
      "AND (?3 IS NULL OR counted_on <= ?3) ORDER BY counted_on DESC LIMIT 1");
  row.bind(district, indicator, by);
  if (!row.step()) return std::nullopt;
  return Denominator{row.get<double>(0), row.get<LocalDate>(1), row.get<std::string>(2)};
}

}  // namespace wza
