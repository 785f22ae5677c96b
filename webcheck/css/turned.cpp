// SPDX-License-Identifier: Apache-2.0
// The two orientations of a screen (Media Queries 4, section 4.4: a viewport at least as high as
// wide is portrait), computed only for sheets that turn things by it.
#include "db/base/text.h"
#include "webcheck/css/cascade.h"

#include <algorithm>
#include <string_view>

namespace wza::web {
namespace {

// A phone. Its width passes the limits that such queries set on phones, and stays as it is.
constexpr double kWidth = 400, kLow = 300, kHigh = 800;

bool names_orientation(std::string_view word) {
  return css::equals_lower(word, "orientation") || css::equals_lower(word, "aspect-ratio") ||
         css::equals_lower(word, "min-aspect-ratio") || css::equals_lower(word, "max-aspect-ratio");
}

bool hangs_on_orientation(css::StyleSheet const &sheet, std::uint32_t condition) {
  while (condition != css::kNone) {
    css::Condition const &one = sheet.conditions()[condition];
    for (css::Token const &token : one.query) {
      if (token.is(css::TokenKind::ident) && names_orientation(token.text)) return true;
    }
    condition = one.parent;
  }
  return false;
}

bool turns(css::StyleSheet const &sheet, css::StyleRule const &rule) {
  return std::ranges::any_of(sheet.declarations(rule), [](css::Declaration const &d) {
    return d.property == css::Property::transform || d.property == css::Property::rotate;
  });
}

bool turns_by_orientation(std::vector<StyleSheetInput> const &inputs, bool imported) {
  for (StyleSheetInput const &input : inputs) {
    if (input.sheet == nullptr) continue;
    css::StyleSheet const &sheet = *input.sheet;
    bool const whole =
        imported || ascii_lower(input.media).find("orientation") != std::string::npos;
    for (css::StyleRule const &rule : sheet.rules()) {
      if (!turns(sheet, rule)) continue;
      if (whole || hangs_on_orientation(sheet, rule.condition)) return true;
    }
    bool const conditional = std::ranges::any_of(sheet.imports(), [&](css::ImportRule const &one) {
      return hangs_on_orientation(sheet, one.condition);
    });
    if (turns_by_orientation(input.imports, whole || conditional)) return true;
  }
  return false;
}

}  // namespace

std::optional<TurnedStyles> compute_turned_styles(Document const &document, StyleInputs inputs,
                                                  CpuBudget const &cpu) {
  if (!turns_by_orientation(inputs.sheets, false)) return std::nullopt;
  inputs.viewport.width = kWidth;
  inputs.viewport.height = kLow;
  TurnedStyles turned;
  turned.landscape = compute_styles(document, inputs, cpu);
  inputs.viewport.height = kHigh;
  turned.portrait = compute_styles(document, inputs, cpu);
  return turned;
}

}  // namespace wza::web
