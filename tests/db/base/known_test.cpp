// SPDX-License-Identifier: Apache-2.0
#include "db/base/known.h"

#include "db/base/error.h"
#include "db/base/secret.h"

#include <gtest/gtest.h>

#include <array>

namespace wza {
namespace {

constexpr Trilean kUnknown = Trilean::unknown();

// Kleene's strong tables; compile-time, so that they hold in every build.
static_assert((Trilean(true) && kUnknown).is_unknown());
static_assert((Trilean(false) && kUnknown).is_false());
static_assert((Trilean(true) || kUnknown).is_true());
static_assert((Trilean(false) || kUnknown).is_unknown());
static_assert((!kUnknown).is_unknown());

TEST(Trilean, AndOrNotObeyDeMorgan) {
  std::array const all{Trilean(true), Trilean(false), kUnknown};
  for (Trilean const a : all) {
    for (Trilean const b : all)
      EXPECT_EQ(!(a && b), (!a || !b));
  }
}

TEST(Known, ComparingTheUnknownIsUnknown) {
  EXPECT_TRUE(Known<int>(3).is(3).is_true());
  EXPECT_TRUE(Known<int>(3).is(4).is_false());
  EXPECT_TRUE(Known<int>::unknown().is(3).is_unknown());
}

TEST(Problem, SaysWhereWhatAndWhatToDoInBothLanguages) {
  Problem const problem{ProblemCode::bad_number,
                        "a.xlsx",
                        "宽度",
                        12,
                        {"不是数字。", "This is not a number."},
                        {"请改成数字。", "Write a number."}};
  EXPECT_EQ(problem.in(Lang::zh), "a.xlsx，第 12 行，“宽度”：不是数字。请改成数字。");
  EXPECT_EQ(problem.in(Lang::en),
            "a.xlsx, row 12, \"宽度\": This is not a number. Write a number.");
}

template <class T>
concept Printable = requires(std::ostream &out, T const &value) {
  out << value;
};
static_assert(!Printable<Secret>);

TEST(Secret, LeavesNothingBehindWhenMoved) {
  Secret from("a secret that is longer than any small buffer");
  Secret const to(std::move(from));
  EXPECT_TRUE(from.empty());  // NOLINT(bugprone-use-after-move): this is what is tested
  EXPECT_EQ(to.reveal().size(), 45U);
}

}  // namespace
}  // namespace wza
