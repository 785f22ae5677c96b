// SPDX-License-Identifier: Apache-2.0
#include "audit/report/notice.h"

#include "audit/report/fault_totals.h"
#include "audit/report/units.h"
#include "db/sqlite/transaction.h"
#include "db/store/facilities.h"
#include "db/store/photos.h"
#include "db/store/runs.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/check.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace wza::audit {
namespace {

constexpr char const *kUnit = "云杉镇人民政府（虚构）";

/// The sample, with the failing facility given to a unit.
struct NoticeTest : testing::Test {
  NoticeTest() {
    fill_sample(*tracker);
    put_failing([](Facility &facility) { facility.owner = kUnit; });
  }
  template <class Change>
  void put_failing(Change const &change) {
    Facility failing = FacilityStore(*tracker).find(FacilityId("F-001")).value();
    change(failing);
    Transaction transaction(tracker->db());
    RunId const run = RunStore(*tracker).begin(RunKind::import, "owners", "test").id;
    FacilityStore(*tracker).put(failing, run);
    transaction.commit();
  }
  std::string page(NoticeKind kind, Lang lang = Lang::zh) {
    NoticeOrder const order{kind, kUnit, *LocalDate::parse("2026-11-22"),
                            LocalDate::parse("2027-03-31")};
    auto html = notice_html(*tracker, order, lang);
    EXPECT_TRUE(html) << html.problem().in(Lang::en);
    return *std::move(html);
  }
  TempTracker tracker;
};

void expect_in(std::string const &page, std::vector<std::string> const &parts) {
  for (std::string const &part : parts)
    EXPECT_NE(page.find(part), std::string::npos) << part;
}

TEST_F(NoticeTest, TellsUnitDeadlineClauseAndWhatWasMeasured) {
  std::string const html = page(NoticeKind::notice);
  expect_in(html, {"整改通知书", kUnit, "2027-03-31", "1 处场所有 1 项", "F-001", "GB 55019-2021",
                   "2.3.1", "1:12", "第 26 条", "签收"});
  EXPECT_EQ(html.find("检查经过"), std::string::npos);
  EXPECT_EQ(html.find("导入"), std::string::npos) << "advice for our own people";
}

TEST_F(NoticeTest, EvidenceAddsEveryVisitAndTheHistory) {
  std::string const html = page(NoticeKind::evidence, Lang::en);
  expect_in(html, {"Evidence on accessibility faults", "All visits to", "History", "Article 63"});
  EXPECT_EQ(html.find("2027-03-31"), std::string::npos) << "a deadline is the notice's";
}

TEST_F(NoticeTest, ShowsThePhotosWithWordsAndDigest) {
  Photo photo;
  photo.sha256 = std::string(64, 'a');
  photo.name = "F-001_坡道.jpg";
  photo.facility = FacilityId("F-001");
  photo.component = "坡道";
  photo.taken_at = UtcTime::parse("2026-03-01T01:30:00Z");
  photo.width = photo.height = 1;
  Transaction transaction(tracker->db());
  RunId const run = RunStore(*tracker).begin(RunKind::import, "photos", "test").id;
  PhotoStore(*tracker).put(photo, "\xFF\xD8..", run);
  transaction.commit();
  expect_in(page(NoticeKind::evidence),
            {"data:image/jpeg;base64,/9guLg==", "alt=\"照片 1：坡道，拍摄于 2026-03-01 09:30\"",
             std::string(64, 'a')});
}

TEST_F(NoticeTest, TheMapHasThePlaceWithTheNumberOfTheList) {
  std::string const html = page(NoticeKind::notice);
  expect_in(html, {"<svg", "role=\"img\"", "虚构的边界 invented boundary (2025-01-01)", "CGCS2000",
                   "比例尺 1:", "113.500000, 23.900000", "场所 1：云杉镇便民中心（虚构）",
                   "误差没有记录", ">云杉镇（虚构）</text>", "&lt;b&gt;石桥&lt;/b&gt;镇（虚构）"});
  EXPECT_EQ(html.find("没有记录坐标"), std::string::npos);
}

TEST_F(NoticeTest, APlaceWithoutPositionIsNamedAndNeverDrawn) {
  put_failing([](Facility &facility) {
    facility.raw.reset();
    facility.geom.clear();
    facility.precision = PlacePrecision::town;
  });
  std::string const zh = page(NoticeKind::notice), en = page(NoticeKind::evidence, Lang::en);
  expect_in(zh, {"没有记录坐标，只知道所在的乡镇（街道）", "没有位置图"});
  expect_in(en, {"no position recorded; only the town is known", "there is no map"});
  for (std::string const &html : {zh, en})
    EXPECT_EQ(html.find("<svg"), std::string::npos);
}

TEST_F(NoticeTest, ThePositionSaysItsDatumAccuracyAndWhereElseItMayLie) {
  put_failing([](Facility &facility) {
    facility.raw = {113.505, 23.897, "gcj02", "高德地图", 8.0};
    facility.others = {DistrictCode("441821902")};
  });
  expect_in(page(NoticeKind::notice, Lang::en),
            {"GCJ-02 (AMap, Tencent maps); 高德地图; within 8 m; may lie in &lt;b&gt;石桥"});
}

TEST_F(NoticeTest, SumsUpLengthsAndCountsByFault) {
  Finding finding;
  finding.severity = Severity::serious;
  finding.rule = RuleId("tactile-safe-direction");
  finding.first_seen = *UtcTime::parse("2026-03-01T00:00:00Z");
  KnownOccurrence part;
  part.present = true;
  part.what.extent = 121;
  part.what.extent_unit = "m";
  KnownOccurrence const mended{part.what, false, {}, {}, {}};
  KnownOccurrence not_said = part;
  not_said.what.extent.reset();
  Finding earlier = finding;
  earlier.first_seen = *UtcTime::parse("2025-03-01T00:00:00Z");
  FacilityCase street, square;
  street.findings = {{finding, {part, mended, not_said}, {}}, {earlier, {part}, {}}};
  square.findings = {{finding, {part}, {}}};
  auto const totals = fault_totals({street, square});
  ASSERT_EQ(totals.size(), 1U);
  EXPECT_EQ(totals[0].facilities, 2);
  EXPECT_EQ(totals[0].parts, 4);
  EXPECT_EQ(totals[0].metres, 363);
  EXPECT_FALSE(totals[0].pieces);
  EXPECT_EQ(totals[0].without_extent, 1);
  EXPECT_EQ(totals[0].since, earlier.first_seen);
}

TEST_F(NoticeTest, PassesOurOwnCheck) {
  for (NoticeKind const kind : {NoticeKind::notice, NoticeKind::evidence}) {
    web::PageBytes bytes;
    bytes.url = "file:///notice.html";
    std::string const html = page(kind);
    bytes.bytes = html;
    for (web::PageFinding const &finding : web::check_page(*web::open_page(bytes)).findings)
      EXPECT_NE(finding.outcome, Outcome::failed) << finding.rule->id << ' ' << finding.selector;
  }
}

TEST_F(NoticeTest, GoesByTheUnitAndTheDeadlineOfTheInspection) {
  tracker->db().execute(
      "UPDATE findings SET unit = '虚构城管局', due = '2026-12-31' "
      "WHERE kind = 'facility'");
  auto const page = [&](std::optional<std::string> unit, std::optional<LocalDate> due) {
    return notice_html(*tracker,
                       {NoticeKind::notice, std::move(unit), *LocalDate::parse("2026-11-22"), due},
                       Lang::zh);
  };
  auto const html = page(std::nullopt, std::nullopt);
  ASSERT_TRUE(html) << html.problem().in(Lang::en);
  expect_in(*html, {"<dd>虚构城管局</dd>", "<dt>整改期限</dt><dd>2026-12-31</dd>"});
  EXPECT_FALSE(page(kUnit, std::nullopt)) << "another has to mend what it owns";
  auto const set = page(std::nullopt, LocalDate::parse("2027-03-31"));
  expect_in(*set, {"2027-03-31"});
  EXPECT_EQ(set->find("2026-12-31"), std::string::npos);
  auto const first =
      nlohmann::json::parse(units_json(unit_standings(*tracker))
                                .substr(0, units_json(unit_standings(*tracker)).find('\n')));
  EXPECT_EQ(first.at("unit"), "虚构城管局");
  EXPECT_EQ(first.at("open"), 1);
}

TEST_F(NoticeTest, AUnitWithoutOpenFindingsIsRefusedAndOthersAreNamed) {
  auto const html = notice_html(*tracker, {NoticeKind::notice, "别的单位", {}, {}}, Lang::zh);
  ASSERT_FALSE(html);
  EXPECT_EQ(html.problem().field, "--unit");
  EXPECT_NE(html.problem().remedy.zh.find(kUnit), std::string::npos);
}

TEST_F(NoticeTest, UnitsStandWithWhatIsOpenAtTheirFacilities) {
  std::string const lines = units_json(unit_standings(*tracker));
  auto const first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(first.at("schema"), "wza.units/1");
  EXPECT_EQ(first.at("unit"), kUnit);
  EXPECT_EQ(first.at("facilities"), 1);
  EXPECT_EQ(first.at("open"), 1);
  auto const others = nlohmann::json::parse(lines.substr(lines.find('\n') + 1));
  EXPECT_TRUE(others.at("unit").is_null());
  EXPECT_EQ(others.at("facilities"), 2);
  EXPECT_EQ(others.at("inspected"), 1);
  EXPECT_TRUE(others.at("oldest").is_null());
}

}  // namespace
}  // namespace wza::audit
