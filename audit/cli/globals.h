// SPDX-License-Identifier: Apache-2.0
// Options that every command takes, and the language in which all else is said.
#pragma once

#include "audit/cli/args.h"
#include "db/base/text.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::audit {

struct Globals {
  std::string lang;
  std::string color = "auto";
  std::optional<std::string> tracker;
  bool quiet = false;
  bool verbose = false;
  bool help = false;
  bool version = false;

  void declare(Args &args);
};

/// The language asked for by --lang among `words`, else by LC_ALL, LC_MESSAGES or LANG, else
/// Chinese. A wrong --lang is left for Args::read to refuse.
Lang language_of(std::vector<std::string> const &words);

/// Index of the word that names the command: the first that is no option and no global option's
/// value; words.size() where there is none.
std::size_t command_index(std::vector<std::string> const &words);

}  // namespace wza::audit
