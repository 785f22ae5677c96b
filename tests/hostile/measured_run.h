// SPDX-License-Identifier: Apache-2.0
// `wza check -` as a process of its own, with what it used up.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace wza::test {

struct MeasuredRun {
  int exit_code = 0;  ///< 128 and the signal's number where one ended it
  std::string out, err;
  std::chrono::milliseconds cpu{};  ///< user and system
  std::size_t peak_bytes = 0;       ///< resident
};

/// Runs WZA_BINARY over `page`, given on its standard input. The system ends it after
/// `most_cpu` seconds.
MeasuredRun check_page_in_process(std::string const &page, unsigned most_cpu);

/// In one word how that run ended: "result" (JSON of a page), "refused" (exit code 4 and a
/// sentence that says why), else "broken".
std::string_view outcome_of(MeasuredRun const &run);

}  // namespace wza::test
