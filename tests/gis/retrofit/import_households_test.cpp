// SPDX-License-Identifier: Apache-2.0
#include "gis/retrofit/import_households.h"

#include "db/store/programmes.h"
#include "db/store/retrofit_evidence.h"
#include "db/store/retrofits.h"
#include "gis/retrofit/household_words.h"
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
  static bool noted(ImportReport const &report, std::string_view words) {
    for (auto const &note : report.notes)
      if (note.zh.find(words) != std::string::npos) return true;
    return false;
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

TEST_F(ImportHouseholds, TownAndVillageInColumnsOfTheirOwnPlaceTheHome) {
  auto const villages =
      import_districts(*m_tracker, csv("code,name\n990101101001,松溪村（虚构）\n"), drawn());
  ASSERT_TRUE(villages);
  ASSERT_EQ(villages->stored, 1);
  auto const report = take(
      "测试甲,12号,云岭镇,松溪村,已申请,2024-01-05\n"
      "测试甲,12号,云岭镇,竹园村,已申请,2024-01-05\n"
      "测试甲,12号,990101102,,已申请,2024-01-05\n",
      "姓名,住址,乡镇,行政村,状态,申请日期\n");
  for (auto const &problem : report.refused)
    ADD_FAILURE() << problem.in(Lang::zh);
  EXPECT_EQ(report.stored, 3) << "number 12 of two villages is two places";
  std::vector<std::string> districts;
  for (auto const &home : RetrofitStore(*m_tracker).all())
    districts.push_back(home.district.value);
  EXPECT_EQ(districts, (std::vector<std::string>{"990101101001", "990101101", "990101102"}));
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
  EXPECT_EQ(back.unchanged, 1);
  EXPECT_TRUE(noted(back, "第 2 行（表中已申请，台账已验收）"));
  auto const gone = take(who + "已放弃,2024-01-05,,扶手,3000\n");
  EXPECT_EQ(only(gone).code, ProblemCode::conflict) << "an accepted home cannot be given up";
  auto const retrofit = RetrofitStore(*m_tracker).all().at(0);
  EXPECT_EQ(retrofit.state, RetrofitState::accepted);
  EXPECT_EQ(retrofit.planned_fen, 300000);
  EXPECT_EQ(retrofit.works.at(0).item, "D-rail");
}

TEST_F(ImportHouseholds, TheSameRowsSayNothingNewWhateverWasRecordedSince) {
  std::string const who = std::string("测试甲一,虚构路1号,") + kCertificate + ",,,990101100,";
  std::string const rows = who + "已申请,2024-01-05,,扶手,3000\n";
  take(rows);
  RetrofitStore store(*m_tracker);
  auto home = store.all().at(0);
  home.planned_fen = 350000;  // the office changed it by hand
  store.write(home, "updated", "tester", "");
  EXPECT_EQ(take(rows).unchanged, 1);
  EXPECT_EQ(store.all().at(0), home);
  home.state = RetrofitState::completed;
  home.reached_on[4] = *LocalDate::parse("2024-06-01");
  store.write(home, "state_changed", "tester", "");
  EXPECT_EQ(take(rows).unchanged, 1);
  EXPECT_EQ(take(who + "已申请,2024-01-06,,坡道,4000\n").unchanged, 1);
  EXPECT_EQ(store.all().at(0), home) << "an older table";
}

TEST_F(ImportHouseholds, AnEmptyCellErasesNothing) {
  std::string const who = std::string("测试甲一,虚构路1号,") + kCertificate + ",,,990101100,";
  take(who + "已申请,2024-01-05,,扶手,3000\n");
  RetrofitStore store(*m_tracker);
  auto home = store.all().at(0);
  home.state = RetrofitState::assessed;
  home.reached_on[1] = *LocalDate::parse("2024-02-01");
  store.write(home, "state_changed", "tester", "");
  EXPECT_EQ(take(who + "已验收,,2024-05-01,,\n", kHead).updated, 1);
  auto const now = store.all().at(0);
  EXPECT_EQ(now.planned_fen, 300000);
  EXPECT_EQ(now.works, home.works);
  EXPECT_EQ(now.reached_on[0], home.reached_on[0]);
  EXPECT_EQ(now.reached_on[1], home.reached_on[1]);
  auto const early = take(who + "已验收,,2024-01-20,,\n");
  EXPECT_EQ(only(early).code, ProblemCode::bad_date) << "before it was assessed";
}

TEST_F(ImportHouseholds, OfAHomeThatWasSentBackTheLaterDayTells) {
  std::string const head = "姓名,住址,乡镇代码,年度,状态,申请日期,完工日期,退回日期,验收日期\n";
  std::string const who = "测试甲,虚构路1号,990101100,2024,";
  // without a state, the latest day
  take(who + ",2024-01-05,2024-04-20,2024-05-01,\n", head);
  RetrofitStore store(*m_tracker);
  EXPECT_EQ(store.all().at(0).state, RetrofitState::returned);
  EXPECT_EQ(take(who + "已完工,2024-01-05,2024-04-20,,\n", head).unchanged, 1);
  EXPECT_EQ(take(who + "施工中,2024-01-05,,,\n", head).unchanged, 1);
  EXPECT_EQ(store.all().at(0).state, RetrofitState::returned);
  EXPECT_EQ(take(who + ",2024-01-05,2024-04-20,2024-05-01,2024-06-20\n", head).updated, 1);
  EXPECT_EQ(store.all().at(0).state, RetrofitState::accepted);
  EXPECT_EQ(take(who + "已退回,2024-01-05,,2024-05-01,\n", head).unchanged, 1);
  EXPECT_EQ(store.all().at(0).state, RetrofitState::accepted);
}

TEST_F(ImportHouseholds, NameAndAddressAreOneHomeWithinADistrictOnly) {
  std::string const head = "姓名,住址,乡镇代码,状态,申请日期\n";
  std::string const rows =
      "测试甲,二组1号,990101100,已申请,2024-01-05\n测试甲,二组1号,990101102,已申请,2024-01-05\n";
  auto const report = take(rows, head);
  EXPECT_EQ(report.stored, 2);
  EXPECT_TRUE(noted(report, "第 3 行"));
  EXPECT_EQ(number("SELECT count(DISTINCT place_key) FROM households"), 2);
  EXPECT_TRUE(EvidenceStore(*m_tracker).pairs().empty());
  EXPECT_EQ(take(rows, head).unchanged, 2);
  // the county alone says less than what is known
  EXPECT_EQ(take("测试甲,二组1号,990101,已评估,2024-01-05\n", head).updated, 1);
  EXPECT_EQ(number("SELECT count(*) FROM retrofits WHERE state = 'assessed' AND district = "
                   "'990101100'"),
            1);
  EXPECT_EQ(number("SELECT count(*) FROM households"), 2);
}

TEST_F(ImportHouseholds, HomesOfAnOlderProgramStayWhoTheyAreAndGetPlacesInTheirTown) {
  std::string const head = "姓名,住址,乡镇代码,状态,申请日期\n";
  take("测试甲,二组1号,990101100,已申请,2024-01-05\n测试乙,二组1号,990101102,已申请,2024-01-05\n",
       head);
  m_tracker->db().execute(
      "UPDATE households SET place_key = 'K-of-both', place_in_town = 0;"
      "UPDATE retrofits SET row_key = NULL");
  ASSERT_EQ(EvidenceStore(*m_tracker).pairs().size(), 1U);
  take("测试丙,三组1号,990101102,已申请,2024-01-05\n", head);
  EXPECT_TRUE(EvidenceStore(*m_tracker).pairs().empty());
  EXPECT_EQ(take("测试甲,二组1号,990101100,已申请,2024-01-05\n", head).unchanged, 1);
  EXPECT_EQ(number("SELECT count(*) FROM households"), 3);
}

TEST_F(ImportHouseholds, WordsThatMayTellOfAPersonAreSealed) {
  std::string const head = "姓名,住址,乡镇代码,状态,申请日期,困难类型,资金来源,改造项目\n";
  auto const report = take(
      "测试甲,虚构路1号,990101100,已申请,2024-01-05,低保（测试乙代办）,测试乙捐款；省级财政,"
      "给测试乙装坡道\n"
      "测试丙,虚构路2号,990101100,已申请,2024-01-05,低保,2024年省级残疾人就业保障金、自筹,"
      "安装轮椅坡道2处；抓杆；淋浴椅\n",
      head);
  EXPECT_EQ(report.stored, 2);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE eligibility IS NULL AND money_source = "
                   "'省级财政' AND items = '目录以外'"),
            1);
  EXPECT_EQ(number("SELECT count(*) FROM v_retrofit WHERE eligibility = '低保' AND money_source = "
                   "'2024年省级残疾人就业保障金;自筹' AND items = '安装轮椅坡道2处；抓杆；淋浴椅'"),
            1);
  EXPECT_EQ(number("SELECT count(*) FROM retrofit_works WHERE item IN ('D-ramp', 'D-grabbar', "
                   "'E-17')"),
            3);
  EXPECT_EQ(number("SELECT count(*) FROM events WHERE coalesce(after, '') LIKE '%测试%'"), 0);
  auto const sealed = m_private.get(RetrofitStore(*m_tracker).all().at(0).household);
  EXPECT_EQ(sealed->at(PrivateField::unlisted).reveal(),
            "困难类型：低保（测试乙代办）\n资金来源：测试乙捐款\n改造项目：给测试乙装坡道");
  for (auto const *words : {"1 户的困难类型", "1 户的资金来源", "1 户有目录以外的改造项目"})
    EXPECT_TRUE(noted(report, words)) << words;
}

