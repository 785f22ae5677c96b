// SPDX-License-Identifier: Apache-2.0
// db/reference/toolbars.tsv, sorted by what a fingerprint is looked for in.
#pragma once

#include "webcheck/toolbar/toolbar.h"

#include <string_view>
#include <vector>

namespace wza::web {

struct Fingerprint {
  std::string_view family, name;
  std::string_view pattern;
  ToolbarCertainty certainty{};
};

struct Fingerprints {
  std::vector<Fingerprint> ids;        ///< exact, or with "_" at the end a beginning
  std::vector<Fingerprint> addresses;  ///< parts of addresses of scripts, styles and links
  std::vector<Fingerprint> code;       ///< names in handlers and short scripts
  std::vector<Fingerprint> classes;    ///< class names
  std::vector<Fingerprint> elements;   ///< element names
  std::vector<Fingerprint> words;      ///< what a trigger says
  std::vector<Fingerprint> panel;      ///< what the keys of an open bar say
};

/// Made once for the program.
Fingerprints const &fingerprints();

}  // namespace wza::web
