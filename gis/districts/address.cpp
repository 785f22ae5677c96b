// SPDX-License-Identifier: Apache-2.0
#include "gis/districts/address.h"

#include "db/base/text.h"

#include <algorithm>

namespace wza::gis {
namespace {

/// The narrowest district that holds both.
std::optional<DistrictCode> common(DistrictCode const &a, DistrictCode const &b) {
  if (holds(a, b)) return a;
  for (auto const &above : ancestors_of(a)) {
    if (holds(above, b)) return above;
  }
  return std::nullopt;
}

}  // namespace

AddressBook::AddressBook(std::vector<District> const &districts) {
  for (auto const &district : districts) {
    if (district.name.empty()) continue;
    m_names.emplace(district.code.value, district.name);
    // 临空经济区（筹）: what stands in brackets is a remark.
    auto const bare = std::string_view(district.name).substr(0, district.name.find("（"));
    if (bare.empty()) continue;
    auto name = place_name_of(bare, district.level);
    m_longest = std::max(m_longest, name.stem.size());
    m_by_stem[std::move(name.stem)].push_back({district.code, name.kind, district.level});
  }
}

AddressBook::Taken AddressBook::take(std::string_view words,
                                     std::vector<Named const *> const &above) const {
  Taken best;
  for (std::size_t size = 0; size < std::min(m_longest, words.size());) {
    size += std::max<std::size_t>(1, utf8_sequence_length(words.substr(size)));
    auto const known = m_by_stem.find(std::string(words.substr(0, size)));
    if (known == m_by_stem.end()) continue;
    for (auto const &named : known->second) {
      bool below = above.empty(), county_known = false;
      for (auto const *wide : above) {
        if (wide->level >= named.level || !holds(wide->code, named.code)) continue;
        below = true;
        county_known |= wide->level >= DistrictLevel::county;
      }
      if (!below) continue;
      auto fitted = fit_of(words.substr(size), named.kind, named.level);
      // 北流山围镇 is no hill, for 北流 has a 山围镇.
      if (fitted.fit == NameFit::doubtful)
        fitted.fit = take(words.substr(size), {&named}).fit <= NameFit::changed ? NameFit::brief
                                                                                : NameFit::none;
      if (fitted.fit == NameFit::none) continue;
      // 石角乡 may be anywhere; within its county it is what is the 石角镇 today.
      if (fitted.fit == NameFit::changed && named.level > DistrictLevel::county && !county_known)
        continue;
      auto const length = size + fitted.length;
      bool const better = length > best.length || (length == best.length && fitted.fit < best.fit);
      if (better) best = {{}, length, fitted.fit};
      if (length == best.length && fitted.fit == best.fit) best.named.push_back(&named);
    }
  }
  return best;
}

std::vector<AddressBook::Named const *> AddressBook::narrowest(std::string_view address) const {
  std::string const text = plain_address(address);
  std::string_view rest = text;
  std::vector<Named const *> fitting;  // each below one that was named before
  bool passed_zone = false;
  while (!rest.empty()) {
    auto taken = take(rest, fitting);
    if (!taken.named.empty()) {
      fitting = std::move(taken.named);
      rest.remove_prefix(taken.length);
      continue;
    }
    // 桂林市桂林市秀峰区: what was said is said again.
    if (auto const again = take(rest, {}); again.fit == NameFit::exact && !fitting.empty()) {
      bool const same = std::any_of(fitting.begin(), fitting.end(), [&](auto const *narrow) {
        return std::any_of(again.named.begin(), again.named.end(),
                           [&](auto const *wide) { return holds(wide->code, narrow->code); });
      });
      if (same) {
        rest.remove_prefix(again.length);
        continue;
      }
    }
    auto const zone = passed_zone || fitting.empty() ? 0 : zone_length(rest);
    if (zone == 0) break;  // a street, a house, or a name that nobody knows
    passed_zone = true;
    rest.remove_prefix(zone);
  }
  return fitting;
}

AddressDistrict AddressBook::told(DistrictCode const &code, PlacePrecision precision) const {
  auto const name = m_names.find(code.value);
  return {code, name == m_names.end() ? "" : name->second, precision};
}

std::optional<AddressDistrict> AddressBook::find(std::string_view address) const {
  auto const fitting = narrowest(address);
  if (fitting.empty()) return std::nullopt;
  auto code = std::optional(fitting.front()->code);
  for (auto const *named : fitting)
    code = code ? common(*code, named->code) : code;
  if (!code) return std::nullopt;
  auto const precision = precision_of(level_of(*code));
  return precision ? std::optional(told(*code, *precision)) : std::nullopt;
}

std::vector<AddressDistrict> AddressBook::candidates(std::string_view address) const {
  auto const fitting = narrowest(address);
  std::vector<AddressDistrict> out;
  if (fitting.size() < 2) return out;
  for (auto const *named : fitting) {
    if (auto const precision = precision_of(named->level))
      out.push_back(told(named->code, *precision));
  }
  std::sort(out.begin(), out.end(), [](auto const &a, auto const &b) { return a.code < b.code; });
  return out;
}

}  // namespace wza::gis
