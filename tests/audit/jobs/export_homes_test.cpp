// SPDX-License-Identifier: Apache-2.0
#include "audit/jobs/export_homes.h"

#include "db/base/digest.h"
#include "db/base/file.h"
#include "db/sqlite/transaction.h"
#include "db/store/private_store.h"
#include "db/store/retrofits.h"
#include "db/store/runs.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace wza::audit {
namespace {

namespace fs = std::filesystem;

constexpr char const *kName = "=虚构某", *kPhone = "00000000000";
constexpr char const *kCertificate = "44182119900101000X41";

struct ExportHomesTest : testing::Test {
  ExportHomesTest() {
    fill_sample(*tracker);
    auto store = PrivateStore::open(*tracker);
    store.put(HouseholdId("H-AAAAAAAAAAAAAAAA"),
              {{PrivateField::name, Secret(kName)},
               {PrivateField::phone, Secret(kPhone)},
               {PrivateField::certificate, Secret(kCertificate)}});
    order.path = (folder.path() / "homes.csv").string();
    order.reason = "入户回访";
    order.actor = "测试员";
  }
  std::vector<PastEvent> log() { return events_of(*tracker, "households", "*"); }
  std::string bytes() const { return bytes_of_file(order.path).value_or(""); }

  TempTracker tracker;
  TempDir folder;
  HomesOrder order;
};

TEST_F(ExportHomesTest, TheFileIsTheOwnersAloneAndMasksTheCertificate) {
  auto const rows = export_homes(*tracker, order);
  ASSERT_TRUE(rows) << rows.problem().in(Lang::en);
  EXPECT_EQ(*rows, 2U);
  struct stat known {};
  ASSERT_EQ(stat(order.path.c_str(), &known), 0);
  EXPECT_EQ(known.st_mode & 0777, 0600U);
  EXPECT_NE(bytes().find(std::string("'") + kName), std::string::npos) << "no formula";
  EXPECT_NE(bytes().find(kPhone), std::string::npos);
  EXPECT_NE(bytes().find("441821************41"), std::string::npos);
  EXPECT_EQ(bytes().find("19900101"), std::string::npos);
  order.unmask = true;
  ASSERT_TRUE(export_homes(*tracker, order)) << "over a file that is the owner's alone";
  EXPECT_NE(bytes().find(kCertificate), std::string::npos);
}

TEST_F(ExportHomesTest, TheHistoryTellsWhoWhyAndWhatFileAndNothingOfThePeople) {
  ASSERT_TRUE(export_homes(*tracker, order));
  auto const events = log();
  ASSERT_EQ(events.size(), 1U);
  auto const &event = events.front().event;
  EXPECT_EQ(event.actor, "测试员");
  EXPECT_EQ(event.verb, "exported_private");
  EXPECT_EQ(event.after["rows"], 2);
  EXPECT_EQ(event.after["reason"], "入户回访");
  EXPECT_EQ(event.after["sha256"], sha256(bytes()));
  tracker->db().execute("PRAGMA wal_checkpoint(TRUNCATE)");
  auto const kept = *bytes_of_file(tracker->path());
  for (char const *secret : {kName + 1, kPhone, kCertificate})
    EXPECT_EQ(kept.find(secret), std::string::npos) << secret;
}

TEST_F(ExportHomesTest, RefusalsWriteNeitherFileNorHistory) {
  auto const refused = [&](HomesOrder const &wrong) {
    auto const rows = export_homes(*tracker, wrong);
    EXPECT_FALSE(rows);
    EXPECT_TRUE(log().empty());
    return rows ? ProblemCode::not_found : rows.problem().code;
  };
  HomesOrder no_reason = order, geojson = order;
  no_reason.reason = " ";
  geojson.path = (folder.path() / "homes.geojson").string();
  EXPECT_EQ(refused(no_reason), ProblemCode::usage);
  EXPECT_EQ(refused(geojson), ProblemCode::usage);
  for (char const *telling :
       {"回访13812345678", "回访 =虚 构某 家", "给４４１８２１１９９００１０１０００Ｘ补录"}) {
    HomesOrder personal = order;
    personal.reason = telling;
    EXPECT_EQ(refused(personal), ProblemCode::forbidden) << telling;
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
  std::ofstream(order.path) << "old";
  fs::permissions(order.path, fs::perms::owner_read | fs::perms::others_read);
  EXPECT_EQ(refused(order), ProblemCode::forbidden);
  EXPECT_EQ(bytes(), "old");
}

TEST_F(ExportHomesTest, WithoutThePrivateFileThereIsNothingToWriteAndNoneIsMade) {
  TempTracker bare;
  auto const rows = export_homes(*bare, order);
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.problem().code, ProblemCode::not_found);
  EXPECT_FALSE(fs::exists(bare->private_path()));
}

}  // namespace
}  // namespace wza::audit
