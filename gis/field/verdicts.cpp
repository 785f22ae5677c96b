// SPDX-License-Identifier: Apache-2.0
#include "gis/field/verdicts.h"

#include "db/store/finding_courses.h"
#include "db/store/reference.h"
#include "gis/field/defect.h"
#include "gis/field/fact_words.h"
#include "gis/field/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <tuple>

namespace wza::gis {
namespace {

/// The order in which readings follow each other.
using Rank = std::pair<LocalDate, bool>;  ///< day, and whether it is a re-check
using Key = std::tuple<LocalDate, InspectionKind, std::string, std::string, std::string>;

Key key_of(LocalDate day, InspectionKind kind, std::string const &inspector, Measurement const &m) {
  return {day, kind, inspector, m.component, m.criterion.value};
}

}  // namespace

/// A measurement among those of its component.
struct Verdicts::Entry {
  ReportedMeasurement *row = nullptr;
  StoredMeasurement *stored = nullptr;          ///< null: not stored yet
  std::shared_ptr<ReportedMeasurement> read{};  ///< owns the row of a stored one

  Rank rank() const { return {row->day, row->kind == InspectionKind::recheck}; }
};

Verdicts::Verdicts(Tracker &tracker)
    : m_tracker(tracker), m_context(tracker), m_names(fact_names(tracker)) {
  for (auto const &place : ReferenceStore(tracker).place_types())
    m_public.emplace(place.code, place.public_building);
}

FindingChanges Verdicts::settle(Facility const &facility, std::vector<ReportedMeasurement> &fresh,
                                RunId run) {
  auto stored = InspectionStore(m_tracker).measured_at(facility.id);
  std::map<std::string, Entries> components;
  std::set<Key> replaced;
  for (auto const &row : fresh) {
    components.try_emplace(row.measurement.component);
    if (!stored.empty()) replaced.insert(key_of(row.day, row.kind, row.inspector, row.measurement));
  }
  std::erase_if(stored, [&](StoredMeasurement const &one) {
    return !components.contains(one.measurement.component) ||
           replaced.contains(key_of(one.day, one.kind, one.inspector, one.measurement));
  });
  add_stored(facility, stored, components);
  for (auto &row : fresh)
    components[row.measurement.component].push_back({&row});
  return keep(facility, components, run);
}

FindingChanges Verdicts::settle_all(Facility const &facility, RunId run) {
  auto stored = InspectionStore(m_tracker).measured_at(facility.id);
  std::map<std::string, Entries> components;
  add_stored(facility, stored, components);
  return keep(facility, components, run);
}

void Verdicts::add_stored(Facility const &facility, std::vector<StoredMeasurement> &stored,
                          std::map<std::string, Entries> &components) {
  for (auto &one : stored) {
    auto read = read_stored(facility, one);
    if (!read) continue;  // was refused when it came, or its criterion is gone: it stays as it is
    auto row = std::make_shared<ReportedMeasurement>(*std::move(read));
    components[one.measurement.component].push_back({row.get(), &one, row});
  }
}

std::optional<ReportedMeasurement> Verdicts::read_stored(Facility const &facility,
                                                         StoredMeasurement const &stored) {
  ReportedMeasurement row;
  row.day = stored.day;
  row.kind = stored.kind;
  row.inspector = stored.inspector;
  row.access = stored.access;
  row.measurement = stored.measurement;
  row.criterion = find_criterion(stored.measurement.criterion);
  if (row.criterion == nullptr) return std::nullopt;
  auto const value = row.measurement.value.value_or("");
  auto readings = read_values(*row.criterion, value, row.measurement.unit.value_or(""));
  if (!readings) return std::nullopt;
  row.readings = *std::move(readings);
  if (row.measurement.extent) row.extent = read_extent(*row.measurement.extent);
  auto &at = row.circumstances;
  at.build = facility.build;
  at.place = facility.place_type;
  at.on = row.day;
  if (says_inapplicable(value)) at.applies = false;
  if (auto const place = m_public.find(facility.place_type); place != m_public.end())
    at.facts.emplace("public_building", place->second);
  m_context.read(row.measurement.context.value_or(""), at);
  return row;
}

Criterion const *Verdicts::find_criterion(CriterionId const &id) {
  if (auto const known = m_criteria.find(id); known != m_criteria.end()) return &known->second;
  auto found = CriteriaStore(m_tracker).find(id);
  if (!found) return nullptr;
  return &m_criteria.emplace(id, *std::move(found)).first->second;
}

/// Adds readings under the clause that asks the same of the other kind of building: the one of them
/// that does not apply to the facility decides nothing, and the other must not go unjudged.
void Verdicts::add_counterparts(Entries &entries) {
  Entries added;
  for (Entry const &entry : entries) {
    bool const kind_decides =
        entry.row->criterion->applies_to != AppliesTo::all && entry.row->circumstances.build;
    if (!kind_decides) continue;
    if (!m_counterparts) {
      CriteriaById all;
      for (auto &criterion : CriteriaStore(m_tracker).all())
        all.emplace(criterion.id, std::move(criterion));
      m_counterparts = counterparts(all);
    }
    auto const other = m_counterparts->find(entry.row->criterion->id);
    if (other == m_counterparts->end()) continue;
    bool const has_its_own = std::any_of(entries.begin(), entries.end(), [&](Entry const &one) {
      return one.rank() == entry.rank() && one.row->criterion->id == other->second;
    });
    if (has_its_own) continue;
    auto row = std::make_shared<ReportedMeasurement>(*entry.row);
    row->criterion = find_criterion(other->second);
    row->measurement.criterion = other->second;
    added.push_back({row.get(), nullptr, row});
  }
  std::move(added.begin(), added.end(), std::back_inserter(entries));
}

void Verdicts::judge_all(Entries &entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](Entry const &a, Entry const &b) { return a.rank() < b.rank(); });
  // Each reading stands until the next one of its criterion; the newest stand for ever.
  std::map<Rank, std::vector<Entry *>> ends_at;
  std::map<CriterionId, std::vector<Entry *>> standing;
  for (Entry &entry : entries) {
    auto &before = standing[entry.row->measurement.criterion];
    bool const follows = !before.empty() && before.back()->rank() < entry.rank();
    if (follows && has_reading(entry.row->readings)) {
      for (Entry *ended : before)
        ends_at[entry.rank()].push_back(ended);
      before.clear();
    }
    before.push_back(&entry);
  }
  Observations told;
  for (Entry &entry : entries) {
    if (auto const ended = ends_at.find(entry.rank()); ended != ends_at.end()) {
      auto const known = facts_told(told, m_criteria);
      for (Entry *one : ended->second)
        judge_one(*one, known, told);
      ends_at.erase(ended);
    }
    auto &there = told[entry.row->measurement.criterion];
    if (has_reading(entry.row->readings) || !has_reading(there.readings))
      there = {entry.row->readings, entry.row->circumstances, entry.row->day};
  }
  auto const known = facts_told(told, m_criteria);
  for (auto const &[id, newest] : standing) {
    for (Entry *one : newest)
      judge_one(*one, known, told);
  }
}

