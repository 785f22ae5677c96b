// SPDX-License-Identifier: Apache-2.0
// The content of a page in pieces: each text, picture and control that people or assistive
// technology get, in tree order, with a fingerprint by which it is found again on other pages. This
// is how "blocks of repeated content" of the ACT rules 047fe0, b40fd1, cf77f2 and ye5d6e are seen.
#pragma once

#include "webcheck/page.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wza::web {

/// "Perceivable content" of the ACT rules at its smallest.
struct ContentPiece {
  NodeId node;  ///< a text node, or an element that is content by itself
  /// Of kind and words, white space folded; the same on every machine. A heading of one level is
  /// another piece than the same words in a link.
  std::uint64_t fingerprint = 0;
  std::uint32_t letters = 0;   ///< letters of its words; an ideograph counts as two
  Trilean perceivable = true;  ///< whether it is rendered for anybody
};

/// Of any text, white space folded.
std::uint64_t fingerprint_of(std::string_view text);

/// In tree order; what is surely hidden from everybody is left out.
std::vector<ContentPiece> content_pieces(Page const &page);

PageOutline outline_of(Page const &page);

}  // namespace wza::web
