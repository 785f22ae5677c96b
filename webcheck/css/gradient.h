// SPDX-License-Identifier: Apache-2.0
// The colours of a gradient (CSS Images 4, section 3), without its geometry.
#pragma once

#include "webcheck/css/computed.h"
#include "webcheck/css/tokens.h"

#include <memory>
#include <vector>

namespace wza::web::css {

/// True for the function of a gradient in sRGB that we read (no -webkit-gradient()).
bool is_gradient(Token const &token);

/// The colours of the stops and eight samples between each two neighbours, which reach farther than
/// the stops where one channel rises and another falls. Null where a colour is not known, the
/// colours are mixed in another space than sRGB, or there are more than 16 stops.
std::shared_ptr<std::vector<Rgba> const> gradient_colors(TokenSpan gradient,
                                                         Known<Rgba> const &current);

}  // namespace wza::web::css
