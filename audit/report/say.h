// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/base/text.h"

#include <string>
#include <string_view>

namespace wza::audit {

/// The one of the two that is in that language.
inline std::string say(Lang lang, std::string_view zh, std::string_view en) {
  return std::string(TextView{zh, en}.in(lang));
}

}  // namespace wza::audit
