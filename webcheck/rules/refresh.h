// SPDX-License-Identifier: Apache-2.0
// The refresh that browsers obey (HTML, section 4.2.5.3, "Refresh state"): that of the first <meta
// http-equiv=refresh> whose content begins with a time.
#pragma once

#include "db/base/text.h"
#include "webcheck/dom/document.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace wza::web {

/// Seconds of a refresh; nothing where browsers ignore it. Endless digits count as very late.
inline std::optional<std::uint64_t> refresh_seconds(std::string_view content) {
  constexpr std::string_view kWhitespace = " \t\n\f\r";
  constexpr std::uint64_t kVeryLate = 1'000'000'000'000;
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // steps 3 to 5: blanks, then digits, or at least a point
  content.remove_prefix(std::min(content.find_first_not_of(kWhitespace), content.size()));
  if (content.empty() || (!is_digit(content[0]) && content[0] != '.')) return std::nullopt;
  std::uint64_t seconds = 0;
  while (!content.empty() && is_digit(content[0])) {
    seconds = std::min(seconds * 10 + static_cast<std::uint64_t>(content[0] - '0'), kVeryLate);
    content.remove_prefix(1);
  }
  // step 7: a fraction counts for nothing
  while (!content.empty() && (is_digit(content[0]) || content[0] == '.')) {
    content.remove_prefix(1);
  }
  // step 9: a mark must follow, or the end
  bool const ends = content.empty() || content[0] == ';' || content[0] == ',' ||
                    kWhitespace.find(content[0]) != std::string_view::npos;
  return ends ? std::optional(seconds) : std::nullopt;
}

struct Refresh {
  NodeId node;
  std::uint64_t seconds = 0;
};

inline std::optional<Refresh> first_refresh(Document const &document) {
  for (NodeId const n : document.by_tag(atom::meta)) {
    if (!ascii_iequals(document.attr_or_empty(n, atom::http_equiv), "refresh")) continue;
    auto const seconds = refresh_seconds(document.attr_or_empty(n, atom::content));
    if (seconds) return Refresh{n, *seconds};
  }
  return std::nullopt;
}

}  // namespace wza::web
