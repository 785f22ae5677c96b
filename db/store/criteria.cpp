// SPDX-License-Identifier: Apache-2.0
#include "db/store/criteria.h"

#include "db/store/columns.h"

#include <fmt/format.h>

#include <map>

namespace wza {
namespace {

/// Every criterion with the name of its facility type; each query adds its own WHERE.
constexpr std::string_view kSelect =
    "SELECT c.id, c.standard, c.clause, c.facility_type, f.name_zh, f.name_en, c.places, "
    "c.name_zh, "
    "c.name_en, c.quantity_zh, c.quantity_en, c.yields, c.comparator, c.low_si, c.high_si, "
    "c.threshold, c.unit, c.dimension, c.applies_to, c.applies_when, c.condition_zh, "
    "c.condition_en, c.needs_judgement, c.note_zh, c.note_en, c.obligation, c.severity, "
    "c.confidence, c.source, c.superseded_by, c.origin, c.retired, s.in_force_from, "
    "(SELECT ns.in_force_from FROM criteria n JOIN standards ns ON ns.id = n.standard "
    "WHERE n.id = c.superseded_by) "
    "FROM criteria c JOIN facility_types f ON f.code = c.facility_type "
    "JOIN standards s ON s.id = c.standard ";
constexpr std::string_view kInOrder = " ORDER BY c.standard DESC, c.rowid";

/// What the row says that is not a value of a column by itself.
struct Vocabulary {
  std::map<std::string, bool, std::less<>> implied;  ///< facts
  std::multimap<std::string, Step, std::less<>> steps;
  std::multimap<std::string, Side, std::less<>> sides;
  std::vector<Instrument> instruments;
};

[[noreturn]] void broken(CriterionId const &id, std::string const &what) {
  // Reference rows are tested, local ones checked when they are added.
  throw TrackerError(
      {fmt::format("跟踪库中的条款 {} 无法读取：{}。请运行 wza doctor。", id.value, what),
       fmt::format("Criterion {} of the tracker cannot be read: {}. Run wza doctor.", id.value,
                   what)});
}

double si_of(CriterionId const &id, std::string_view text, std::string_view unit_word) {
  auto const unit = unit_of(unit_word);
  auto const value = unit ? parse_quantity(text, *unit) : std::nullopt;
  if (!value) broken(id, fmt::format("criteria_steps: \"{}\" {}", text, unit_word));
  return value->si;
}

std::vector<Instrument> read_instruments(Database &db) {
  std::vector<Instrument> all;
  auto rows = db.prepare(
      "SELECT code, name_zh, name_en, dimension, from_si, tolerance_si FROM instruments "
      "WHERE retired = 0 ORDER BY dimension, from_si, code");
  while (rows.step()) {
    all.push_back({rows.get<std::string>(0),
                   rows.get<double>(4),
                   {text_at(rows, 1), {rows.get<Dimension>(3), rows.get<double>(5)}}});
  }
  return all;
}

Vocabulary read_vocabulary(Database &db) {
  Vocabulary words;
  auto facts = db.prepare("SELECT name, implied FROM facts");
  while (facts.step())
    words.implied.emplace(facts.get<std::string>(0), facts.get<bool>(1));
  auto steps = db.prepare(
      "SELECT criterion, fact, fact_from, fact_to, fact_unit, dimension, base, rate, fact_offset, "
      "minimum, round_up FROM criteria_steps WHERE retired = 0 ORDER BY criterion, step");
  while (steps.step()) {
    CriterionId const id = steps.get<CriterionId>(0);
    Step step;
    step.fact = steps.get<std::string>(1);
    step.from = si_of(id, steps.text(2), steps.text(4));
    if (!steps.is_null(3)) step.to = si_of(id, steps.text(3), steps.text(4));
    step.dimension = steps.get<Dimension>(5);
    step.base = steps.get<double>(6);
    step.rate = steps.get<double>(7);
    step.offset = steps.get<double>(8);
    step.minimum = steps.get<std::optional<double>>(9);
    step.round_up = steps.get<bool>(10);
    words.steps.emplace(id.value, std::move(step));
  }
  auto sides = db.prepare(
      "SELECT criterion, side, name_zh, name_en FROM criteria_sides WHERE retired = 0 "
      "ORDER BY criterion, position");
  while (sides.step())
    words.sides.emplace(sides.get<std::string>(0),
                        Side{sides.get<std::string>(1), text_at(sides, 2)});
  words.instruments = read_instruments(db);
  return words;
}

void mark_implied(Condition &condition, Vocabulary const &words) {
  auto const fact = words.implied.find(condition.fact);
  condition.implied = fact != words.implied.end() && fact->second;
  for (Condition &part : condition.parts)
    mark_implied(part, words);
}

std::optional<Quantity> threshold_at(Statement const &row, int column, Dimension dimension) {
  auto const si = row.get<std::optional<double>>(column);
  if (!si) return std::nullopt;
  return Quantity{dimension, *si};
}

/// Of the instrument for the largest `from_si` that the demanded value reaches.
std::optional<Tolerance> usual_tolerance(Criterion const &c, Vocabulary const &words) {
  auto const &threshold = c.low ? c.low : c.high;
  if (!threshold) return std::nullopt;
  std::optional<Tolerance> usual;
  for (Instrument const &one : words.instruments) {
    if (one.tolerance.value.dimension == threshold->dimension && threshold->si >= one.from_si)
      usual = one.tolerance;
  }
  return usual;
}

Criterion read_criterion(Statement const &row, Vocabulary const &words) {
  Criterion c;
  c.id = row.get<CriterionId>(0);
  c.standard = row.get<std::string>(1);
  c.clause = row.get<std::string>(2);
  c.facility_type = row.get<std::string>(3);
  c.facility_name = text_at(row, 4);
  for (std::string &place : words_at(row, 6))
    c.places.emplace_back(std::move(place));
  c.name = text_at(row, 7);
  c.quantity = text_at(row, 9);
  c.yields = row.text(11);
  c.comparator = row.get<Comparator>(12);
  auto const dimension = row.get<Dimension>(17);
  c.low = threshold_at(row, 13, dimension);
  c.high = threshold_at(row, 14, dimension);
  c.threshold = row.text(15);
  c.unit = row.text(16);
  auto const steps = words.steps.equal_range(c.id.value);
  for (auto step = steps.first; step != steps.second; ++step)
    c.steps.push_back(step->second);
  auto const sides = words.sides.equal_range(c.id.value);
  for (auto side = sides.first; side != sides.second; ++side)
    c.sides.push_back(side->second);
  c.tolerance = usual_tolerance(c, words);
  c.applies_to = row.get<AppliesTo>(18);
  auto condition = parse_condition(row.text(19));
  if (!condition) broken(c.id, condition.problem().reason.en);
  c.applies_when = *std::move(condition);
  mark_implied(c.applies_when, words);
  c.condition = text_at(row, 20);
  c.needs_judgement = row.get<bool>(22);
  c.note = text_at(row, 23);
  c.obligation = row.get<Obligation>(25);
  c.severity = row.get<Severity>(26);
  c.confidence = row.get<Confidence>(27);
  c.source = row.get<std::string>(28);
  c.superseded_by = CriterionId(std::string(row.text(29)));
  c.origin = row.get<Origin>(30);
  c.retired = row.get<bool>(31);
  c.in_force_from = row.get<std::optional<LocalDate>>(32);
  c.superseded_from = row.get<std::optional<LocalDate>>(33);
  return c;
}

std::vector<Criterion> read_all(Database &db, Statement &rows) {
  auto const words = read_vocabulary(db);
  std::vector<Criterion> all;
  while (rows.step())
    all.push_back(read_criterion(rows, words));
  return all;
}

std::string query(std::string_view where) {
  return fmt::format("{}WHERE {}{}", kSelect, where, kInOrder);
}

}  // namespace

std::optional<Criterion> CriteriaStore::find(CriterionId const &id) {
  auto rows = m_tracker->db().prepare(query("c.id = ?1"));
  rows.bind(id);
  auto found = read_all(m_tracker->db(), rows);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Criterion> CriteriaStore::all() {
  auto rows = m_tracker->db().prepare(query("c.retired = 0"));
  return read_all(m_tracker->db(), rows);
}

std::vector<Criterion> CriteriaStore::of_standard(std::string_view standard) {
  auto rows = m_tracker->db().prepare(query("c.retired = 0 AND c.standard = ?1"));
  rows.bind(standard);
  return read_all(m_tracker->db(), rows);
}

std::vector<Criterion> CriteriaStore::of_facility(std::string_view facility_type,
                                                  std::optional<PlaceTypeCode> const &place) {
  auto rows = m_tracker->db().prepare(query(
      "c.retired = 0 AND c.superseded_by IS NULL AND c.facility_type = ?1 AND (c.places IS NULL OR "
      "c.id IN (SELECT criterion FROM criterion_places WHERE place_type = ?2))"));
  rows.bind(facility_type, place);
  return read_all(m_tracker->db(), rows);
}

std::vector<Instrument> CriteriaStore::instruments() {
  return read_instruments(m_tracker->db());
}

std::vector<Criterion> CriteriaStore::of_place(PlaceTypeCode const &place) {
  auto rows = m_tracker->db().prepare(
      query("c.retired = 0 AND c.superseded_by IS NULL AND "
            "c.id IN (SELECT criterion FROM criterion_places WHERE place_type = ?1)"));
  rows.bind(place);
  return read_all(m_tracker->db(), rows);
}

}  // namespace wza
