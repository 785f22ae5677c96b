// SPDX-License-Identifier: Apache-2.0
// Reads the parts of components and the elements that places must have.
#pragma once

#include "db/model/component.h"
#include "db/store/tracker.h"

#include <string_view>
#include <vector>

namespace wza {

class ComponentStore {
 public:
  explicit ComponentStore(Tracker &tracker) : m_tracker(&tracker) {}

  /// In their order; empty for a type that is judged by its own criteria.
  std::vector<ComponentPart> parts_of(std::string_view facility_type);
  /// By element. One element may be demanded by several clauses.
  std::vector<RequiredElement> required_at(PlaceTypeCode const &place);
  /// What an inspection looks for: what must be there and what usually is, in the order of a walk.
  std::vector<Element> elements_of(PlaceTypeCode const &place);

 private:
  Tracker *m_tracker;
};

}  // namespace wza
