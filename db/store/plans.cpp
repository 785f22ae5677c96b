// SPDX-License-Identifier: Apache-2.0
#include "db/store/plans.h"

#include "db/model/district.h"
#include "db/store/columns.h"
#include "db/store/plan_rows.h"
#include "db/store/reference.h"

#include <fmt/format.h>

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

/// The office's own plan of a district with this title, or a new id: "local-441821", then
/// "local-441821-2". Without a title, the first one that there is.
PlanId local_plan(Database &db, DistrictCode const &district, std::string_view title) {
  auto rows = db.prepare(
      "SELECT id, title_zh FROM plans WHERE origin = 'local' AND district = ?1 "
      "ORDER BY length(id), id");
  rows.bind(district);
  int known = 0;
  while (rows.step()) {
    if (title.empty() || rows.text(1) == title) return rows.get<PlanId>(0);
    ++known;
  }
  auto const id = fmt::format("local-{}", district.value);
  return PlanId(known == 0 ? id : fmt::format("{}-{}", id, known + 1));
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

Result<TargetId> PlanStore::add_local(PlanRow const &row, std::string_view file) {
  auto const known = indicators();
  auto const wanted = trimmed(row.indicator);
  auto const indicator = std::find_if(known.begin(), known.end(), [&](Indicator const &i) {
    return wanted == i.id.value || wanted == i.name.zh || ascii_iequals(wanted, i.name.en);
  });
  if (indicator == known.end()) {
    std::vector<std::string> ids;
    for (Indicator const &i : known)
      ids.push_back(i.id.value);
    return plan_problem(ProblemCode::unknown_code, file, row, "indicator",
                        {fmt::format("没有名为“{}”的指标。", wanted),
                         fmt::format("There is no indicator \"{}\".", wanted)},
                        {fmt::format("请填写其中之一：{}。", fmt::join(ids, "、")),
                         fmt::format("Give one of these: {}.", fmt::join(ids, ", "))});
  }
  auto checked = check_plan_row(row, *indicator, file);
  if (!checked) return std::move(checked).problem();

  std::string place(trimmed(row.place));
  if (place.empty() && checked->district.value == kNation) place = "全国";
  if (place.empty())
    place =
        ReferenceStore(*m_tracker).admin_name(checked->district).value_or(checked->district.value);
  std::string title(trimmed(row.plan));
  if (title.empty()) title = place + "规划";
  PlanId const plan = local_plan(m_tracker->db(), checked->district, trimmed(row.plan));
  TargetId const target(fmt::format("{}-{}-{}", plan.value, indicator->id.value, checked->year));
  m_tracker->db()
      .prepare(
          "INSERT INTO plans(id, district, place_zh, place_en, title_zh, title_en, status, "
          "from_year, to_year, count_rule, confidence, origin) "
          "VALUES (?1, ?2, ?3, ?3, ?4, ?4, ?5, ?6, ?7, ?8, 'one_source', 'local') "
          "ON CONFLICT(id) DO UPDATE SET place_zh = excluded.place_zh, place_en = "
          "excluded.place_en, title_zh = excluded.title_zh, title_en = excluded.title_en, "
          "status = excluded.status, from_year = min(from_year, excluded.from_year), "
          "to_year = max(to_year, excluded.to_year), count_rule = excluded.count_rule")
      .bind(plan, checked->district, place, title, checked->status,
            std::min(checked->from_year.value_or(checked->year), checked->year), checked->year,
            checked->rule)
      .run();
  m_tracker->db()
      .prepare(
          "INSERT INTO targets(id, plan, indicator, year, relation, quoted, unit, unit_factor, "
          "value, base_quoted, base_value, base_year, base_kind, nature, quote_zh, origin) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'local') "
          "ON CONFLICT(id) DO UPDATE SET relation = excluded.relation, quoted = "
          "excluded.quoted, unit = excluded.unit, unit_factor = excluded.unit_factor, "
          "value = excluded.value, base_quoted = excluded.base_quoted, base_value = "
          "excluded.base_value, base_year = excluded.base_year, base_kind = "
          "excluded.base_kind, nature = excluded.nature, quote_zh = excluded.quote_zh")
      .bind(target, plan, indicator->id, checked->year, checked->relation, checked->quoted,
            checked->unit, checked->unit_factor, checked->value,
            row.base.empty() ? std::nullopt : std::optional(row.base), checked->base_value,
            checked->base_year, checked->base_kind, checked->nature,
            std::string(trimmed(row.quote)))
      .run();
  if (auto const &given = checked->denominator) {
    m_tracker->db()
        .prepare(
            "INSERT INTO denominators(district, indicator, counted_on, homes, source) "
            "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT(district, indicator, counted_on) DO UPDATE "
            "SET homes = excluded.homes, source = excluded.source")
        .bind(checked->district, indicator->id, given->counted_on, given->homes, given->source)
        .run();
  }
  return target;
}

}  // namespace wza
