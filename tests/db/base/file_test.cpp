// SPDX-License-Identifier: Apache-2.0
#include "db/base/file.h"

#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace wza {
namespace {

TEST(BytesOfFile, AreAllOfThem) {
  TempDir const dir;
  for (std::size_t const size : {0UL, 1UL, 65'536UL, 200'000UL}) {
    std::string content;
    for (std::size_t i = 0; i < size; ++i)
      content += static_cast<char>(i * 7);
    std::ofstream(dir.path() / "a", std::ios::binary) << content;
    EXPECT_EQ(bytes_of_file(dir.path() / "a"), content) << size;
  }
}

TEST(BytesOfFile, AreNothingWhereThereIsNone) {
  TempDir const dir;
  EXPECT_FALSE(bytes_of_file(dir.path() / "absent"));
  EXPECT_FALSE(bytes_of_file(dir.path()));
}

}  // namespace
}  // namespace wza
