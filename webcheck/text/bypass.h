// SPDX-License-Identifier: Apache-2.0
// Ways past the content that a page repeats from other pages of its site (WCAG 2.2 SC 2.4.1), in
// the terms of the ACT rules cf77f2, 047fe0, b40fd1 and ye5d6e. "Fresh" is here what they call
// non-repeated content after repeated content.
//
// A piece of content counts as repeated where more than half of the pages that are known have it
// too, and as not repeated where none has it; what lies between, and what has hardly a letter in
// it, stays open.
#pragma once

#include "webcheck/page.h"

namespace wza::web {

/// Made once a page: page.facts<Bypass>().
struct Bypass {
  explicit Bypass(Page const &page);

  bool compared = false;           ///< another page is known; without, all else is unknown
  Trilean fresh = false;           ///< whether there is fresh content of some length
  Trilean by_heading = false;      ///< a heading is fresh content, seen and read out
  Trilean by_landmark = false;     ///< a landmark begins with fresh content
  Trilean by_link = false;         ///< a link leads just before fresh content
  bool by_script_perhaps = false;  ///< something may lead or fold by script, which is not run
};

/// Whether the page has no heading, no landmark and no link to a part of itself, though it has many
/// links: then it is worth asking whether there is a way past what it repeats.
bool shows_no_way(Page const &page);

}  // namespace wza::web
