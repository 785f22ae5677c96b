// SPDX-License-Identifier: Apache-2.0
#include "db/store/private_store.h"

#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace wza {
namespace {

struct Private : testing::Test {
  TempTracker tracker;
  Secret const certificate{"00000000000000000099 虚构"};
  PrivateRecord const record{{PrivateField::name, Secret("测试户主甲")},
                             {PrivateField::phone, Secret("000-0000-0001")}};

  std::string bytes_of(std::filesystem::path const &path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

TEST_F(Private, GivesBackWhatWasPutAfterReopening) {
  HouseholdId id;
  {
    PrivateStore store = PrivateStore::open(*tracker);
    id = store.pseudonym(certificate);
    EXPECT_EQ(store.put(id, record), PrivateStore::Change::stored);
  }
  PrivateStore store = PrivateStore::open(*tracker);
  EXPECT_EQ(store.get(id), record);
  EXPECT_EQ(store.pseudonym(certificate), id);
  EXPECT_EQ(store.get(HouseholdId("H-UNKNOWN")), std::nullopt);
}

TEST_F(Private, TellsStoredUpdatedAndUnchangedApart) {
  PrivateStore store = PrivateStore::open(*tracker);
  HouseholdId const id = store.pseudonym(certificate);
  store.put(id, record);
  EXPECT_EQ(store.put(id, record), PrivateStore::Change::unchanged);
  EXPECT_EQ(store.put(id, {{PrivateField::phone, Secret("000-0000-0002")}}),
            PrivateStore::Change::updated);
  EXPECT_EQ(store.get(id)->at(PrivateField::name).reveal(), "测试户主甲");
}

TEST_F(Private, NoFileHoldsAFieldInTheClear) {
  {
    PrivateStore store = PrivateStore::open(*tracker);
    store.put(store.pseudonym(certificate), record);
  }
  for (auto const &entry : std::filesystem::directory_iterator(tracker.dir().path())) {
    std::string const bytes = bytes_of(entry.path());
    EXPECT_EQ(bytes.find("测试户主甲"), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find("000-0000-0001"), std::string::npos) << entry.path();
  }
}

TEST_F(Private, TheFileIsItsOwnersAlone) {
  PrivateStore::open(*tracker);
  auto const rights = std::filesystem::status(tracker->private_path()).permissions();
  EXPECT_EQ(rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
            std::filesystem::perms::none);
}

TEST_F(Private, AFieldMovedToAnotherHouseholdDoesNotOpen) {
  PrivateStore store = PrivateStore::open(*tracker);
  HouseholdId const a = store.pseudonym(certificate);
  HouseholdId const b = store.pseudonym(Secret("another"));
  EXPECT_NE(a, b);
  store.put(a, record);
  store.put(b, record);
  store.db()
      .prepare(
          "UPDATE fields SET sealed = (SELECT sealed FROM fields WHERE household = ?1 AND field = "
          "'name') WHERE household = ?2 AND field = 'name'")
      .bind(a, b)
      .run();
  EXPECT_THROW(store.get(b), TrackerError);
}

TEST_F(Private, WithoutItsKeyNothingIsOpenedNorMade) {
  PrivateStore::open(*tracker);
  std::filesystem::remove(key_path(tracker->id()));
  EXPECT_THROW(PrivateStore::open(*tracker), TrackerError);
  EXPECT_FALSE(std::filesystem::exists(key_path(tracker->id())));
}

TEST_F(Private, AnotherKeyIsRefused) {
  PrivateStore::open(*tracker);
  std::ofstream(key_path(tracker->id())) << std::string(64, 'a');
  EXPECT_THROW(PrivateStore::open(*tracker), TrackerError);
}

TEST_F(Private, ErasedIsGone) {
  PrivateStore store = PrivateStore::open(*tracker);
  HouseholdId const id = store.pseudonym(certificate);
  store.put(id, record);
  store.erase(id);
  EXPECT_EQ(store.get(id), std::nullopt);
}

}  // namespace
}  // namespace wza
