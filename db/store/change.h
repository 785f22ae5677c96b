// SPDX-License-Identifier: Apache-2.0
// What putting a record did. An import that is repeated leaves everything unchanged.
#pragma once

#include <cstdint>

namespace wza {

enum class StoreChange : std::uint8_t { stored, updated, unchanged };

}  // namespace wza
