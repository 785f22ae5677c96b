// SPDX-License-Identifier: Apache-2.0
// The composition root: what a command needs of the world around it.
#pragma once

#include "audit/cli/terminal.h"
#include "db/base/clock.h"
#include "db/base/text.h"
#include "db/store/tracker.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace wza::audit {

class App {
 public:
  /// `tracker` is the value of --tracker, where it was given.
  App(Terminal &terminal, std::stop_token stop, std::optional<std::string> const &tracker);

  Terminal &terminal() { return m_terminal; }
  Lang lang() const { return m_terminal.lang(); }
  std::stop_token stop() const { return m_stop; }
  Clock const &clock() const { return m_clock; }

  /// --tracker, else $WZA_TRACKER, else ./tracker.gpkg.
  std::filesystem::path const &tracker_path() const { return m_tracker_path; }
  /// Opens the tracker, and brings its reference data up to date where it may write. Throws
  /// TrackerError where there is none or it cannot be used.
  Tracker open_tracker(Tracker::Access access) const;

 private:
  Terminal &m_terminal;
  std::stop_token m_stop;
  SystemClock m_clock;
  std::filesystem::path m_tracker_path;
};

}  // namespace wza::audit
