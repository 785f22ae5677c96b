// SPDX-License-Identifier: Apache-2.0
#include "gis/field/declared_place.h"

#include "db/store/districts.h"

#include <fmt/format.h>

namespace wza::gis {
namespace {

Problem unknown_district(Columns const &columns, Row const &row) {
  // The cell is not quoted: in a table of homes it may be an address.
  return columns.problem(ProblemCode::unknown_code, row, "district",
                         {"没有哪个行政区有这个代码或名称。", "No district has this code or name."},
                         {"请核对代码，或先导入包含它的行政区划。",
                          "Check the code, or import the districts that it belongs to."});
}

}  // namespace

SettledPlace settled(DistrictIndex const &index, DistrictCode const &found,
                     std::optional<DeclaredPlace> const &declared) {
  if (!declared || holds(declared->code, found)) return {found, false};
  bool const within = holds(found, declared->code);
  if (within && !index.find(declared->code)) return {declared->code, false};
  return {found, true};
}

Problem unplaced(AddressBook const &addresses, Columns const &columns, Row const &row) {
  Text const remedy{"请补充坐标，或从省、市、县写起的完整地址。",
                    "Give the position, or the address from the province down."};
  std::string several;
  for (auto const &one : addresses.candidates(columns.cell(row, "address"))) {
    if (!several.empty()) several += " / ";
    several += fmt::format("{} {}", one.name, one.code.value);
  }
  if (several.empty()) {
    return columns.problem(
        ProblemCode::outside_districts, row, "address",
        {"没有坐标，地址中也认不出唯一的县、乡镇或村。",
         "There is no position, and the address names no single county, town or village."},
        remedy);
  }
  return columns.problem(
      ProblemCode::outside_districts, row, "address",
      {fmt::format("没有坐标，地址符合不止一个行政区：{}。", several),
       fmt::format("There is no position, and the address fits several districts: {}.", several)},
      remedy);
}

DeclaredPlaces::DeclaredPlaces(Tracker &tracker) : m_addresses(DistrictStore(tracker).all()) {
  for (auto const &district : DistrictStore(tracker).all())
    m_codes.insert(district.code.value);
}

Result<std::optional<DeclaredPlace>> DeclaredPlaces::of(Columns const &columns,
                                                        Row const &row) const {
  std::optional<DeclaredPlace> out;
  if (auto const cell = columns.cell(row, "district"); !cell.empty()) {
    if (auto const code = canonical_code(cell)) {
      if (!m_codes.contains(code->value)) return unknown_district(columns, row);
      out = DeclaredPlace{*code, precision_of(level_of(*code))};
    } else {
      auto const named = m_addresses.find(cell);
      if (!named) return unknown_district(columns, row);
      out = DeclaredPlace{named->code, named->precision};
    }
  }
  auto const address = columns.cell(row, "address");
  auto const named = address.empty() ? std::nullopt : m_addresses.find(address);
  if (named && (!out || holds(out->code, named->code)))
    return std::optional(DeclaredPlace{named->code, named->precision});
  if (out) {
    out->address_differs = named && !holds(named->code, out->code);
    return out;
  }
  if (address.empty()) return out;
  return unplaced(m_addresses, columns, row);
}

std::optional<DeclaredPlace> DeclaredPlaces::beside_position(Columns const &columns,
                                                             Row const &row) const {
  auto const declared = of(columns, row);
  return declared ? *declared : std::nullopt;
}

}  // namespace wza::gis
