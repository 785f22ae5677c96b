// SPDX-License-Identifier: Apache-2.0
// Takes in the plans of an office: PlanStore::add_local.
#include "db/model/district.h"
#include "db/store/plan_rows.h"
#include "db/store/plans.h"
#include "db/store/reference.h"
#include "db/store/runs.h"

#include <fmt/format.h>

#include <algorithm>

namespace wza {
namespace {

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

/// What the row could change: the target, what its plan says of itself, and the denominator.
nlohmann::json seen(Database &db, TargetId const &target, CheckedPlanRow const &row,
                    IndicatorId const &indicator) {
  auto known = db.prepare(
      "SELECT json_object('plan', p.title_zh, 'place', p.place_zh, 'status', p.status, "
      "'from_year', p.from_year, 'to_year', p.to_year, 'rule', p.count_rule, 'relation', "
      "t.relation, 'target', t.quoted, 'unit', t.unit, 'base', t.base_quoted, 'base_year', "
      "t.base_year, 'nature', t.nature, 'quote', t.quote_zh, 'homes', d.homes, 'source', d.source) "
      "FROM targets t JOIN plans p ON p.id = t.plan LEFT JOIN denominators d ON d.district = "
      "p.district AND d.indicator = ?2 AND d.counted_on = ?3 WHERE t.id = ?1");
  known.bind(target, indicator,
             row.denominator ? std::optional(row.denominator->counted_on) : std::nullopt);
  return known.step() ? nlohmann::json::parse(known.text(0)) : nlohmann::json();
}

std::string place_of(Tracker &tracker, PlanRow const &row, DistrictCode const &district) {
  if (auto const given = trimmed(row.place); !given.empty()) return std::string(given);
  if (district.value == kNation) return "全国";
  return ReferenceStore(tracker).admin_name(district).value_or(district.value);
}

/// What the row leaves out stays as another row has said it.
void put_plan(Tracker &tracker, PlanId const &plan, PlanRow const &row,
              CheckedPlanRow const &checked) {
  auto const given = [](std::string_view word) { return !trimmed(word).empty(); };
  auto const place = place_of(tracker, row, checked.district);
  auto const title = given(row.plan) ? std::string(trimmed(row.plan)) : place + "规划";
  tracker.db()
      .prepare(
          "INSERT INTO plans(id, district, place_zh, place_en, title_zh, title_en, status, "
          "from_year, to_year, count_rule, confidence, origin) "
          "VALUES (?1, ?2, ?3, ?3, ?4, ?4, ?5, ?6, ?7, ?8, 'one_source', 'local') "
          "ON CONFLICT(id) DO UPDATE SET place_zh = iif(?9, ?3, place_zh), "
          "place_en = iif(?9, ?3, place_en), title_zh = iif(?10, ?4, title_zh), "
          "title_en = iif(?10, ?4, title_en), status = iif(?11, ?5, status), "
          "from_year = min(from_year, ?6), to_year = max(to_year, ?7), "
          "count_rule = iif(?12, ?8, count_rule)")
      .bind(plan, checked.district, place, title, checked.status,
            std::min(checked.from_year.value_or(checked.year), checked.year), checked.year,
            checked.rule, given(row.place), given(row.plan), given(row.status), given(row.rule))
      .run();
}

void put_target(Database &db, TargetId const &target, PlanId const &plan,
                IndicatorId const &indicator, PlanRow const &row, CheckedPlanRow const &checked) {
  db.prepare(
        "INSERT INTO targets(id, plan, indicator, year, relation, quoted, unit, unit_factor, "
        "value, base_quoted, base_value, base_year, base_kind, nature, quote_zh, origin) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'local') "
        "ON CONFLICT(id) DO UPDATE SET relation = excluded.relation, quoted = "
        "excluded.quoted, unit = excluded.unit, unit_factor = excluded.unit_factor, "
        "value = excluded.value, base_quoted = excluded.base_quoted, base_value = "
        "excluded.base_value, base_year = excluded.base_year, base_kind = "
        "excluded.base_kind, nature = excluded.nature, quote_zh = excluded.quote_zh")
      .bind(target, plan, indicator, checked.year, checked.relation, checked.quoted, checked.unit,
            checked.unit_factor, checked.value,
            row.base.empty() ? std::nullopt : std::optional(row.base), checked.base_value,
            checked.base_year, checked.base_kind, checked.nature, std::string(trimmed(row.quote)))
      .run();
}

void put_denominator(Database &db, IndicatorId const &indicator, CheckedPlanRow const &checked) {
  auto const &given = checked.denominator;
  if (!given) return;
  db.prepare(
        "INSERT INTO denominators(district, indicator, counted_on, homes, source) "
        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT(district, indicator, counted_on) DO UPDATE "
        "SET homes = excluded.homes, source = excluded.source")
      .bind(checked.district, indicator, given->counted_on, given->homes, given->source)
      .run();
}

Problem unknown_indicator(std::vector<Indicator> const &known, PlanRow const &row,
                          std::string_view file) {
  std::vector<std::string> zh, en;
  for (Indicator const &i : known) {
    zh.push_back(i.name.zh);
    en.push_back(i.name.en);
  }
  auto const wanted = trimmed(row.indicator);
  return plan_problem(ProblemCode::unknown_code, file, row, "indicator",
                      {fmt::format("没有名为“{}”的指标。", wanted),
                       fmt::format("There is no indicator \"{}\".", wanted)},
                      {fmt::format("请填写其中之一：{}。", fmt::join(zh, "、")),
                       fmt::format("Give one of these: {}.", fmt::join(en, "; "))});
}

}  // namespace

std::optional<Plan> PlanStore::plan_of(PlanRow const &row) {
  auto const district = plan_district(row.district);
  if (!district) return std::nullopt;
  return find(local_plan(m_tracker->db(), *district, trimmed(row.plan)));
}

Result<StoreChange> PlanStore::add_local(PlanRow const &row, std::string_view file,
                                         std::optional<RunId> run) {
  auto const known = indicators();
  auto const wanted = trimmed(row.indicator);
  auto const indicator = std::find_if(known.begin(), known.end(), [&](Indicator const &i) {
    return wanted == i.id.value || wanted == i.name.zh || ascii_iequals(wanted, i.name.en);
  });
  if (indicator == known.end()) return unknown_indicator(known, row, file);
  auto const checked = check_plan_row(row, *indicator, file);
  if (!checked) return checked.problem();

  auto &db = m_tracker->db();
  PlanId const plan = local_plan(db, checked->district, trimmed(row.plan));
  TargetId const target(fmt::format("{}-{}-{}", plan.value, indicator->id.value, checked->year));
  auto const before = seen(db, target, *checked, indicator->id);
  put_plan(*m_tracker, plan, row, *checked);
  put_target(db, target, plan, indicator->id, row, *checked);
  put_denominator(db, indicator->id, *checked);
  auto const after = seen(db, target, *checked, indicator->id);
  if (before == after) return StoreChange::unchanged;
  bool const is_new = before.is_null();
  append_event(*m_tracker,
               {"", run, is_new ? "stored" : "updated", "targets", target.value, before, after});
  return is_new ? StoreChange::stored : StoreChange::updated;
}

}  // namespace wza
