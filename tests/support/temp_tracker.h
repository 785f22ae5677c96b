// SPDX-License-Identifier: Apache-2.0
// Files of a test, gone with it.
#pragma once

#include "db/store/tracker.h"

#include <filesystem>

namespace wza {

/// A new empty folder, removed with all that is in it when the object dies.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(TempDir const &) = delete;
  TempDir &operator=(TempDir const &) = delete;
  std::filesystem::path const &path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

/// A new tracker in a folder of its own; time stands at 2026-11-22T06:00:00Z until a test moves it.
/// Its key file stands in the same folder.
class TempTracker {
 public:
  TempTracker();
  ~TempTracker();
  Tracker &operator*() { return m_tracker; }
  Tracker *operator->() { return &m_tracker; }
  FrozenClock &clock() { return m_clock; }
  TempDir const &dir() const { return m_dir; }

 private:
  TempDir m_dir;
  FrozenClock m_clock;
  Tracker m_tracker;
};

}  // namespace wza
