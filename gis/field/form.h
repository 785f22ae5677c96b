// SPDX-License-Identifier: Apache-2.0
// The inspection form of a type of place, made from the criteria: what to measure and look at, in
// the order of a walk. A form on paper, in a spreadsheet and on a phone has the same numbers.
#pragma once

#include "db/model/criterion.h"
#include "db/model/standard.h"
#include "db/store/tracker.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::gis {

struct FormItem {
  std::string number;  ///< "3.2": section and item
  Criterion criterion;
  Text demand;  ///< "坡道净宽应不小于 1.20 m"; of what should not be there
                ///< "有无占用物？有即不符合。"
};

/// One element of the place; a place with two ramps has this section filled in twice.
struct FormSection {
  std::string number;   ///< "3"
  std::string element;  ///< facility_types.tsv; "" for what concerns the place as a whole
  Text name;
  bool required = false;  ///< a clause says that it must be there
  /// What the conditions of the items ask about, each once.
  std::vector<Fact> facts;
  std::vector<FormItem> items;
};

struct Form {
  PlaceType place;
  std::vector<FormSection> sections;
  std::string version;  ///< digest of what stands in it: two prints alike say so
};

/// "mm": in what a form asks for a measured fact, which has no unit of its own.
std::string_view asked_unit(Fact const &fact);

/// A value of this unit as forms give it for an example: "300 mm", "1:12", "2%".
std::string_view example_in(std::string_view unit);

/// Nothing where there is no such type of place. `build` leaves out what is only asked of others.
std::optional<Form> form_of(Tracker &tracker, PlaceTypeCode const &place,
                            std::optional<AppliesTo> build = std::nullopt);

}  // namespace wza::gis
