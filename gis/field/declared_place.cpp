// SPDX-License-Identifier: Apache-2.0
#include "gis/field/declared_place.h"

#include "db/store/districts.h"

#include <fmt/format.h>

#include <algorithm>

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

std::vector<FieldWords> district_fields(TextView label, std::vector<std::string_view> first) {
  for (std::string_view word :
       {"乡镇", "镇街", "乡镇街道", "乡镇/街道", "街道", "镇", "乡", "所属乡镇", "所在乡镇",
        "乡镇名称", "township", "town", "区县", "县区", "county"})
    first.push_back(word);
  return {{"district", label, std::move(first)},
          {"village",
           {"村（社区）", "village"},
           {"村", "行政村", "社区", "村社区", "村/社区", "村居", "村/居", "村委会", "居委会",
            "所属村", "所在村", "village"}}};
}

DeclaredPlaces::DeclaredPlaces(Tracker &tracker) : m_addresses(DistrictStore(tracker).all()) {
  for (auto &district : DistrictStore(tracker).all())
    m_names.emplace(district.code.value, std::move(district.name));
}

/// What `words` name below `wide`, whose own names and those above it are put before them.
std::optional<DeclaredPlace> DeclaredPlaces::inside(std::optional<DeclaredPlace> const &wide,
                                                    std::string_view words) const {
  std::string all(words);
  if (wide) {
    auto path = ancestors_of(wide->code);
    path.insert(path.begin(), wide->code);
    for (auto const &code : path) {
      auto const known = m_names.find(code.value);
      if (known == m_names.end()) continue;
      auto const &name = known->second;  // without a remark in brackets
      all.insert(0, name, 0, std::min(name.find("（"), name.find('(')));
    }
  }
  auto const found = m_addresses.find(all);
  if (!found || (wide && !holds(wide->code, found->code))) return std::nullopt;
  return DeclaredPlace{found->code, found->precision};
}

/// By the fields "district" and "village".
Result<std::optional<DeclaredPlace>> DeclaredPlaces::named(Columns const &columns,
                                                           Row const &row) const {
  std::optional<DeclaredPlace> out;
  auto const cell = columns.cell(row, "district"), village = columns.cell(row, "village");
  if (!cell.empty()) {
    if (auto const code = canonical_code(cell)) {
      if (!m_names.contains(code->value)) return unknown_district(columns, row);
      out = DeclaredPlace{*code, precision_of(level_of(*code))};
    } else {
      out = inside({}, cell);
      if (!out) out = inside({}, std::string(cell).append(village));
      if (!out) return unknown_district(columns, row);
    }
  }
  if (village.empty()) return out;
  if (auto const code = canonical_code(village)) {
    bool const fits = m_names.contains(code->value) && (!out || holds(out->code, *code));
    if (fits) out = DeclaredPlace{*code, precision_of(level_of(*code))};
  } else if (auto const below = inside(out, village)) {
    out = below;
  }
  return out;
}

Result<std::optional<DeclaredPlace>> DeclaredPlaces::of(Columns const &columns,
                                                        Row const &row) const {
  auto const by_name = named(columns, row);
  if (!by_name) return by_name;
  auto out = *by_name;
  auto const address = columns.cell(row, "address");
  auto const found = address.empty() ? std::nullopt : m_addresses.find(address);
  if (found && (!out || holds(out->code, found->code)))
    return std::optional(DeclaredPlace{found->code, found->precision});
  if (out) {
    out->address_differs = found && !holds(found->code, out->code);
    if (!found && !address.empty()) {
      if (auto const below = inside(out, address)) out = below;
    }
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
