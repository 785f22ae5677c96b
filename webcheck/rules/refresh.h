// SPDX-License-Identifier: Apache-2.0
// The refresh that browsers obey (HTML, section 4.2.5.3, "Refresh state"): that of the first <meta
// http-equiv=refresh> whose content begins with a time.
#pragma once

#include "db/base/text.h"
#include "webcheck/dom/document.h"
#include "webcheck/rules/mend.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
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

/// The refresh made to go to its address at once; empty where it only loads the page again, and so
/// must be taken out.
inline std::string at_once(Page const &page, NodeId n) {
  std::string_view const content = page.dom().attr_or_empty(n, atom::content);
  std::size_t const mark = content.find_first_of(";,");
  if (mark == std::string_view::npos) return {};
  std::string_view const address = trimmed(content.substr(mark + 1));
  if (address.empty()) return {};
  return with_attr(page, n, "content", "0; " + std::string(address));
}

}  // namespace wza::web
