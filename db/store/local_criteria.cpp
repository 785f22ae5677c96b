// SPDX-License-Identifier: Apache-2.0
#include "db/store/local_criteria.h"

#include <fmt/format.h>

namespace wza {
namespace {

std::optional<std::string> text_or_null(std::string const &text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<double> si_or_null(std::optional<Quantity> const &quantity) {
  return quantity ? std::optional(quantity->si) : std::nullopt;
}

void put_standard(Database &db, Criterion const &c) {
  auto const from = c.in_force_from ? std::optional(c.in_force_from->iso()) : std::nullopt;
  db.prepare(
        "INSERT INTO standards(id, title_zh, title_en, kind, in_force_from, confidence, origin) "
        "VALUES (?1, ?1, ?1, 'building', ?2, 'one_source', 'local') ON CONFLICT(id) DO UPDATE SET "
        "in_force_from = excluded.in_force_from WHERE origin = 'local' AND "
        "excluded.in_force_from IS NOT NULL")
      .bind(c.standard, from)
      .run();
}

}  // namespace

Result<StoreChange> put_local_criterion(Tracker &tracker, Criterion const &c) {
  auto &db = tracker.db();
  auto known = db.prepare("SELECT origin FROM criteria WHERE id = ?1");
  known.bind(c.id);
  bool const there = known.step();
  if (there && known.get<Origin>(0) == Origin::reference) {
    return Problem{
        ProblemCode::duplicate,
        "",
        "id",
        std::nullopt,
        {fmt::format("“{}”是随软件提供的指标，不会被改写。", c.id.value),
         fmt::format("“{}” is a criterion of the program and is not changed.", c.id.value)},
        {"请另取编号；两条会同时判定。", "Choose another id; both will be judged by."}};
  }
  known.reset();
  put_standard(db, c);
  std::string places;
  for (auto const &place : c.places)
    places += (places.empty() ? "" : ";") + place.value;
  auto const dimension = is_measured(c) ? (c.low ? c.low : c.high)->dimension : Dimension::none;
  auto const condition = format_condition(c.applies_when);
  auto changed = db.prepare(
      "INSERT INTO criteria(id, standard, clause, facility_type, places, name_zh, name_en, "
      "quantity_zh, quantity_en, comparator, threshold, unit, low_si, high_si, dimension, "
      "applies_to, applies_when, condition_zh, condition_en, needs_judgement, obligation, "
      "severity, confidence, source, yields, origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
      "?10, "
      "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, 'local') "
      "ON CONFLICT(id) DO UPDATE SET standard = ?2, clause = ?3, facility_type = ?4, places = ?5, "
      "name_zh = ?6, name_en = ?7, quantity_zh = ?8, quantity_en = ?9, comparator = ?10, "
      "threshold = ?11, unit = ?12, low_si = ?13, high_si = ?14, dimension = ?15, "
      "applies_to = ?16, applies_when = ?17, condition_zh = ?18, condition_en = ?19, "
      "needs_judgement = ?20, obligation = ?21, severity = ?22, confidence = ?23, source = ?24, "
      "yields = ?25, "
      "retired = 0 WHERE (standard, clause, facility_type, places, name_zh, name_en, quantity_zh, "
      "quantity_en, comparator, threshold, unit, low_si, high_si, dimension, applies_to, "
      "applies_when, condition_zh, condition_en, needs_judgement, obligation, severity, "
      "confidence, source, yields, retired) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
      "?13, "
      "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, 0) RETURNING id");
  changed.bind(c.id, c.standard, c.clause, c.facility_type, text_or_null(places), c.name.zh,
               c.name.en, c.quantity.zh, c.quantity.en, c.comparator, text_or_null(c.threshold),
               text_or_null(c.unit), si_or_null(c.low), si_or_null(c.high), dimension, c.applies_to,
               text_or_null(condition), text_or_null(c.condition.zh), text_or_null(c.condition.en),
               c.needs_judgement, c.obligation, c.severity, c.confidence, c.source,
               text_or_null(c.yields));
  if (!changed.step()) return StoreChange::unchanged;
  while (changed.step()) {
  }
  return there ? StoreChange::updated : StoreChange::stored;
}

}  // namespace wza
