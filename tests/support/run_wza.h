// SPDX-License-Identifier: Apache-2.0
// Runs the built program as a user would, in a folder of the test's choice.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace wza {

struct Outputs {
  int exit_code = -1;
  std::string out, err;
};

/// `wza ARGS…` in `folder`, with `input` on standard input. The environment is the test's, without
/// WZA_* and with LC_ALL=zh_CN.UTF-8.
Outputs run_wza(std::filesystem::path const &folder, std::vector<std::string> const &args,
                std::string const &input = {});

}  // namespace wza
