// SPDX-License-Identifier: Apache-2.0
// `wza` as a process of its own, with what it used up.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wza::test {

struct MeasuredRun {
  int exit_code = 0;  ///< 128 and the signal's number where one ended it
  std::string out, err;
  std::chrono::milliseconds cpu{};  ///< user and system
  std::chrono::milliseconds wall{};
  std::size_t peak_bytes = 0;  ///< resident
};

/// Runs WZA_BINARY with these words in `folder` (here where it is empty) and `input` on its
/// standard input. The system ends it after `most_cpu` seconds. What was used up counts its own
/// processes too: their time is added, of their memory the largest counts.
MeasuredRun run_measured(std::vector<std::string> const &words, std::string const &folder,
                         std::string const &input, unsigned most_cpu);

/// `wza check` of a page.
MeasuredRun check_page_in_process(std::string const &page, unsigned most_cpu);

/// In one word how that run ended: "result" (JSON of a page), "refused" (exit code 4 and a
/// sentence that says why), else "broken".
std::string_view outcome_of(MeasuredRun const &run);

}  // namespace wza::test
