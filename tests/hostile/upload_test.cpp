// SPDX-License-Identifier: Apache-2.0
// Whatever a file holds, importing it connects to nobody, reads and writes nothing but the tracker,
// stays within bounds, and ends with rows or a refusal that says why. How fast it does so is
// measured by `wza_bench uploads`, not here.
#include "tests/hostile/hostile_upload_run.h"

#include <gtest/gtest.h>

namespace wza::test {
namespace {

constexpr unsigned kMostSeconds = 200;  // sanitizers are slow
constexpr std::size_t kMostBytes = std::size_t{512} << 20;

class Upload : public testing::TestWithParam<HostileUpload> {};

TEST_P(Upload, ReachesNothingAndEndsWithinBounds) {
  UploadRun const upload = import_upload(GetParam(), kMostSeconds);
  auto const &run = upload.run;
  EXPECT_EQ(upload.connections, 0);
  EXPECT_FALSE(upload.told_secret) << run.err.substr(0, 2000);
  EXPECT_EQ(upload.changed, std::vector<std::string>());
  EXPECT_TRUE(run.exit_code == 0 || run.exit_code == 4) << run.exit_code << "\n"
                                                        << run.err.substr(0, 2000);
  if (run.exit_code == 4) {
    EXPECT_GT(run.err.size(), 40U);
  }
  // With a sanitizer there are no limits of memory to pass.
  if (!WZA_SANITIZED) {
    EXPECT_NE(run.err.find(GetParam().told), std::string::npos) << run.err.substr(0, 2000);
  }
  // A sanitizer's own memory is not the program's.
  if (!WZA_SANITIZED) {
    EXPECT_LT(run.peak_bytes, kMostBytes);
  }
}

INSTANTIATE_TEST_SUITE_P(File, Upload,
                         testing::ValuesIn(hostile_uploads().begin(), hostile_uploads().end()),
                         [](auto const &info) { return std::string(info.param.name); });

}  // namespace
}  // namespace wza::test
