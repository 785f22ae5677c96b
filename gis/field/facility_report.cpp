// SPDX-License-Identifier: Apache-2.0
#include "gis/field/facility_report.h"

#include "db/store/components.h"
#include "db/store/facilities.h"
#include "db/store/inspections.h"
#include "db/store/reference.h"
#include "gis/field/context.h"
#include "gis/field/fact_words.h"
#include "gis/field/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace wza::gis {
namespace {

/// Nothing is there: "no", or a count of 0.
bool is_none(std::optional<Reading> const &reading) {
  if (!reading) return false;
  if (auto const *yes = std::get_if<bool>(&*reading)) return !*yes;
  auto const &value = std::get<Quantity>(*reading);
  return (value.dimension == Dimension::count || value.dimension == Dimension::ratio) &&
         value.si <= 0;
}

class Reporter {
 public:
  Reporter(Tracker &tracker, FacilityReport &report) : m_tracker(tracker), m_report(report) {
    for (auto &criterion : CriteriaStore(tracker).all())
      report.criteria.emplace(criterion.id, std::move(criterion));
    m_counterparts = counterparts(report.criteria);
    m_known.build = report.facility.build;
    m_known.place = report.facility.place_type;
    m_known.on = report.as_of;
    report.questions = fact_names(tracker);
    m_known.names = &report.questions;
    for (auto &type : ReferenceStore(tracker).facility_types())
      m_types.emplace(type.code, std::move(type.name));
    auto const place = ReferenceStore(tracker).place_type(report.facility.place_type);
    if (!place) return;
    report.place_name = place->name;
    m_known.facts.emplace("public_building", place->public_building);
  }

  void observe() {
    ContextReader const context(m_tracker);
    for (auto const &visit : InspectionStore(m_tracker).of_facility(m_report.facility.id)) {
      if (visit.inspected_on > m_report.as_of) continue;
      m_report.last_visit = visit.inspected_on;
      for (auto const &measurement : visit.measurements)
        take(measurement, visit.inspected_on, context);
    }
  }

  void judge_components() {
    for (auto const &[component, observed] : m_observed) {
      for (auto const &type : types_of(observed)) {
        auto const parts = parts_for(type, observed);
        m_report.components.push_back(
            {component, type, m_types[type],
             judge_component(parts, m_report.criteria, observed, m_known)});
      }
    }
  }

  void judge_elements() {
    for (auto const &required :
         ComponentStore(m_tracker).required_at(m_report.facility.place_type)) {
      auto const &criterion = m_report.criteria.at(required.criterion);
      if (!in_force(criterion, m_known)) continue;
      auto &elements = m_report.elements;
      if (elements.empty() || elements.back().element != required.element)
        elements.push_back({required.element, required.name, {}, {}});
      elements.back().demands.push_back(demand(criterion));
    }
    for (auto &element : m_report.elements)
      element.state = state_of(element);
  }

 private:
  void take(Measurement const &measurement, LocalDate day, ContextReader const &context) {
    auto const criterion = m_report.criteria.find(measurement.criterion);
    if (criterion == m_report.criteria.end()) return;  // retired
    auto readings = read_values(criterion->second, measurement.value.value_or(""),
                                measurement.unit.value_or(""));
    if (!readings) return;  // would be refused today: its unit is in doubt, or somebody edited it
    Observation one{*std::move(readings), m_known, day};
    context.read(measurement.context.value_or(""), one.at);
    if (says_inapplicable(measurement.value.value_or(""))) one.at.applies = false;
    auto &observed = m_observed[measurement.component];
    auto const other = m_counterparts.find(measurement.criterion);
    if (other != m_counterparts.end() && m_known.build && has_reading(one.readings)) {
      auto &there = observed[other->second];
      if (!has_reading(there.readings) || there.day < day) there = one;
    }
    auto &there = observed[measurement.criterion];
    if (has_reading(one.readings) || !has_reading(there.readings)) there = std::move(one);
  }

  /// The types that a component is judged as: those of what was read there, without those whose
  /// criteria all serve as parts of another.
  std::vector<std::string> types_of(Observations const &observed) {
    std::map<std::string, std::set<CriterionId>> read;
    std::set<CriterionId> parts;
    for (auto const &[id, one] : observed)
      read[m_report.criteria.at(id).facility_type].insert(id);
    for (auto const &[type, ids] : read) {
      for (auto const &part : chain(type)) {
        for (auto const &alternative : part.alternatives) {
          for (auto const &id : alternative) {
            if (m_report.criteria.at(id).facility_type != type) parts.insert(id);
          }
        }
      }
    }
    std::vector<std::string> types;
    for (auto const &[type, ids] : read) {
      if (!std::includes(parts.begin(), parts.end(), ids.begin(), ids.end())) types.push_back(type);
    }
    return types;
  }

