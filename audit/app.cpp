// SPDX-License-Identifier: Apache-2.0
#include "audit/app.h"

#include "db/base/error.h"
#include "db/seed.h"
#include "gis/geo/frames.h"

#include <cstdlib>
#include <string_view>
#include <utility>

namespace wza::audit {
namespace {

std::filesystem::path resolve(std::optional<std::string> const &given) {
  if (given) return *given;
  char const *named = std::getenv("WZA_TRACKER");
  return named != nullptr && *named != '\0' ? named : "tracker.gpkg";
}

}  // namespace

App::App(Terminal &terminal, std::stop_token stop, std::optional<std::string> const &tracker)
    : m_terminal(terminal), m_stop(std::move(stop)), m_tracker_path(resolve(tracker)) {
  char const *inverse = std::getenv("WZA_INVERSE_SHIFT");
  gis::forbid_inverse_shift(inverse != nullptr && std::string_view(inverse) == "off");
}

Tracker App::open_tracker(Tracker::Access access) const {
  Tracker tracker = Tracker::open(m_tracker_path, access, m_clock);
  if (access == Tracker::Access::write) {
    // A newer program brings newer tables. They are part of it, so that a refusal is our bug.
    if (auto seeded = seed(tracker); !seeded) throw Error(seeded.problem().reason);
  }
  return tracker;
}

}  // namespace wza::audit
