// SPDX-License-Identifier: Apache-2.0
// How criteria make a whole: the parts of a component (component_parts.tsv) and the elements that a
// place must have (required_elements.tsv) or usually has (usual_elements.tsv).
#pragma once

#include "db/base/ids.h"
#include "db/base/text.h"

#include <string>
#include <vector>

namespace wza {

/// One part of a component: the slope of a ramp, the car of a lift.
struct ComponentPart {
  std::string key;  ///< "slope"
  Text name;        ///< 坡度
  /// Either-or: the part is good when all criteria of one alternative are met.
  std::vector<std::vector<CriterionId>> alternatives;
};

/// Something that must be at a place, and the clause that says so.
struct RequiredElement {
  CriterionId criterion;
  std::string element;  ///< facility_types.tsv: "accessible-lift"
  Text name;
};

/// A type of facility that is looked for at a place.
struct Element {
  std::string code;  ///< facility_types.tsv
  Text name;
};

}  // namespace wza
