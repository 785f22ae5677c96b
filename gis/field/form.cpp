// SPDX-License-Identifier: Apache-2.0
#include "gis/field/form.h"

#include "db/base/digest.h"
#include "db/store/components.h"
#include "db/store/criteria.h"
#include "db/store/reference.h"
#include "gis/field/demand.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace wza::gis {
namespace {

constexpr std::string_view kNumberOf = "数量";

/// What forms ask of the item. Of a thing that should not be there they ask whether it is, since
/// that is what "有" and "无" in the answer mean; “盲道无占用：有/无” could be read both ways.
Text asked_of(Criterion const &criterion) {
  if (criterion.comparator != Comparator::absent) return demand_of(criterion);
  std::string_view thing = criterion.quantity.zh;
  if (!thing.ends_with(kNumberOf)) {
    return {
        fmt::format("有没有与“{}”不符的？有即不符合。", criterion.name.zh),
        fmt::format("Is there anything against “{}”? If so, it is not met.", criterion.name.en)};
  }
  thing.remove_suffix(kNumberOf.size());
  return {fmt::format("有无{}？有即不符合。", thing),
          fmt::format("Are there any {}? If so, it is not met.", criterion.quantity.en)};
}

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
      Text demand = asked_of(criterion);
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

std::string_view asked_unit(Fact const &fact) {
  switch (fact.dimension) {
    case Dimension::length:
      return "mm";
    case Dimension::area:
      return "m2";
    case Dimension::ratio:
      return "1:n";
    case Dimension::force:
      return "N";
    case Dimension::duration:
      return "s";
    case Dimension::count:
      return "个";
    case Dimension::illuminance:
      return "lx";
    case Dimension::level:
      return "dB";
    case Dimension::speed:
      return "m/s";
    case Dimension::none:
      break;
  }
  return "";
}

std::string_view example_in(std::string_view unit) {
  using Example = std::pair<std::string_view, std::string_view>;
  constexpr std::array examples{
      Example{"mm", "300 mm"}, Example{"m", "1.20 m"},    Example{"m2", "3.5 m2"},
      Example{"1:n", "1:12"},  Example{"%", "2%"},        Example{"N", "25 N"},
      Example{"s", "3 s"},     Example{"个", "2 个"},     Example{"lx", "100 lx"},
      Example{"dB", "60 dB"},  Example{"m/s", "0.5 m/s"},
  };
  auto const found = std::ranges::find(examples, unit, [](auto const &one) { return one.first; });
  return found == examples.end() ? unit : found->second;
}

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
