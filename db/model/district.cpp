// SPDX-License-Identifier: Apache-2.0
#include "db/model/district.h"

#include "db/base/text.h"

#include <algorithm>

namespace wza {
namespace {

bool ends_with_zeros(std::string_view code, std::size_t from) {
  return code.substr(from).find_first_not_of('0') == std::string_view::npos;
}

}  // namespace

std::optional<DistrictCode> canonical_code(std::string_view text) {
  std::string code(trimmed(text));
  if (auto const dot = code.find('.'); dot != std::string::npos && ends_with_zeros(code, dot + 1)) {
    code.resize(dot);
  }
  bool const digits =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || code.size() < 2 || code.substr(0, 2) == "00") return std::nullopt;
  if (code.size() == 2 || code.size() == 4) code.resize(6, '0');
  if (code.size() == 12 && ends_with_zeros(code, 9)) code.resize(9);
  if (code.size() == 9 && ends_with_zeros(code, 6)) code.resize(6);
  if (code.size() != 6 && code.size() != 9 && code.size() != 12) return std::nullopt;
  return DistrictCode(std::move(code));
}

DistrictLevel level_of(DistrictCode const &code) {
  auto const &digits = code.value;
  if (digits.size() == 12) return DistrictLevel::village;
  if (digits.size() == 9) return DistrictLevel::township;
  if (ends_with_zeros(digits, 2)) return DistrictLevel::province;
  if (ends_with_zeros(digits, 4)) return DistrictLevel::prefecture;
  return DistrictLevel::county;
}

std::vector<DistrictCode> ancestors_of(DistrictCode const &code) {
  std::vector<DistrictCode> out;
  auto const &digits = code.value;
  for (std::size_t length : {std::size_t{9}, std::size_t{6}, std::size_t{4}, std::size_t{2}}) {
    std::string above = digits.substr(0, std::min(length, digits.size()));
    if (above.size() < 6) above.resize(6, '0');
    if (above != digits && (out.empty() || out.back().value != above)) out.emplace_back(above);
  }
  return out;
}

bool holds(DistrictCode const &wide, DistrictCode const &narrow) {
  auto const above = ancestors_of(narrow);
  return wide == narrow || std::find(above.begin(), above.end(), wide) != above.end();
}

}  // namespace wza