TEST_F(ImportHouseholds, NumbersOfPeopleInOpenColumnsAreRefused) {
  std::string const head = "姓名,住址,乡镇代码,状态,申请日期,困难类型,资金来源,改造项目,项目\n";
  std::string const who = "测试甲,虚构路1号,990101100,已申请,2024-01-05,";
  auto const report =
      take(who + "低保（13800005550）,,,\n" + who + ",省级 138-0000-5550,,\n" + who +
               ",,扶手 990101194102020010,\n" + who + ",,,１３８００００５５５０\n",
           head);
  ASSERT_EQ(report.refused.size(), 4U);
  std::vector<std::string> fields;
  for (auto const &problem : report.refused) {
    fields.push_back(problem.field);
    EXPECT_EQ(problem.in(Lang::zh).find("5550"), std::string::npos) << problem.in(Lang::zh);
  }
  EXPECT_EQ(fields, (std::vector<std::string>{"困难类型", "资金来源", "改造项目", "项目"}));
}

TEST_F(ImportHouseholds, AProgrammeThatNamesThePeopleOfTheHomeIsRefused) {
  std::string const head = "姓名,监护人,住址,乡镇代码,状态,申请日期,项目\n";
  std::string const who = "测试甲一,测试监护,虚构路1号,990101100,已申请,2024-01-05,";
  auto const report = take(who + "测试甲一家改造\n" + who + "家庭无障碍改造（测试 监护）\n" + who +
                               "虚构路１号改造\n" + who + "家庭无障碍改造\n",
                           head);
  EXPECT_EQ(report.stored, 1);
  ASSERT_EQ(report.refused.size(), 3U);
  for (auto const &problem : report.refused) {
    EXPECT_EQ(problem.field, "项目");
    EXPECT_EQ(problem.in(Lang::zh).find("测试"), std::string::npos) << problem.in(Lang::zh);
  }
}

