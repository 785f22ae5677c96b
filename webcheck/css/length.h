// SPDX-License-Identifier: Apache-2.0
// Numbers, lengths and angles of CSS Values 4: units, calc(), min(), max(), clamp().
#pragma once

#include "webcheck/css/tokens.h"

#include <optional>

namespace wza::web::css {

/// What relative lengths are measured by, in CSS pixels; nothing where it is not known.
struct LengthContext {
  std::optional<double> em, rem;
  double vw = 12.8, vh = 8;  ///< one per cent of the viewport
};

enum class QuantityType : std::uint8_t { number, length, percentage, mixed, angle, time };

struct Quantity {
  QuantityType type{};
  double value = 0;    ///< number, pixels, degrees
  double percent = 0;  ///< of a percentage or of the mixture of both
};

enum class Evaluated : std::uint8_t {
  ok,
  invalid,
  unknown,  ///< valid, but it hangs on fonts or layout, or on an unknown em
};

/// Reads one component value.
Evaluated evaluate(TokenSpan tokens, LengthContext const &context, Quantity &out);

}  // namespace wza::web::css
