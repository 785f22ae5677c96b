// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/address.h"

#include "db/base/text.h"

#include <algorithm>
#include <array>

namespace wza::gis {
namespace {

/// What people leave out at the end of a name, longest first.
constexpr std::array<std::string_view, 14> kEndings{
    "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "自治县",
    "办事处",       "地区",       "省",         "市",         "县",     "区",     "盟"};
constexpr std::size_t kSyllable = 3;  // bytes of a Chinese character

/// The name without its ending, if two syllables or more are left: 佛冈 of 佛冈县, but not 城 of
/// 城区.
std::string_view short_name(std::string_view name) {
  for (auto const ending : kEndings) {
    if (name.ends_with(ending) && name.size() >= ending.size() + 2 * kSyllable)
      return name.substr(0, name.size() - ending.size());
  }
  return name;
}

/// Whether `wide` is `narrow` or above it.
bool holds(DistrictCode const &wide, DistrictCode const &narrow) {
  if (wide == narrow) return true;
  auto const above = ancestors_of(narrow);
  return std::find(above.begin(), above.end(), wide) != above.end();
}

/// The narrowest district that holds both.
std::optional<DistrictCode> common(DistrictCode const &a, DistrictCode const &b) {
  if (holds(a, b)) return a;
  for (auto const &above : ancestors_of(a)) {
    if (holds(above, b)) return above;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PlacePrecision> precision_of(DistrictLevel level) {
  switch (level) {
    case DistrictLevel::village:
      return PlacePrecision::village;
    case DistrictLevel::township:
      return PlacePrecision::town;
    case DistrictLevel::county:
      return PlacePrecision::county;
    case DistrictLevel::province:
    case DistrictLevel::prefecture:
      break;
  }
  return std::nullopt;
}

AddressBook::AddressBook(std::vector<District> const &districts) {
  auto const add = [this](std::string_view name, District const &district) {
    m_longest = std::max(m_longest, name.size());
    m_by_name[std::string(name)].push_back({district.code, district.level});
  };
  for (auto const &district : districts) {
    if (district.name.empty()) continue;
    m_names.emplace(district.code.value, district.name);
    add(district.name, district);
    // 石角 may be a village as well as the town that it is part of: those keep their endings.
    if (district.level > DistrictLevel::county) continue;
    if (auto const brief = short_name(district.name); brief != district.name) add(brief, district);
  }
}

std::optional<AddressDistrict> AddressBook::find(std::string_view address) const {
  std::string text(trimmed(address));
  std::erase_if(text, [](char c) { return c == ' ' || c == ',' || c == '\t'; });
  std::string_view rest = text;
  std::vector<Named> fitting;  // the narrowest that were named, each below one named before
  while (!rest.empty()) {
    std::vector<Named> next;
    std::size_t taken = 0;
    for (auto size = std::min(m_longest, rest.size()); size >= kSyllable && next.empty(); --size) {
      auto const known = m_by_name.find(std::string(rest.substr(0, size)));
      if (known == m_by_name.end()) continue;
      for (auto const &named : known->second) {
        bool const below =
            fitting.empty() || std::any_of(fitting.begin(), fitting.end(), [&](auto const &wide) {
              return wide.level < named.level && holds(wide.code, named.code);
            });
        if (below) next.push_back(named);
      }
      taken = size;
    }
    if (next.empty()) break;  // a street, a house, or a name that nobody knows
    fitting = std::move(next);
    rest.remove_prefix(taken);
  }
  if (fitting.empty()) return std::nullopt;
  auto code = std::optional(fitting.front().code);
  for (auto const &named : fitting)
    code = code ? common(*code, named.code) : code;
  if (!code) return std::nullopt;
  auto const precision = precision_of(level_of(*code));
  if (!precision) return std::nullopt;
  auto const name = m_names.find(code->value);
  return AddressDistrict{*code, name == m_names.end() ? "" : name->second, *precision};
}

}  // namespace wza::gis
