// SPDX-License-Identifier: Apache-2.0
#include "audit/cli/publishing.h"

#include "db/base/error.h"
#include "db/base/text.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace wza::audit {
namespace {

constexpr std::int64_t kLeast = 2, kMost = 1000;

std::int64_t read_below(std::string_view text) {
  std::int64_t below = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), below);
  bool const whole = error == std::errc() && end == text.data() + text.size();
  if (whole && below >= kLeast && below <= kMost) return below;
  auto const shown = utf8_prefix(text, 60);
  throw Error({fmt::format("WZA_PUBLISH_BELOW 是“{}”，须为 {} 到 {} 的整数。请改正这个设置。",
                           shown, kLeast, kMost),
               fmt::format("WZA_PUBLISH_BELOW is “{}”; it must be a whole number from {} to {}. "
                           "Correct the setting.",
                           shown, kLeast, kMost)},
              ExitCode::configuration);
}

}  // namespace

gis::Publishing publishing(App const &app) {
  gis::Publishing out;
  out.until = gis::last_year_end(LocalDate::of(app.clock().now()));
  char const *below = std::getenv("WZA_PUBLISH_BELOW");
  if (below != nullptr && *below != '\0') out.below = read_below(below);
  return out;
}

}  // namespace wza::audit
