// SPDX-License-Identifier: Apache-2.0
// Who writes, as the history names them.
#pragma once

#include <string>

namespace wza::audit {

/// $USER, else "uid N".
std::string actor();

}  // namespace wza::audit
