// SPDX-License-Identifier: Apache-2.0
// Identities that cannot be mixed up: row numbers and text keys, each with a type of its own.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace wza {

/// A row number of one table. 0 is never a row.
template <class Tag>
struct RowId {
  std::int64_t value = 0;
  constexpr explicit operator bool() const { return value != 0; }
  constexpr auto operator<=>(RowId const &) const = default;
};

/// A key that people or other systems gave: a code, a rule id, a record's own id.
template <class Tag>
struct Key {
  std::string value;
  Key() = default;
  explicit Key(std::string text) : value(std::move(text)) {}
  bool empty() const { return value.empty(); }
  auto operator<=>(Key const &) const = default;
};

using EventId = RowId<struct EventTag>;
using FindingId = RowId<struct FindingTag>;
using InspectionId = RowId<struct InspectionTag>;
using MeasurementId = RowId<struct MeasurementTag>;
using PageId = RowId<struct PageTag>;
using RunId = RowId<struct RunTag>;
using SiteId = RowId<struct SiteTag>;

using CriterionId = Key<struct CriterionTag>;    ///< "ramp-slope"
using DistrictCode = Key<struct DistrictTag>;    ///< GB/T 2260 and its extensions, "441821"
using FacilityId = Key<struct FacilityTag>;      ///< the owner's own number, or a UUID
using HouseholdId = Key<struct HouseholdTag>;    ///< pseudonym; says nothing about the person
using PlaceTypeCode = Key<struct PlaceTypeTag>;  ///< place_types.tsv
using RuleId = Key<struct RuleTag>;              ///< "image-has-name"; for ever

}  // namespace wza

template <class Tag>
struct std::hash<wza::Key<Tag>> {
  std::size_t operator()(wza::Key<Tag> const &key) const noexcept {
    return std::hash<std::string>{}(key.value);
  }
};
template <class Tag>
struct std::hash<wza::RowId<Tag>> {
  std::size_t operator()(wza::RowId<Tag> const &id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
