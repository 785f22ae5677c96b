// SPDX-License-Identifier: Apache-2.0
// What the three rules about spacing in style attributes share: targets and verdict.
#pragma once

#include "webcheck/rule.h"
#include "webcheck/text/spacing.h"

#include <array>

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

}  // namespace wza::web::spacing
