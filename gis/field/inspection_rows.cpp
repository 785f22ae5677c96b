// SPDX-License-Identifier: Apache-2.0
#include "gis/field/inspection_rows.h"

#include "db/model/personal_text.h"
#include "db/store/criteria.h"
#include "db/store/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace wza::gis {
namespace {

/// "14:30" of "2024-05-06 14:30:05" or "14:30"; nothing where no time of day stands, or one of
/// another zone than China's.
std::optional<std::string> minute_of(std::string_view cell) {
  auto const colon = cell.find(':');
  if (colon == std::string_view::npos || colon == 0 || cell.ends_with('Z')) return std::nullopt;
  auto const zone = cell.find('+', colon);
  if (zone != std::string_view::npos && !cell.substr(zone).starts_with("+08")) return std::nullopt;
  auto start = colon;
  while (start > 0 && colon - start < 2 &&
         std::isdigit(static_cast<unsigned char>(cell[start - 1])))
    --start;
  auto const hour = parse_number(cell.substr(start, colon - start));
  auto const minute = parse_number(cell.substr(colon + 1, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return fmt::format("{:02.0f}:{:02.0f}", *hour, *minute);
}

Problem bad_word(Columns const &columns, Row const &row, std::string_view field, Text remedy) {
  auto const word = utf8_prefix(columns.cell(row, field), 60);
  return columns.problem(
      ProblemCode::bad_value, row, field,
      {fmt::format("不认识“{}”。", word), fmt::format("“{}” is not known here.", word)},
      std::move(remedy));
}

}  // namespace

Problem no_facility(Columns const &columns, Row const &row, FacilityId const &id) {
  return columns.problem(
      ProblemCode::unknown_code, row, "facility",
      {fmt::format("没有编号为 {} 的设施。", id.value),
       fmt::format("There is no facility {}.", id.value)},
      {"请先用 wza import facilities 导入设施，或改正编号。",
       "Import the facilities first with wza import facilities, or correct the id."});
}

Problem no_day(Columns const &columns, Row const &row, std::string_view field) {
  auto const word = utf8_prefix(columns.cell(row, field), 40);
  return columns.problem(
      ProblemCode::bad_date, row, field,
      {fmt::format("“{}”不是日期。", word), fmt::format("“{}” is no date.", word)},
      {"请写成 2024-05-06 的形式。", "Write it like 2024-05-06."});
}

Problem no_inspection_kind(Columns const &columns, Row const &row) {
  return bad_word(columns, row, "kind",
                  {"请填写日常督导、专项检查、体验活动、验收试用、投诉核查或复查。",
                   "Write routine, campaign, experience, acceptance, complaint or recheck."});
}

InspectionRows::InspectionRows(Tracker &tracker, Columns const &columns)
    : m_tracker(tracker), m_columns(columns), m_facilities(tracker), m_context(tracker) {
  for (auto const &place : ReferenceStore(tracker).place_types())
    m_public.emplace(place.code, place.public_building);
}

Facility const *InspectionRows::find_facility(FacilityId const &id) {
  auto const [at, is_new] = m_known.try_emplace(id);
  if (is_new) at->second = m_facilities.find(id);
  return at->second ? &*at->second : nullptr;
}

Criterion const *InspectionRows::find_criterion(CriterionId const &id) {
  auto const [at, is_new] = m_criteria.try_emplace(id);
  if (is_new) at->second = CriteriaStore(m_tracker).find(id);
  return at->second ? &*at->second : nullptr;
}

Result<Done> InspectionRows::read_head(Row const &row, ReportedMeasurement &r) {
  auto const day = day_of(m_columns.cell(row, "date"));
  if (!day) return no_day(m_columns, row, "date");
  if (*day > LocalDate::of(m_tracker.clock().now())) {
    return m_columns.problem(
        ProblemCode::bad_date, row, "date",
        {fmt::format("检查日期 {} 还没有到。", day->iso()),
         fmt::format("The day {} has not come yet.", day->iso())},
        {"请核对年份和电脑的日期。", "Check the year, and the date of this computer."});
  }
  r.day = *day;
  r.kind = InspectionKind::routine;
  if (auto const word = m_columns.cell(row, "kind"); !word.empty()) {
    auto const kind = inspection_kind_of(word);
    if (!kind) return no_inspection_kind(m_columns, row);
    r.kind = *kind;
  }
  r.access = AccessState::allowed;
  if (auto const word = m_columns.cell(row, "access"); !word.empty()) {
    auto const access = access_state_of(word);
    if (!access) {
      return bad_word(
          m_columns, row, "access",
          {"请填写可以进入、拒绝进入、关闭、施工中、被占用、不存在或损坏。",
           "Write allowed, refused, closed, under_works, occupied, absent or damaged."});
    }
    r.access = *access;
  }
  r.inspector = std::string(m_columns.cell(row, "inspector"));
  r.weather = m_columns.optional_cell(row, "weather");
  r.time = minute_of(m_columns.cell(row, m_columns.has("time") ? "time" : "date"));
  return Done{};
}

/// What the row's unit column says, else the brackets of the value's header where that unit can be
/// one of this criterion: a table under “测量值(mm)” has slopes and counts as well.
Result<std::string> InspectionRows::unit_of_value(Row const &row, Criterion const &criterion) {
  std::string const cell(m_columns.cell(row, "unit"));
  auto const header = unit_of(m_columns.unit("value"));
  auto const own = unit_of(criterion.unit);
  if (!header || !own || header->dimension != own->dimension || !is_measured(criterion))
    return cell;
  if (cell.empty()) return std::string(header->word);
  auto const stated = unit_of(cell);
  if (!stated || stated->word == header->word) return cell;
  return m_columns.problem(
      ProblemCode::bad_value, row, "unit",
      {fmt::format("本行单位是“{}”，列名“{}”却写着 {}，不知道以哪个为准。", cell,
                   m_columns.header("value"), header->word),
       fmt::format("The row says “{}”, the header “{}” says {}; which holds is not known.", cell,
                   m_columns.header("value"), header->word)},
      {"请改成一致，或去掉列名里的单位。",
       "Make them the same, or drop the unit from the header."});
}

Result<Done> InspectionRows::read_measurement(Row const &row, ReportedMeasurement &r) {
  auto &m = r.measurement;
  m.criterion = CriterionId(std::string(m_columns.cell(row, "criterion")));
  r.criterion = find_criterion(m.criterion);
  if (r.criterion == nullptr) {
    return m_columns.problem(
        ProblemCode::unknown_code, row, "criterion",
        {fmt::format("没有编号为“{}”的指标。", utf8_prefix(m.criterion.value, 60)),
         fmt::format("There is no criterion “{}”.", utf8_prefix(m.criterion.value, 60))},
        {"wza rules 列出全部指标编号。", "wza rules lists all criteria."});
  }
  m.component = std::string(m_columns.cell(row, "component"));
  if (m.component.empty()) m.component = r.criterion->facility_name.zh;
  auto const unit = unit_of_value(row, *r.criterion);
  if (!unit) return unit.problem();
  m.value = m_columns.optional_cell(row, "value");
  if (!unit->empty()) m.unit = *unit;
  m.context = m_columns.optional_cell(row, "context");
  m.note = m_columns.optional_cell(row, "note");
  m.location = m_columns.optional_cell(row, "location");
  m.extent = m_columns.optional_cell(row, "extent");
  if (m.extent && parse_number(*m.extent)) *m.extent += m_columns.unit("extent");
  if (says_inapplicable(m_columns.cell(row, "value"))) r.circumstances.applies = false;
  auto readings = read_values(*r.criterion, m_columns.cell(row, "value"), *unit);
  if (!readings) {
    auto problem = readings.problem();
    return m_columns.problem(problem.code, row, problem.field, problem.reason, problem.remedy);
  }
  r.readings = *std::move(readings);
  return Done{};
}

Result<Done> InspectionRows::read_extent_of(Row const &row, ReportedMeasurement &r) {
  auto const &extent = r.measurement.extent;
  if (!extent) return Done{};
  r.extent = read_extent(*extent);
  if (r.extent) return Done{};
  return m_columns.problem(
      ProblemCode::bad_value, row, "extent",
      {fmt::format("看不出“{}”是多长、多大或多少个。", utf8_prefix(*extent, 60)),
       fmt::format("“{}” tells no length, area or count.", utf8_prefix(*extent, 60))},
      {"请连同单位填写，例如 121 m、6 m²、3 个。",
       "Write it with its unit, such as 121 m, 6 m² or 3 pcs."});
}

Result<Done> InspectionRows::read_assignment(Row const &row, ReportedMeasurement &r) {
  auto &assigned = r.measurement.assigned;
  assigned.unit = m_columns.optional_cell(row, "responsible");
  if (assigned.unit && holds_personal_number(*assigned.unit)) {
    return m_columns.problem(ProblemCode::forbidden, row, "responsible", personal_number_words(),
                             {"请只写单位名称。", "Write the name of the unit only."});
  }
  if (!m_columns.cell(row, "due").empty()) {
    assigned.due = day_of(m_columns.cell(row, "due"));
    if (!assigned.due) return no_day(m_columns, row, "due");
    if (*assigned.due < r.day) {
      return m_columns.problem(
          ProblemCode::bad_date, row, "due",
          {fmt::format("整改期限 {} 早于检查日期 {}。", assigned.due->iso(), r.day.iso()),
           fmt::format("The deadline {} lies before the inspection of {}.", assigned.due->iso(),
                       r.day.iso())},
          {"请核对这两个日期。", "Check both days."});
    }
  }
  if (auto const word = m_columns.cell(row, "severity"); !word.empty()) {
    assigned.severity = fault_severity_of(word);
    if (!assigned.severity) {
      return bad_word(m_columns, row, "severity",
                      {"请填写致命、严重、一般、轻微，或 M、C、R。",
                       "Write critical, serious, moderate or minor, or M, C or R."});
    }
  }
  return Done{};
}

Result<Done> InspectionRows::read_context(Row const &row, ReportedMeasurement &r) {
  auto const part = m_context.read(m_columns.cell(row, "context"), r.circumstances);
  if (!part) return Done{};
  auto const problem = context_problem(*part);
  return m_columns.problem(problem.code, row, problem.field, problem.reason, problem.remedy);
}

/// A second row of a visit without a component: another door, or the same one again?
Problem InspectionRows::which_one(Row const &row) const {
  return m_columns.problem(
      ProblemCode::bad_value, row, "component",
      {"同一次督导中，这项指标已有一行没有写明部件；不知道这是另一处，还是同一处重测。",
       "The visit already has a row of this criterion without a component; whether this is another "
       "one or the same again is not known."},
      {"请在“部件”列分别写明，例如“东门”“西门”，再导入。",
       "Say in the column “部件” which one each is, such as “east door”, and import again."});
}

Result<Done> InspectionRows::read(Row const &row) {
  auto done = read_fields(row);
  auto const question = m_columns.cell(row, "question");  // people know the headers of their form
  if (done || question.empty()) return done;
  auto problem = done.problem();
  if (problem.field == m_columns.header("value")) problem.field = std::string(question);
  return problem;
}

/// A visit at which nobody was let in has nothing to measure.
Result<Done> InspectionRows::read_visit(Row const &row, FacilityId const &id) {
  ReportedMeasurement r;
  if (auto head = read_head(row, r); !head) return head;
  if (r.access == AccessState::allowed) {
    return m_columns.problem(ProblemCode::missing_value, row, "criterion",
                             {"这次督导可以进入，却没有任何测量值。",
                              "The team was let in at this visit, and nothing was measured."},
                             {"请补上测量值，或在“进入状态”写明为何没有进入。",
                              "Add what was measured, or say in “access” why nobody was let in."});
  }
  m_bare[id].push_back(std::move(r));
  return Done{};
}

Result<Done> InspectionRows::read_fields(Row const &row) {
  bool const bare = m_columns.cell(row, "criterion").empty() &&
                    m_columns.cell(row, "value").empty() &&
                    (m_columns.has("question") || !m_columns.cell(row, "access").empty());
  for (auto field : {"facility", "date", "criterion"}) {
    if (bare && field == std::string_view("criterion")) continue;
    if (m_columns.cell(row, field).empty()) return m_columns.missing(row, field);
  }
  FacilityId const id{std::string(m_columns.cell(row, "facility"))};
  auto const *facility = find_facility(id);
  if (facility == nullptr) return no_facility(m_columns, row, id);
  if (bare) return read_visit(row, id);
  ReportedMeasurement r;
  auto head = read_head(row, r);
  if (!head) return head;
  auto measured = read_measurement(row, r);
  if (!measured) return measured;
  r.circumstances.build = facility->build;
  r.circumstances.place = facility->place_type;
  r.circumstances.on = r.day;
  if (auto const place = m_public.find(facility->place_type); place != m_public.end())
    r.circumstances.facts.emplace("public_building", place->second);
  auto extent = read_extent_of(row, r);
  if (!extent) return extent;
  auto assigned = read_assignment(row, r);
  if (!assigned) return assigned;
  auto context = read_context(row, r);
  if (!context) return context;
  auto &rows = m_reported[id];
  auto const [same, is_new] = m_places.try_emplace(
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}", id.value, r.day.iso(), key(r.kind), r.inspector,
                  r.measurement.criterion.value, r.measurement.component),
      rows.size());
  if (is_new) {
    rows.push_back(std::move(r));
    return Done{};
  }
  if (r.measurement.component == r.criterion->facility_name.zh) return which_one(row);
  // The same component measured twice on one visit: the later row is the correction.
  rows[same->second] = std::move(r);
  return Done{};
}

}  // namespace wza::gis
