// SPDX-License-Identifier: Apache-2.0
#include "audit/actor.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace wza::audit {

std::string actor() {
  char const *user = std::getenv("USER");
  return user != nullptr && *user != '\0' ? user : fmt::format("uid {}", getuid());
}

}  // namespace wza::audit
