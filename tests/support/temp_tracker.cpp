// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temp_tracker.h"

#include "gis/io/reader_process.h"

#include <stdlib.h>

#include <stdexcept>
#include <string>

namespace wza {
namespace {

// A program of tests has no main() of ours to read files in.
[[maybe_unused]] bool const kReaderKnown = (gis::set_reader_program(WZA_BINARY), true);

}  // namespace

TempDir::TempDir() {
  std::string pattern = (std::filesystem::temp_directory_path() / "wza-test-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  m_path = pattern;
}

TempDir::~TempDir() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

TempTracker::TempTracker()
    : m_clock(*UtcTime::parse("2026-11-22T06:00:00Z")),
      m_tracker(Tracker::create(m_dir.path() / "tracker.gpkg", m_clock)) {
  ::setenv("WZA_KEY_FILE", (m_dir.path() / "tracker.key").c_str(), 1);
}

TempTracker::~TempTracker() {
  ::unsetenv("WZA_KEY_FILE");
}

}  // namespace wza
