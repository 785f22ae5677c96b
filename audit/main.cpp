// SPDX-License-Identifier: Apache-2.0
// wza: the program. All that can go wrong ends in audit/cli/door.cpp.
#include "audit/cli/door.h"
#include "gis/io/reader_process.h"

#include <unistd.h>

#include <iostream>
#include <span>
#include <string>
#include <vector>

int main(int argc, char **argv) {
  std::ios::sync_with_stdio(false);
  std::vector<std::string> const words(argv + 1, argv + argc);
  if (words.size() == 1 + wza::gis::kReaderWords && words[0] == wza::gis::kReaderWord)
    return wza::gis::run_reader(std::span(words).subspan(1));
  return static_cast<int>(
      wza::audit::enter(words, std::cout, std::cerr, isatty(STDERR_FILENO) == 1));
}
