// SPDX-License-Identifier: Apache-2.0
#include "webcheck/page.h"

#include "tests/support/page_of.h"

#include <gtest/gtest.h>

#include <utility>

namespace wza::web {
namespace {

/// Counts how often it is made.
struct Paragraphs {
  explicit Paragraphs(Page const &page) : count(page.dom().by_tag(atom::p).size()) { ++made; }
  std::size_t count;
  static inline int made = 0;
};
struct Links {
  explicit Links(Page const &page) : count(page.dom().by_tag(atom::a).size()) {}
  std::size_t count;
};

TEST(Page, FactsAreMadeOnceAndKept) {
  Paragraphs::made = 0;
  Page page = page_of("<p>一<p>二<a href=/>三</a>");
  EXPECT_EQ(page.facts<Paragraphs>().count, 2u);
  EXPECT_EQ(page.facts<Links>().count, 1u);
  Paragraphs const *const first = &page.facts<Paragraphs>();
  Page const moved = std::move(page);
  EXPECT_EQ(&moved.facts<Paragraphs>(), first);
  EXPECT_EQ(Paragraphs::made, 1);
}

}  // namespace
}  // namespace wza::web