  std::vector<ComponentPart> const &chain(std::string const &type) {
    auto const [at, is_new] = m_chains.try_emplace(type);
    if (is_new) at->second = ComponentStore(m_tracker).parts_of(type);
    return at->second;
  }

  /// The parts of its kind; without any, each criterion of the newest standard; and what an office
  /// asks for besides, or was measured anyway.
  std::vector<ComponentPart> parts_for(std::string const &type, Observations const &observed) {
    auto parts = chain(type);
    std::set<CriterionId> named;
    for (auto const &part : parts) {
      for (auto const &alternative : part.alternatives)
        named.insert(alternative.begin(), alternative.end());
    }
    auto const own = CriteriaStore(m_tracker).of_facility(type, m_report.facility.place_type);
    auto const newest = own.empty() ? std::string() : own.front().standard;
    for (auto const &[id, criterion] : m_report.criteria) {
      if (criterion.facility_type != type || named.contains(id)) continue;
      if (!in_force(criterion, m_known)) continue;
      bool const is_own = std::any_of(
          own.begin(), own.end(), [&, &wanted = id](auto const &one) { return one.id == wanted; });
      bool const asked =
          criterion.origin == Origin::local || (named.empty() && criterion.standard == newest);
      if (observed.contains(id) || (is_own && asked))
        parts.push_back({id.value, criterion.name, {{id}}});
    }
    return parts;
  }

  /// The worst that was found for the clause anywhere at the place.
  CriterionVerdict demand(Criterion const &criterion) {
    CriterionVerdict worst{&criterion, judge(criterion, std::nullopt, m_known), false};
    for (auto const &[component, observed] : m_observed) {
      auto const found = observed.find(criterion.id);
      if (found == observed.end() || !has_reading(found->second.readings)) continue;
      auto at = found->second.at;
      at.facts.merge(facts_told(observed, m_report.criteria));
      auto judged = judge_sides(criterion, found->second.readings, at);
      if (worst.measured && judged.outcome != Outcome::failed) continue;
      worst = {&criterion, std::move(judged), true};
    }
    return worst;
  }

  ElementState state_of(ElementReport const &element) const {
    bool none = false, some = false, open = false;
    std::set<CriterionId> demands;
    for (auto const &demand : element.demands) {
      auto const outcome = demand.judgement.outcome;
      demands.insert(demand.criterion->id);
      none |= outcome == Outcome::failed && is_none(demand.judgement.reading);
      some |=
          demand.measured && outcome != Outcome::inapplicable && !is_none(demand.judgement.reading);
      open |= outcome != Outcome::inapplicable;
    }
    for (auto const &[component, observed] : m_observed) {
      for (auto const &[id, one] : observed) {
        some |= m_report.criteria.at(id).facility_type == element.element &&
                has_reading(one.readings) && !demands.contains(id);
      }
    }
    if (some) return ElementState::present;
    if (none) return ElementState::missing;
    return open ? ElementState::unknown : ElementState::not_required;
  }

  Tracker &m_tracker;
  FacilityReport &m_report;
  Circumstances m_known;
  std::map<CriterionId, CriterionId> m_counterparts;
  std::map<std::string, Text> m_types;
  std::map<std::string, std::vector<ComponentPart>> m_chains;
  std::map<std::string, Observations> m_observed;
};

}  // namespace

Result<FacilityReport> report_on(Tracker &tracker, FacilityId const &id, LocalDate as_of) {
  auto facility = FacilityStore(tracker).find(id);
  if (!facility) {
    return Problem{ProblemCode::unknown_code,
                   "",
                   "facility",
                   std::nullopt,
                   {fmt::format("没有编号为 {} 的设施。", utf8_prefix(id.value, 60)),
                    fmt::format("There is no facility {}.", utf8_prefix(id.value, 60))},
                   {"wza export facilities 列出全部设施编号。",
                    "wza export facilities lists all facilities."}};
  }
  FacilityReport report;
  report.facility = *std::move(facility);
  report.as_of = as_of;
  Reporter reporter(tracker, report);
  reporter.observe();
  reporter.judge_components();
  reporter.judge_elements();
  return report;
}

}  // namespace wza::gis
