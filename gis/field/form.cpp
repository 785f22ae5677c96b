// SPDX-License-Identifier: Apache-2.0
#include "gis/field/form.h"

#include "db/base/digest.h"
#include "db/store/components.h"
#include "db/store/criteria.h"
#include "db/store/reference.h"
#include "gis/field/demand.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace wza::gis {
namespace {

class FormMaker {
 public:
  FormMaker(Tracker &tracker, PlaceType place, std::optional<AppliesTo> build)
      : m_criteria(tracker), m_build(build), m_facts(ReferenceStore(tracker).facts()) {
    m_form.place = std::move(place);
  }

  void add(std::string element, Text name, bool required, std::vector<Criterion> criteria) {
    FormSection section{std::to_string(m_form.sections.size() + 1),
                        std::move(element),
                        std::move(name),
                        required,
                        {},
                        {}};
    for (Criterion &criterion : criteria) {
      if (!is_asked(criterion) || !m_asked.insert(criterion.id.value).second) continue;
      Text demand = demand_of(criterion);
      section.items.push_back({fmt::format("{}.{}", section.number, section.items.size() + 1),
                               std::move(criterion), std::move(demand)});
    }
    if (section.items.empty()) return;
    section.facts = facts_of_items(section);
    m_form.sections.push_back(std::move(section));
  }

  Form finish() {
    std::string all = m_form.place.code.value;
    for (FormSection const &section : m_form.sections) {
      for (FormItem const &item : section.items)
        all += fmt::format("\n{}\t{}\t{}", item.number, item.criterion.id.value, item.demand.zh);
    }
    m_form.version = sha256(all).substr(0, 8);
    return std::move(m_form);
  }

 private:
  bool is_asked(Criterion const &criterion) const {
    return !m_build || criterion.applies_to == AppliesTo::all || criterion.applies_to == *m_build;
  }

  /// In the order of their names, those that the items need and do not themselves yield.
  std::vector<Fact> facts_of_items(FormSection const &section) const {
    std::set<std::string> needed;
    for (FormItem const &item : section.items) {
      needed.merge([&] {
        auto const names = wza::facts_of(item.criterion.applies_when);
        return std::set<std::string>(names.begin(), names.end());
      }());
      for (Step const &step : item.criterion.steps)
        needed.insert(step.fact);
    }
    for (FormItem const &item : section.items)
      needed.erase(item.criterion.yields);
    std::vector<Fact> out;
    std::ranges::copy_if(m_facts, std::back_inserter(out),
                         [&](Fact const &fact) { return needed.contains(fact.name); });
    return out;
  }

  CriteriaStore m_criteria;
  std::optional<AppliesTo> m_build;
  std::vector<Fact> m_facts;
  std::set<std::string> m_asked;
  Form m_form;
};

}  // namespace

std::optional<Form> form_of(Tracker &tracker, PlaceTypeCode const &place,
                            std::optional<AppliesTo> build) {
  auto type = ReferenceStore(tracker).place_type(place);
  if (!type) return std::nullopt;
  FormMaker maker(tracker, *type, build);
  CriteriaStore criteria(tracker);
  ComponentStore components(tracker);
  std::set<std::string> required;
  for (RequiredElement const &element : components.required_at(place))
    required.insert(element.element);
  auto const elements = components.elements_of(place);
  auto of_place = criteria.of_place(place);
  std::erase_if(of_place, [&](Criterion const &criterion) {
    return std::ranges::find(elements, criterion.facility_type, &Element::code) != elements.end();
  });
  maker.add("", type->name, false, std::move(of_place));
  for (Element const &element : elements) {
    maker.add(element.code, element.name, required.contains(element.code),
              criteria.of_facility(element.code, place));
  }
  return maker.finish();
}

}  // namespace wza::gis
