// SPDX-License-Identifier: Apache-2.0
#include "gis/io/reader_process.h"

#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

namespace wza::gis {
namespace {

namespace fs = std::filesystem;

struct NoSink final : TableSink {
  void begin(Table const &) override {}
  void row(Row) override {}
  void merged(MergedCells const &) override {}
};

TEST(ReaderProcess, LeavesNoFolderBehindWhereTheFileIsGone) {
  TempDir const temporary;
  char const *const before = getenv("TMPDIR");
  std::string const kept = before == nullptr ? "" : before;
  setenv("TMPDIR", temporary.path().c_str(), 1);
  std::string const gone = (temporary.path() / "gone.csv").string();
  NoSink sink;
  EXPECT_THROW(static_cast<void>(read_apart(gone, *format_of(gone), {}, sink)),
               fs::filesystem_error);
  EXPECT_TRUE(fs::is_empty(temporary.path()));
  if (before == nullptr) {
    unsetenv("TMPDIR");
  } else {
    setenv("TMPDIR", kept.c_str(), 1);
  }
}

}  // namespace
}  // namespace wza::gis
