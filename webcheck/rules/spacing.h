// SPDX-License-Identifier: Apache-2.0
// What the three rules about spacing in style attributes share: targets and verdict.
#pragma once

#include "db/base/text.h"
#include "webcheck/rule.h"
#include "webcheck/rules/mend.h"
#include "webcheck/text/spacing.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace wza::web::spacing {

enum class Msg : std::uint8_t { wide, narrow, inherited, unknown };

inline void add_targets(Page const &page, Targets &targets, Spacing spacing) {
  for (SpacedElement const &element : fixed_spacings(page, spacing))
    targets.add(element.node, element.applies);
}

inline Verdict judge(Page const &page, NodeId n, Spacing spacing) {
  SpacingResult result = judge_spacing(page, n, spacing);
  switch (result.state) {
    case SpacingState::wide:
      return passed(Msg::wide, std::move(result.numbers));
    case SpacingState::narrow:
      return failed(Msg::narrow, std::move(result.numbers));
    case SpacingState::narrow_inherited:
      return cant_tell(Msg::inherited, std::move(result.numbers));
    case SpacingState::unknown:
      break;
  }
  return cant_tell(Msg::unknown);
}

/// The start tag with the style's declarations of that property freed of "!important", so that
/// people's own style sheets can widen it.
inline std::string without_important(Page const &page, NodeId n, std::string_view property) {
  std::string style;
  std::string_view rest = page.dom().attr_or_empty(n, atom::style);
  while (!rest.empty()) {
    std::string_view const part = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    std::string_view kept = trimmed(part);
    if (kept.empty()) continue;
    bool const it = ascii_iequals(trimmed(kept.substr(0, kept.find(':'))), property);
    if (it) kept = trimmed(kept.substr(0, kept.rfind('!')));
    style.append(style.empty() ? "" : "; ").append(kept);
  }
  return with_attr(page, n, "style", style);
}

}  // namespace wza::web::spacing
