// SPDX-License-Identifier: Apache-2.0
// What a page is made of, in numbers small enough to be kept for each page of a crawl: by them a
// crawl sees that a page says nothing that others have not said (trap_learner.h) and that two
// addresses show one page. A fingerprint for each piece of text instead of one simhash of all: a
// notice of two lines in the frame of its site is news, and a list of things that stand elsewhere
// is none, however much of the whole that changes.
#pragma once

#include "webcheck/dom/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wza::web {

struct PageShape {
  /// Of all words and pictures in order; 0 where there are too few to tell pages apart.
  std::uint64_t text = 0;
  std::uint64_t skeleton = 0;         ///< of template_signature(); 0 of what is no page
  std::vector<std::uint32_t> pieces;  ///< of its pieces, numbers folded; sorted, each once
};

/// All but the skeleton. Of a page with very many pieces, the title, the headings and a sample of
/// the rest that is the same for the same text.
PageShape shape_of(Document const &document);

/// The signature that template_signature() gives, as a number.
std::uint64_t skeleton_of(std::string const &signature);

/// Of a file: its digest is all that is known of it.
PageShape shape_of_file(std::string const &sha256);

/// A set of numbers that is small in memory.
class NumberSet {
 public:
  /// True if the number is new.
  bool insert(std::uint32_t number);
  bool contains(std::uint32_t number) const;

 private:
  std::size_t slot_of(std::uint32_t number) const;
  void grow();
  std::vector<std::uint32_t> m_slots;  ///< 0: free
  std::size_t m_size = 0;
};

}  // namespace wza::web
