// SPDX-License-Identifier: Apache-2.0
#include "db/store/components.h"

#include "db/store/columns.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace wza {

std::vector<ComponentPart> ComponentStore::parts_of(std::string_view facility_type) {
  auto rows = m_tracker->db().prepare(
      "SELECT part, name_zh, name_en, alternative, criterion FROM component_parts "
      "WHERE retired = 0 AND facility_type = ?1 ORDER BY position, part, alternative, rowid");
  rows.bind(facility_type);
  std::vector<ComponentPart> parts;
  std::int64_t alternative = 0;
  while (rows.step()) {
    auto const key = rows.get<std::string>(0);
    bool const is_new = parts.empty() || parts.back().key != key;
    if (is_new) parts.push_back({key, text_at(rows, 1), {}});
    if (is_new || rows.get<std::int64_t>(3) != alternative)
      parts.back().alternatives.emplace_back();
    alternative = rows.get<std::int64_t>(3);
    parts.back().alternatives.back().push_back(rows.get<CriterionId>(4));
  }
  return parts;
}

std::vector<RequiredElement> ComponentStore::required_at(PlaceTypeCode const &place) {
  auto rows = m_tracker->db().prepare(
      "SELECT r.criterion, r.element, f.name_zh, f.name_en FROM required_elements r "
      "JOIN facility_types f ON f.code = r.element JOIN criteria c ON c.id = r.criterion "
      "JOIN place_types p ON p.code = ?1 "
      "WHERE r.retired = 0 AND c.retired = 0 AND CASE "
      "WHEN r.places = 'public_building' THEN p.public_building "
      "ELSE instr(';' || coalesce(r.places, c.places) || ';', ';' || p.code || ';') > 0 END "
      "ORDER BY r.element, c.standard DESC, c.rowid");
  rows.bind(place);
  std::vector<RequiredElement> all;
  while (rows.step())
    all.push_back({rows.get<CriterionId>(0), rows.get<std::string>(1), text_at(rows, 2)});
  return all;
}

std::vector<Element> ComponentStore::elements_of(PlaceTypeCode const &place) {
  auto usual = m_tracker->db().prepare(
      "SELECT f.code, f.name_zh, f.name_en FROM usual_elements u "
      "JOIN facility_types f ON f.code = u.element JOIN place_types p ON p.code = ?1 "
      "WHERE u.retired = 0 AND CASE WHEN u.places = 'public_building' THEN p.public_building "
      "ELSE instr(';' || u.places || ';', ';' || p.code || ';') > 0 END "
      "GROUP BY f.code ORDER BY min(u.position), f.code");
  usual.bind(place);
  std::vector<Element> all;
  while (usual.step())
    all.push_back({usual.get<std::string>(0), text_at(usual, 1)});
  for (RequiredElement &element : required_at(place)) {
    bool const known =
        std::ranges::any_of(all, [&](Element const &one) { return one.code == element.element; });
    if (!known) all.push_back({std::move(element.element), std::move(element.name)});
  }
  return all;
}

}  // namespace wza
