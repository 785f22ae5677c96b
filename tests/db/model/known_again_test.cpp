// SPDX-License-Identifier: Apache-2.0
#include "db/model/known_again.h"

#include <gtest/gtest.h>

namespace wza {
namespace {

KeyedPlaces on(std::string place, std::vector<std::string> keys) {
  return {{std::move(place), std::move(keys)}};
}

using Same = std::vector<KnownAgain>;
using Defects = std::vector<KeyedPlaces>;

TEST(KnownAgain, TheElementsOwnNameTells) {
  std::vector<KeyedPlaces> const before{on("/", {"s1", "p1"}), on("/", {"s2", "p1"})};
  std::vector<KeyedPlaces> const after{on("/", {"s2", "p9"}), on("/", {"s1", "p9"})};
  EXPECT_EQ(known_again(before, after), (Same{{0, 1}, {1, 0}}));
}

TEST(KnownAgain, EvidenceOfAnotherPlaceIsNone) {
  std::vector<KeyedPlaces> const before{on("/a", {"s1"})};
  std::vector<KeyedPlaces> const after{on("/b", {"s1"})};
  EXPECT_EQ(known_again(before, after), Same{});
}

TEST(KnownAgain, TwoThatAreAsGoodStayApart) {
  std::vector<KeyedPlaces> const before{on("/", {"s1"})};
  std::vector<KeyedPlaces> const after{on("/", {"s1"}), on("/", {"s1"})};
  EXPECT_EQ(known_again(before, after), Same{});
}

TEST(KnownAgain, WeakerKeysDecideBetweenEqualNames) {
  std::vector<KeyedPlaces> const before{on("/", {"s1", "c1"}), on("/", {"s1", "c2"})};
  std::vector<KeyedPlaces> const after{on("/", {"s1", "c2"}), on("/", {"s1", "c1"})};
  EXPECT_EQ(known_again(before, after), (Same{{0, 1}, {1, 0}}));
}

TEST(KnownAgain, ASingleOneThatIsLeftIsTaken) {
  std::vector<KeyedPlaces> const before{on("/", {"s1", "m1"}), on("/", {"s1"})};
  std::vector<KeyedPlaces> const after{on("/", {"s1", "m1"}), on("/", {"s1"})};
  EXPECT_EQ(known_again(before, after), (Same{{0, 0}, {1, 1}}));
}

TEST(KnownAgain, ThePathAloneIsBelievedWhereItStandsOnce) {
  EXPECT_EQ(known_again(Defects{on("/", {"p1"})}, Defects{on("/", {"p1"})}), (Same{{0, 0}}));
  EXPECT_EQ(known_again(Defects{on("/", {"p1"}), on("/", {"p1"})}, Defects{on("/", {"p1"})}),
            Same{});
}

TEST(KnownAgain, AnotherNameAtTheSamePathIsAnotherDefect) {
  EXPECT_EQ(known_again(Defects{on("/", {"s1", "p1"})}, Defects{on("/", {"s2", "p1"})}), Same{});
  // The picture of the same link was exchanged: path and surroundings agree.
  EXPECT_EQ(known_again(Defects{on("/", {"s1", "c1", "p1"})}, Defects{on("/", {"s2", "c1", "p1"})}),
            (Same{{0, 0}}));
}

TEST(KnownAgain, KeysOfACrowdTellNobodyApart) {
  std::vector<KeyedPlaces> before, after;
  for (int i = 0; i < 17; ++i)
    before.push_back(on("/", {"s1"}));
  after.push_back(on("/", {"s1"}));
  EXPECT_EQ(known_again(before, after), Same{});
}

TEST(KnownAgain, NothingAndOddKeysAreNoEvidence) {
  EXPECT_EQ(known_again({}, {}), Same{});
  EXPECT_EQ(known_again(Defects{on("/", {"", "x1"})}, Defects{on("/", {"", "x1"})}), Same{});
}

}  // namespace
}  // namespace wza
