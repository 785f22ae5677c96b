// SPDX-License-Identifier: Apache-2.0
#include "gis/field/form.h"

#include "db/seed.h"
#include "db/store/components.h"
#include "db/store/reference.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace wza::gis {
namespace {

struct FormTest : testing::Test {
  FormTest() { EXPECT_TRUE(seed(*tracker)); }
  Form form(char const *place, std::optional<AppliesTo> build = std::nullopt) {
    return form_of(*tracker, PlaceTypeCode(place), build).value();
  }
  static std::set<std::string> criteria(Form const &form) {
    std::set<std::string> out;
    for (FormSection const &section : form.sections) {
      for (FormItem const &item : section.items)
        EXPECT_TRUE(out.insert(item.criterion.id.value).second) << item.criterion.id.value;
    }
    return out;
  }
  TempTracker tracker;
};

TEST_F(FormTest, AsksForEveryElementThatMustBeThereAndSaysSo) {
  for (PlaceType const &place : ReferenceStore(*tracker).place_types()) {
    Form const made = form(place.code.value.c_str());
    for (RequiredElement const &element : ComponentStore(*tracker).required_at(place.code)) {
      auto const section = std::ranges::find(made.sections, element.element, &FormSection::element);
      ASSERT_NE(section, made.sections.end()) << place.code.value << ' ' << element.element;
      EXPECT_TRUE(section->required);
    }
  }
}

TEST_F(FormTest, EachCriterionIsAskedOnceAndNumberedInOrder) {
  Form const made = form("library");
  EXPECT_GT(criteria(made).size(), 100U);
  for (std::size_t s = 0; s < made.sections.size(); ++s) {
    EXPECT_EQ(made.sections[s].number, std::to_string(s + 1));
    for (std::size_t i = 0; i < made.sections[s].items.size(); ++i)
      EXPECT_EQ(made.sections[s].items[i].number,
                made.sections[s].number + "." + std::to_string(i + 1));
  }
}

TEST_F(FormTest, AsksOnceForWhatConditionsDependOnAndNotForWhatIsMeasuredAnyway) {
  Form const made = form("library");
  auto const ramp = std::ranges::find(made.sections, "wheelchair-ramp", &FormSection::element);
  ASSERT_NE(ramp, made.sections.end());
  std::set<std::string> asked;
  for (Fact const &fact : ramp->facts)
    EXPECT_TRUE(asked.insert(fact.name).second) << fact.name;
  EXPECT_TRUE(asked.contains("site_constrained"));
  EXPECT_FALSE(asked.contains("slope")) << "the slope is an item";
}

TEST_F(FormTest, LeavesOutWhatIsOnlyAskedOfOtherBuildings) {
  auto const existing = criteria(form("library", AppliesTo::existing));
  auto const built = criteria(form("library", AppliesTo::new_build));
  EXPECT_TRUE(existing.contains("manual-door-width-existing"));
  EXPECT_FALSE(built.contains("manual-door-width-existing"));
  EXPECT_TRUE(criteria(form("library")).contains("manual-door-width-existing"));
}

TEST_F(FormTest, AsksWhetherWhatShouldNotBeThereIsThere) {
  int asked = 0;
  for (char const *place : {"urban-road", "library"}) {
    for (FormSection const &section : form(place).sections) {
      for (FormItem const &item : section.items) {
        if (item.criterion.comparator != Comparator::absent) continue;
        ++asked;
        EXPECT_TRUE(item.demand.zh.starts_with("有无")) << item.demand.zh;
        EXPECT_EQ(item.demand.zh.find("数量"), std::string::npos) << item.demand.zh;
        EXPECT_TRUE(item.demand.en.starts_with("Are there any")) << item.demand.en;
      }
    }
  }
  EXPECT_GE(asked, 4);
}

TEST_F(FormTest, EveryMeasuredFactHasAUnitToBeAskedIn) {
  for (Fact const &fact : ReferenceStore(*tracker).facts()) {
    if (fact.kind != FactKind::measured) continue;
    auto const unit = unit_of(asked_unit(fact));
    ASSERT_TRUE(unit) << fact.name;
    EXPECT_EQ(unit->dimension, fact.dimension) << fact.name;
    EXPECT_TRUE(parse_quantity(example_in(asked_unit(fact)), *unit)) << fact.name;
  }
}

TEST_F(FormTest, PrintsThatAreAlikeHaveOneVersion) {
  EXPECT_EQ(form("library").version, form("library").version);
  EXPECT_NE(form("library").version, form("school").version);
  EXPECT_NE(form("library").version, form("library", AppliesTo::existing).version);
}

TEST_F(FormTest, ThereIsNoneForPlacesThatAreNotKnown) {
  EXPECT_FALSE(form_of(*tracker, PlaceTypeCode("castle")));
}

}  // namespace
}  // namespace wza::gis
