// SPDX-License-Identifier: Apache-2.0
// main() of the test programs. WZA_TEST_FILE names a source file: then its tests run and no others,
// and that there are none is a failure.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// --gtest_filter for the tests that `file` defines, "" where there are none.
std::string tests_of(std::string_view file) {
  std::string filter;
  auto const &all = *testing::UnitTest::GetInstance();
  for (int s = 0; s < all.total_test_suite_count(); ++s) {
    auto const &suite = *all.GetTestSuite(s);
    for (int t = 0; t < suite.total_test_count(); ++t) {
      auto const &test = *suite.GetTestInfo(t);
      if (!std::string_view(test.file()).ends_with(file)) continue;
      filter.append(suite.name()).append(".").append(test.name()).append(":");
    }
  }
  return filter;
}

}  // namespace

int main(int count, char **words) {
  testing::InitGoogleTest(&count, words);
  if (char const *const file = std::getenv("WZA_TEST_FILE")) {
    std::string const filter = tests_of(file);
    if (filter.empty()) {
      std::fprintf(stderr, "no tests in %s\n", file);
      return EXIT_FAILURE;
    }
    testing::GTEST_FLAG(filter) = filter;
  }
  return RUN_ALL_TESTS();
}
