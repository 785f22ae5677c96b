// SPDX-License-Identifier: Apache-2.0
// A page made to hang or burst a checker ends with a result or a refusal that says why, within a
// bound of memory. How fast it does so is measured by `./run bench hostile`, not here.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/measured_run.h"

#include <gtest/gtest.h>

namespace wza::test {
namespace {

// So that a hang is a failure and not a wait; sanitizers are slow.
constexpr unsigned kMostSeconds = 120;
constexpr std::size_t kMostBytes = std::size_t{512} << 20;

class Hostile : public testing::TestWithParam<HostilePage> {};

TEST_P(Hostile, EndsWithAResultOrARefusalInBoundedMemory) {
  MeasuredRun const run = check_page_in_process(GetParam().make(), kMostSeconds);
  EXPECT_NE(outcome_of(run), "broken") << "exit code " << run.exit_code << "\n"
                                       << run.err.substr(0, 2000);
  // A sanitizer's own memory is not the program's.
  if (!WZA_SANITIZED) {
    EXPECT_LT(run.peak_bytes, kMostBytes);
  }
}

INSTANTIATE_TEST_SUITE_P(Page, Hostile,
                         testing::ValuesIn(hostile_pages().begin(), hostile_pages().end()),
                         [](auto const &info) { return std::string(info.param.name); });

}  // namespace
}  // namespace wza::test
