// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/import_households.h"

#include "db/store/retrofit_evidence.h"
#include "db/store/retrofits.h"
#include "tests/gis/field/drawn_county.h"

#include <filesystem>
#include <iterator>

namespace wza::gis {
namespace {

class ImportHouseholds : public DrawnCounty {
 protected:
  static HouseholdOptions wgs84() {
    HouseholdOptions options;
    options.datum = Frame::wgs84;
    return options;
  }
  ImportReport take(std::string const &rows, std::string const &head = kHead) {
    auto const report = import_households(*m_tracker, m_private, csv(head + rows), {});
    EXPECT_TRUE(report) << report.problem().in(Lang::en);
    return *report;
  }
  static constexpr char const *kHead =
      "姓名,住址,残疾人证号,残疾类别,残疾等级,乡镇代码,状态,申请日期,验收日期,改造项目,补贴金额\n";
  PrivateStore m_private = PrivateStore::open(*m_tracker);
};

constexpr char const *kCertificate = "99010119410202001022";

TEST_F(ImportHouseholds, TheCountysHomesComeFromCsvAndXlsxOnce) {
  auto const csv_report = import_households(*m_tracker, m_private, demo("households.csv"), wgs84());
  ASSERT_TRUE(csv_report);
  auto const xlsx_report =
      import_households(*m_tracker, m_private, demo("households_more.xlsx"), wgs84());
  ASSERT_TRUE(xlsx_report);
  EXPECT_EQ(csv_report->stored, 240) << csv_report->refused.at(0).in(Lang::en);
  EXPECT_EQ(xlsx_report->stored, 60);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE geom IS NOT NULL"), 300);
  auto const again = import_households(*m_tracker, m_private, demo("households.csv"), wgs84());
  EXPECT_EQ(again->unchanged, 240);
  EXPECT_EQ(number("SELECT count(*) FROM households"), 300);
}

TEST_F(ImportHouseholds, NothingPersonalStandsInAnyFileInClear) {
  auto const table = demo("households.csv");
  ASSERT_TRUE(import_households(*m_tracker, m_private, table, wgs84()));
  std::string bytes;
  for (auto const &entry : std::filesystem::directory_iterator(m_tracker.dir().path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  ASSERT_NE(bytes.find("990101105"), std::string::npos) << "district codes are there";
  for (auto const &row : table.rows) {
    for (std::size_t column = 1; column <= 4; ++column) {
      EXPECT_EQ(bytes.find(row.cells[column]), std::string::npos)
          << "row " << row.number << " column " << column;
    }
    for (std::size_t column = 9; column <= 10; ++column)
      EXPECT_EQ(bytes.find(row.cells[column]), std::string::npos);
  }
}

TEST_F(ImportHouseholds, APositionOfTheHomeNeverBecomesItsPoint) {
  ASSERT_TRUE(import_households(*m_tracker, m_private, demo("households.csv"), wgs84()));
  EXPECT_LE(number("SELECT count(DISTINCT geom) FROM retrofits"), 11)
      << "one inner point a district";
  auto const home = RetrofitStore(*m_tracker).all().at(0).household;
  EXPECT_TRUE(m_private.get(home)->contains(PrivateField::position));
}

TEST_F(ImportHouseholds, TheStateMovesOnWithTheNextTableAndNeverBack) {
  std::string const who = std::string("测试甲一,虚构路1号,") + kCertificate + ",,,990101100,";
  EXPECT_EQ(take(who + "已批准,2024-01-05,,扶手,3000\n").stored, 1);
  EXPECT_EQ(take(who + "已验收,2024-01-05,2024-08-01,扶手,3000\n").updated, 1);
  auto const back = take(who + "已申请,2024-01-05,,扶手,3000\n");
  EXPECT_EQ(only(back).code, ProblemCode::conflict);
  auto const retrofit = RetrofitStore(*m_tracker).all().at(0);
  EXPECT_EQ(retrofit.state, RetrofitState::accepted);
  EXPECT_EQ(retrofit.planned_fen, 300000);
  EXPECT_EQ(retrofit.works.at(0).item, "D-rail");
}

TEST_F(ImportHouseholds, CategoryAndGradeComeFromTheCertificate) {
  take(std::string("测试甲一,虚构路1号,") + kCertificate + ",,,990101100,已申请,2024-01-05,,,\n");
  auto const home = RetrofitStore(*m_tracker).all().at(0).household;
  EXPECT_EQ(RetrofitStore(*m_tracker).household(home)->category, "2");
  EXPECT_EQ(RetrofitStore(*m_tracker).household(home)->grade, 2);
  EXPECT_EQ(home.value.substr(0, 2), "H-");
}

TEST_F(ImportHouseholds, MoneyIsInTheUnitOfItsHeader) {
  take(std::string("测试甲一,虚构路1号,") + kCertificate +
           ",990101100,已申请,2024-01-05,0.9,9000元\n",
       "姓名,住址,残疾人证号,乡镇代码,状态,申请日期,计划金额（万元）,实付金额（元）\n");
  auto const home = RetrofitStore(*m_tracker).all().at(0);
  EXPECT_EQ(home.planned_fen, 900'000);
  EXPECT_EQ(home.paid_fen, 900'000);
}

TEST_F(ImportHouseholds, AWrongCheckCharacterIsRefused) {
  auto const report =
      take("测试甲,虚构路1号,99010119410202001122,,,990101100,已申请,2024-01-05,,,\n");
  EXPECT_EQ(only(report).field, "残疾人证号");
  EXPECT_EQ(number("SELECT count(*) FROM households"), 0);
}

TEST_F(ImportHouseholds, TheSamePersonAndTheSamePlaceAreFoundAgain) {
  std::string const head =
      "姓名,住址,残疾人证号,身份证号,乡镇代码,项目,年度,状态,验收日期,资金来源\n";
  take(
      "测试甲一,虚构路1号,99010119410202001022,,990101100,甲项目,2023,已验收,2023-05-01,"
      "省级、县级\n"
      // re-graded: another certificate of the same person
      "测试甲一,虚构路9号,99010119410202001021,,990101100,甲项目,2024,已验收,2024-05-01,\n"
      // the elderly programme knows the person by the identity number
      "测试甲一,虚构路8号,,990101194102020010,990101100,老年项目,2024,已验收,2024-06-01,\n"
      // another person of the first home, written otherwise
      "测试乙一,虚构路 １号,99010119500101001044,,990101100,甲项目,2023,已验收,2023-05-01,\n"
      "测试丙一,虚构路1-2号,99010119500101002941,,990101100,甲项目,2023,已验收,2023-05-01,\n",
      head);
  EXPECT_EQ(number("SELECT count(DISTINCT pseudonym) FROM households"), 5);
  EXPECT_EQ(number("SELECT count(DISTINCT person_key) FROM households"), 3);
  EXPECT_EQ(number("SELECT count(DISTINCT place_key) FROM households"), 4);
  EXPECT_EQ(number("SELECT count(*) FROM retrofits WHERE money_source = '省级;县级'"), 1);
  auto const pairs = EvidenceStore(*m_tracker).pairs();
  ASSERT_EQ(pairs.size(), 4U);
  EXPECT_TRUE(pairs[0].second.same_person);
  EXPECT_FALSE(pairs[0].second.same_place);
  EXPECT_TRUE(pairs[2].second.same_place) << "record 1 and record 4 share a place";
  EXPECT_FALSE(pairs[2].second.same_person);
}

TEST_F(ImportHouseholds, EachFaultNamesRowAndFieldButNeverTheCell) {
  std::string const c = kCertificate;
  auto const report =
      take("测试甲,虚构路1号," + c +
           ",3,,990101100,已申请,2024-01-05,,,\n"                         // category differs
           "测试甲,虚构路2号,1234567,,,990101100,已申请,2024-01-05,,,\n"  // no certificate number
           "测试甲,虚构路3号,9.90101E+19,,,990101100,已申请,2024-01-05,,,\n"  // digits lost
           "测试甲,虚构路4号,,,,123456,已申请,2024-01-05,,,\n"                // no such district
           "测试甲,虚构路5号,,,,990101100,想要,2024-01-05,,,\n"               // no such state
           "测试甲,虚构路6号,,,,990101100,已申请,春节,,,\n"                   // no date
           "测试甲,虚构路7号,,,,990101100,已验收,2024-05-05,2024-01-01,,\n"   // dates run backwards
           "测试甲,虚构路8号,,,,990101100,已申请,2024-01-05,,,三千\n"         // no number
           "测试甲,,,,,990101100,已申请,2024-01-05,,,\n"                      // nobody
           "测试甲,虚构路9号,,九,,990101100,已申请,2024-01-05,,,\n"           // no category
           "测试甲,虚构路10号,,,,990101100,已申请,2024-01-05,,,\n"            // good
           "测试甲,虚构路10号,,,,990101100,已申请,2024-01-05,,,\n");          // again
  std::vector<ProblemCode> codes;
  for (auto const &problem : report.refused) {
    codes.push_back(problem.code);
    auto const words = problem.in(Lang::zh) + problem.in(Lang::en);
    for (auto const *secret :
         {"测试甲", "虚构路", "1234567", "9.90101", "123456", "春节", "三千"}) {
      EXPECT_EQ(words.find(secret), std::string::npos) << words;
    }
    EXPECT_TRUE(problem.row);
  }
  EXPECT_EQ(report.stored, 1);
  EXPECT_EQ(codes,
            (std::vector{ProblemCode::conflict, ProblemCode::bad_value, ProblemCode::bad_value,
                         ProblemCode::unknown_code, ProblemCode::bad_value, ProblemCode::bad_date,
                         ProblemCode::bad_date, ProblemCode::bad_number, ProblemCode::missing_value,
                         ProblemCode::unknown_code, ProblemCode::duplicate}));
}

TEST_F(ImportHouseholds, WithoutACodeTheAddressTellsTheDistrictAndStaysSealed) {
  std::string const head = "姓名,住址,乡镇代码,状态,申请日期\n";
  auto const report = take(
      "测试甲,清溪县云岭镇虚构路1号,,已申请,2024-01-05\n"
      "测试乙,清溪县虚构路2号,,已申请,2024-01-05\n"
      "测试丙,虚构路3号,990101,已申请,2024-01-05\n"
      "测试丁,虚构路4号,,已申请,2024-01-05\n"
      "测试戊,清溪县云岭镇5号,990101100,已申请,2024-01-05\n",
      head);
  EXPECT_EQ(report.stored, 4);
  auto const problem = only(report);
  EXPECT_EQ(problem.code, ProblemCode::outside_districts);
  EXPECT_EQ((problem.in(Lang::zh) + problem.in(Lang::en)).find("虚构路"), std::string::npos);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE precision = 'town'"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE precision = 'county'"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE district = '990101101'"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE district = '990101100'"), 1)
      << "the code goes before the address";
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_NE(report.notes[0].zh.find("第 6 行"), std::string::npos) << report.notes[0].zh;
}

TEST_F(ImportHouseholds, AnAddressThatFitsSeveralDistrictsIsRefusedWithTheirNames) {
  ASSERT_TRUE(
      import_districts(*m_tracker, csv("code,name\n990102,白云县\n990102100,云岭镇\n"), drawn()));
  auto const report =
      take("测试甲,云岭镇虚构路1号,,已申请,2024-01-05\n", "姓名,住址,乡镇代码,状态,申请日期\n");
  auto const problem = only(report);
  EXPECT_NE(problem.reason.zh.find("990101101 / 云岭镇 990102100"), std::string::npos)
      << problem.reason.zh;
  EXPECT_EQ(problem.in(Lang::zh).find("虚构路"), std::string::npos);
}

TEST_F(ImportHouseholds, PositionsOfUndeclaredDatumAreAskedAboutThoughACodeStandsBeside) {
  auto const report = import_households(*m_tracker, m_private, demo("households.csv"), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problem().code, ProblemCode::undeclared_datum);
  EXPECT_NE(report.problem().reason.zh.find("填写了行政区的点"), std::string::npos)
      << report.problem().reason.zh;
  EXPECT_EQ(number("SELECT count(*) FROM households"), 0);
}

TEST_F(ImportHouseholds, ADryRunWritesNeitherFile) {
  auto options = wgs84();
  options.dry_run = true;
  auto const report = import_households(*m_tracker, m_private, demo("households.csv"), options);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 240);
  EXPECT_EQ(number("SELECT count(*) FROM retrofits"), 0);
  auto again = import_households(*m_tracker, m_private, demo("households.csv"), wgs84());
  EXPECT_EQ(again->stored, 240);
}

}  // namespace
}  // namespace wza::gis