TEST(HouseholdWords, GradesAndMoneyAreReadAsOfficesWriteThem) {
  for (auto const *word : {"2", "２", "二", "二级", "贰级", "Ⅱ", "2级"})
    EXPECT_EQ(grade_of(word), 2) << word;
  for (auto const *word : {"5", "重度", "A", "", "级"})
    EXPECT_EQ(grade_of(word), std::nullopt) << word;
  for (auto const *word :
       {"6000", "￥6000", "¥ 6,000.00", "6000元", "6000元整", "0.6万元", "６０００圆"})
    EXPECT_EQ(fen_of(word), 600000) << word;
  for (auto const *word : {"六千", "-5", "", "元", "$6000"})
    EXPECT_EQ(fen_of(word), std::nullopt) << word;
}

TEST_F(ImportHouseholds, AcceptedRowsAreLookedAtTwice) {
  ProgrammeStore programmes(*m_tracker);
  auto own = *programmes.find("disabled-homes", 2024);
  own.from_year = 2024;
  own.ceiling_fen = 500000;
  programmes.put_local(own);
  std::string const head = "姓名,住址,乡镇代码,状态,验收日期,计划金额\n";
  auto const report = take(
      "测试甲,虚构路1号,990101100,已验收,2024-05-01,￥60000\n"
      "测试乙,虚构路2号,990101100,已验收,2024-05-01,5000元整\n"
      "测试丙,虚构路3号,990101100,已验收,2026-11-23,0.5万元\n",
      head);
  EXPECT_EQ(report.stored, 2);
  EXPECT_EQ(only(report).code, ProblemCode::bad_date) << "tomorrow";
  EXPECT_TRUE(noted(report, "第 2 行：60000.00 元超过每户上限 5000.00 元。"));
  EXPECT_FALSE(noted(report, "第 3 行："));
  EXPECT_TRUE(noted(report, "2 户按表格记为已验收，台账中没有登记验收表"));
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
