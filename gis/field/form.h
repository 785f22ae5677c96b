// SPDX-License-Identifier: Apache-2.0
// The inspection form of a type of place, made from the criteria: what to measure and look at, in
// the order of a walk. A form on paper, in a spreadsheet and on a phone has the same numbers.
#pragma once

#include "db/model/criterion.h"
#include "db/model/standard.h"
#include "db/store/tracker.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::gis {

struct FormItem {
  std::string number;  ///< "3.2": section and item
  Criterion criterion;
  Text demand;  ///< "坡道净宽应不小于 1.20 m"
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

/// Nothing where there is no such type of place. `build` leaves out what is only asked of others.
std::optional<Form> form_of(Tracker &tracker, PlaceTypeCode const &place,
                            std::optional<AppliesTo> build = std::nullopt);

}  // namespace wza::gis