Rivals const &Verdicts::rivals_of(Criterion const &criterion) {
  auto const [at, fresh] = m_rivals.try_emplace(criterion.id);
  if (!fresh) return at->second;
  auto const [standing, unknown] = m_standing.try_emplace(criterion.facility_type);
  if (unknown) {
    for (auto &one : CriteriaStore(m_tracker).all()) {
      if (one.facility_type == criterion.facility_type) standing->second.push_back(std::move(one));
    }
  }
  for (auto const &other : standing->second) {
    if (are_rivals(criterion, other)) at->second.push_back(&other);
  }
  return at->second;
}

void Verdicts::judge_one(Entry &entry, Facts const &known, Observations const &told) {
  auto &row = *entry.row;
  auto at = row.circumstances;
  at.names = &m_names;
  at.facts.insert(known.begin(), known.end());
  auto judgement = judge_sides(*row.criterion, row.readings, at);
  if (judgement.outcome == Outcome::cant_tell && !judgement.missing.empty()) {
    auto const is_recorded = [&](CriterionId const &id) {
      auto const found = told.find(id);
      return found != told.end() && has_reading(found->second.readings);
    };
    judgement = decided_by_all(*row.criterion, std::move(judgement), rivals_of(*row.criterion),
                               row.readings, at, is_recorded);
  }
  row.decided_by = judgement.reading;
  row.demanded = judgement.demanded;
  row.measurement.outcome = judgement.outcome;
  row.measurement.margin = judgement.margin;
  row.measurement.reason = judgement.reason;
  if (!judgement.reading && row.access != AccessState::allowed &&
      judgement.outcome == Outcome::cant_tell) {
    auto const state = label(row.access);
    row.measurement.reason.zh += fmt::format("（{}）", state.zh);
    row.measurement.reason.en += fmt::format(" ({})", state.en);
  }
}

