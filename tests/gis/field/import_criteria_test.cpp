// SPDX-License-Identifier: Apache-2.0
// An office's own criteria: they judge beside the program's, and neither overwrites the other.
#include "gis/field/import_criteria.h"

#include "db/store/criteria.h"
#include "gis/field/facility_report.h"
#include "gis/field/import_facilities.h"
#include "gis/field/import_inspections.h"
#include "tests/gis/field/drawn_county.h"

namespace wza::gis {
namespace {

constexpr char const *kHead =
    "指标编号,标准,条款,设施类型,要求,测量内容,比较,限值,单位,适用条件,应或宜,严重程度,施行日期,"
    "测得条件\n";

class ImportCriteria : public DrawnCounty {
 protected:
  ImportReport import(std::string const &rows) {
    auto const report = import_criteria(*m_tracker, csv(kHead + rows), {});
    EXPECT_TRUE(report) << report.problem().in(Lang::en);
    return report ? *report : ImportReport{};
  }
  std::optional<Criterion> find(char const *id) {
    return CriteriaStore(*m_tracker).find(CriterionId(id));
  }
};

TEST_F(ImportCriteria, ARowBecomesACriterionOfTheOffice) {
  auto const report = import(
      "local-ramp-width,DB99/T "
      "1-2024,4.1,轮椅坡道,坡道净宽,净宽,不小于,1.50,m,,应,严重,2024-07-01\n"
      "local-rail,DB99/T 1-2024,4.2,handrail,扶手高,高度,介于,850..880,mm,"
      "handrail_layers = single,宜,一般,2024-07-01\n");
  EXPECT_TRUE(report.refused.empty()) << report.refused[0].in(Lang::en);
  EXPECT_EQ(report.stored, 2);
  auto const width = find("local-ramp-width");
  ASSERT_TRUE(width);
  EXPECT_EQ(width->origin, Origin::local);
  EXPECT_EQ(width->facility_type, "wheelchair-ramp");
  EXPECT_NEAR(width->low->si, 1.5, 1e-12);
  EXPECT_EQ(width->in_force_from, LocalDate::parse("2024-07-01"));
  EXPECT_NEAR(find("local-rail")->high->si, 0.88, 1e-12);
  EXPECT_EQ(find("local-rail")->obligation, Obligation::should);
}

TEST_F(ImportCriteria, TheSameFileTwiceChangesNothingAndACorrectionIsTaken) {
  std::string const row =
      "local-a,DB99/T 1-2024,4.1,door,门净宽,净宽,≥,0.95,m,,应,严重,2024-07-01\n";
  import(row);
  EXPECT_EQ(import(row).unchanged, 1);
  auto const corrected =
      import("local-a,DB99/T 1-2024,4.1,door,门净宽,净宽,≥,1.00,m,,应,严重,2024-07-01\n");
  EXPECT_EQ(corrected.updated, 1);
  EXPECT_NEAR(find("local-a")->low->si, 1.0, 1e-12);
}

TEST_F(ImportCriteria, NeitherOverwritesTheOther) {
  auto const problem = only(
      import("ramp-width,DB99/T 1-2024,4.1,wheelchair-ramp,净宽,净宽,不小于,0.5,m,,应,严重,\n"));
  EXPECT_EQ(problem.code, ProblemCode::duplicate);
  EXPECT_EQ(problem.row, 2);
  EXPECT_NEAR(find("ramp-width")->low->si, 1.2, 1e-12);
  import("local-b,DB99/T 1-2024,4.1,door,门净宽,净宽,不小于,0.95,m,,应,严重,\n");
  m_tracker->db().execute("DELETE FROM reference_files");
  ASSERT_TRUE(seed(*m_tracker));
  EXPECT_FALSE(find("local-b")->retired);
}

TEST_F(ImportCriteria, BothJudgeFromTheirDaysOfForceOn) {
  import(
      "local-w,DB99/T "
      "1-2024,4.1,wheelchair-ramp,坡道净宽,净宽,不小于,1.50,m,,应,严重,2024-07-01\n");
  ASSERT_TRUE(import_facilities(
      *m_tracker,
      csv("id,name,type,build,lon,lat\nP,例（虚构）,library,existing,123.3259,29.1784\n"),
      in(Frame::wgs84)));
  auto const outcome = [&](std::string const &day, std::string const &criterion) {
    auto const report = import_inspections(*m_tracker,
                                           csv("facility,date,component,criterion,value,unit\nP," +
                                               day + ",坡道," + criterion + ",1.30,m\n"),
                                           {});
    EXPECT_TRUE(report && report->refused.empty());
    auto row = m_tracker->db().prepare(
        "SELECT outcome FROM v_inspection WHERE inspected_on = ?1 AND criterion = ?2");
    EXPECT_TRUE(row.bind(day, criterion).step());
    return row.get<std::string>(0);
  };
  EXPECT_EQ(outcome("2024-06-30", "local-w"), "inapplicable");
  EXPECT_EQ(outcome("2024-07-01", "local-w"), "failed");
  EXPECT_EQ(outcome("2024-07-01", "ramp-width"), "passed");
}

TEST_F(ImportCriteria, AWidthThatWasMeasuredForTheNationalClauseServesTheLocalOne) {
  import(
      "local-w,DB99/T 1-2024,4.1,wheelchair-ramp,坡道净宽,净宽,不小于,1.50,m,,应,严重,2024-07-01,"
      "ramp_width\n");
  ASSERT_TRUE(import_facilities(
      *m_tracker,
      csv("id,name,type,build,lon,lat\nP,例（虚构）,library,existing,123.3259,29.1784\n"),
      in(Frame::wgs84)));
  ASSERT_TRUE(import_inspections(
      *m_tracker,
      csv("facility,date,component,criterion,value,unit\nP,2024-08-01,坡道,ramp-width,1.30,m\n"),
      {}));
  auto const report = report_on(*m_tracker, FacilityId("P"), *LocalDate::parse("2024-09-01"));
  ASSERT_TRUE(report);
  ASSERT_EQ(report->components.size(), 1U);
  auto const &local = report->components[0].verdict.parts.back();
  EXPECT_EQ(local.criteria[0].criterion->id.value, "local-w");
  EXPECT_EQ(local.outcome, Outcome::failed);
  EXPECT_NEAR(*local.criteria[0].judgement.margin, 0.2, 1e-9);
}

TEST_F(ImportCriteria, EachFaultNamesItsRowAndField) {
  auto const report = import(
      "a,S,1,月球车,x,x,不小于,1,m,,应,严重,\n"
      "b,S,1,door,x,x,大约,1,m,,应,严重,\n"
      "c,S,1,door,x,x,不小于,一米,m,,应,严重,\n"
      "d,S,1,door,x,x,介于,900..850,mm,,应,严重,\n"
      "e,S,1,door,x,x,不小于,1,m,moon_phase = full,应,严重,\n"
      "f,S,1,door,x,x,不小于,1,m,and and,应,严重,\n"
      "g,S,1,door,x,x,不小于,1,m,,也许,严重,\n"
      "h,S,1,door,x,x,不小于,1,m,,应,很坏,\n"
      "i,S,1,door,x,x,不小于,,m,,应,严重,\n"
      "j,S,1,door,x,x,不小于,1,m,,应,严重,明年\n"
      "k,S,1,door,x,x,不小于,1,N,,应,严重,,door_width\n"
      ",S,1,door,x,x,不小于,1,m,,应,严重,\n");
  EXPECT_EQ(report.stored, 0);
  ASSERT_EQ(report.refused.size(), 12U);
  for (std::size_t i = 0; i < report.refused.size(); ++i) {
    EXPECT_EQ(report.refused[i].row, static_cast<std::int64_t>(i) + 2);
    EXPECT_FALSE(report.refused[i].field.empty());
    EXPECT_FALSE(report.refused[i].remedy.zh.empty()) << report.refused[i].in(Lang::en);
  }
}

}  // namespace
}  // namespace wza::gis