namespace {

/// What the readings of one criterion at one component say on one day; nothing where none decides.
/// Not measured decides nothing; nor does a clause that was not in force, for another took its
/// place.
std::optional<Showing> showing_of(ReportedMeasurement const &row) {
  switch (row.measurement.outcome) {
    case Outcome::failed:
      return Showing::present;
    case Outcome::passed:
      return Showing::gone;
    case Outcome::inapplicable:
      if (!in_force(*row.criterion, row.circumstances)) return std::nullopt;
      if (!has_reading(row.readings) && !row.circumstances.applies) return std::nullopt;
      return Showing::inapplicable;
    default:
      return std::nullopt;
  }
}

/// Of the readings of one day the worst holds.
void add_test(FindingCourse &course, ReportedMeasurement const &row, bool same_rank) {
  auto const showing = showing_of(row);
  if (!showing) return;
  Showed test{{std::chrono::sys_days(row.day.value)}, *showing};
  if (*showing == Showing::present) {
    test.what = occurrence_of(row);
    test.assigned = row.measurement.assigned;
  }
  if (!same_rank || course.tests.empty()) {
    course.tests.push_back(std::move(test));
  } else if (*showing <= course.tests.back().showing) {
    course.tests.back() = std::move(test);
  }
}

}  // namespace

FindingChanges Verdicts::keep(Facility const &facility, std::map<std::string, Entries> &components,
                              RunId run) {
  InspectionStore store(m_tracker);
  std::vector<FindingCourse> courses;
  for (auto &[component, entries] : components) {
    add_counterparts(entries);
    for (auto const &entry : entries)
      find_criterion(entry.row->criterion->id);
    judge_all(entries);
    std::map<CriterionId, FindingCourse> of_criteria;
    std::map<CriterionId, Rank> last;
    for (auto &entry : entries) {
      auto const &row = *entry.row;
      auto const &criterion = row.criterion->id;
      if (entry.stored != nullptr && row.measurement != entry.stored->measurement) {
        auto const before = entry.stored->measurement.outcome;
        entry.stored->measurement = row.measurement;
        store.put_verdict(*entry.stored, before, run);
      }
      auto &course = of_criteria[criterion];
      if (course.defect.fingerprint.empty())
        course.defect.fingerprint = fingerprint_of(facility.id, criterion, component);
      if (row.measurement.outcome == Outcome::failed) course.defect = defect_of(facility, row);
      auto const before = last.find(criterion);
      add_test(course, row, before != last.end() && before->second == entry.rank());
      if (showing_of(row)) last[criterion] = entry.rank();
    }
    for (auto &[id, course] : of_criteria)
      courses.push_back(std::move(course));
  }
  return follow_courses(m_tracker, run, FindingKind::facility, facility.id.value, facility.district,
                        courses);
}

}  // namespace wza::gis
