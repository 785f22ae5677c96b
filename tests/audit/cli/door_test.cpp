// SPDX-License-Identifier: Apache-2.0
// The program as a user meets it: exit codes, where words go, in which language.
#include "audit/cli/command.h"
#include "tests/support/run_wza.h"
#include "tests/support/sample_tracker.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace wza::audit {
namespace {

bool has(std::string const &text, std::string const &part) {
  return text.find(part) != std::string::npos;
}

class DoorTest : public testing::Test {
 protected:
  Outputs wza(std::vector<std::string> const &args, std::string const &input = {}) {
    return run_wza(m_dir.path(), args, input);
  }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(m_dir.path() / name, std::ios::binary) << content;
  }
  void sample() {
    SystemClock const clock;
    Tracker tracker = Tracker::create(m_dir.path() / "tracker.gpkg", clock);
    fill_sample(tracker);
  }
  TempDir m_dir;
};

TEST_F(DoorTest, WithoutACommandItShowsTheHelpAndEndsWith2) {
  Outputs const run = wza({});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(has(run.err, "用法"));
}

TEST_F(DoorTest, HelpNamesEachCommandInBothLanguages) {
  Outputs const zh = wza({"--help"});
  Outputs const en = wza({"--lang", "en", "--help"});
  EXPECT_EQ(zh.exit_code, 0);
  for (Command const *command : all_commands()) {
    EXPECT_TRUE(has(zh.out, std::string(command->summary.zh))) << command->name;
    EXPECT_TRUE(has(en.out, std::string(command->name))) << command->name;
    Outputs const own = wza({std::string(command->name), "--help", "--lang=en"});
    EXPECT_EQ(own.exit_code, 0) << command->name;
    EXPECT_TRUE(has(own.out, std::string(command->summary.en))) << command->name;
  }
}

TEST_F(DoorTest, VersionIsOneLineOfData) {
  Outputs const run = wza({"--version"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out.rfind("wza ", 0), 0U);
}

TEST_F(DoorTest, WrongUsageEndsWith2AndSaysWhatIsWrong) {
  Outputs const unknown = wza({"chekc", "x", "--lang", "en"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_TRUE(has(unknown.err, "Did you mean check?"));
  for (std::vector<std::string> const &args :
       std::vector<std::vector<std::string>>{{"init", "--bogus"},
                                             {"check"},
                                             {"check", "x", "--format", "yaml"},
                                             {"check", "x", "--format"},
                                             {"check", "x", "--lang", "fr"},
                                             {"report", "nothing"},
                                             {"serve", "--listen", "nowhere"}}) {
    Outputs const run = wza(args);
    EXPECT_EQ(run.exit_code, 2) << args.back();
    EXPECT_EQ(run.out, "") << args.back();
    EXPECT_TRUE(has(run.err, "错误：")) << args.back();
  }
}

TEST_F(DoorTest, ATrackerThatIsNotThereEndsWith6AndSaysHowToMakeOne) {
  for (char const *command : {"report", "serve", "doctor"}) {
    std::vector<std::string> args{command, "--tracker", "no.gpkg", "--lang", "en"};
    if (args.front() == "report") args.insert(args.begin() + 1, "districts");
    Outputs const run = wza(args);
    EXPECT_EQ(run.exit_code, 6) << command;
    EXPECT_TRUE(has(run.err, "no.gpkg")) << command;
    EXPECT_TRUE(has(run.err, "wza init")) << command;
  }
}

TEST_F(DoorTest, AFileThatIsNoTrackerEndsWith6) {
  file("tracker.gpkg", "this is no database, but long enough to look like a header of one");
  Outputs const run = wza({"doctor"});
  EXPECT_EQ(run.exit_code, 6);
  EXPECT_TRUE(has(run.err, "tracker.gpkg"));
}

TEST_F(DoorTest, ATrackerOfANewerVersionEndsWith6AndIsLeftAlone) {
  sample();
  {
    Database db = Database::open_write(m_dir.path() / "tracker.gpkg");
    db.execute("INSERT INTO schema_version VALUES(999, 'future', 'x', '2030-01-01T00:00:00.000Z')");
  }
  Outputs const run = wza({"report", "districts"});
  EXPECT_EQ(run.exit_code, 6);
  EXPECT_TRUE(has(run.err, "tracker.gpkg"));
}

TEST_F(DoorTest, InitMakesATrackerOnceAndNeverOverwritesIt) {
  EXPECT_EQ(wza({"init"}).exit_code, 0);
  EXPECT_EQ(wza({"doctor"}).exit_code, 0);
  Outputs const again = wza({"init"});
  EXPECT_EQ(again.exit_code, 6);
  EXPECT_TRUE(has(again.err, "已经存在"));
}

TEST_F(DoorTest, InitIntoAFolderThatIsNotThereEndsWith6) {
  Outputs const run = wza({"init", "--tracker", "no/such/folder/t.gpkg", "--lang", "en"});
  EXPECT_EQ(run.exit_code, 6);
  EXPECT_TRUE(has(run.err, "no/such/folder"));
}

TEST_F(DoorTest, ReportOfTheSitesListsTheFaultOnMostPagesFirst) {
  sample();
  Outputs const run = wza({"report", "site", "--top", "1", "--format", "csv"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_TRUE(has(run.out, "image-has-name"));
  EXPECT_TRUE(has(run.out, ",1,2\r\n"));  // one finding on two pages
  EXPECT_FALSE(has(run.out, "link-has-name"));
}

TEST_F(DoorTest, TheTrackerOfTheEnvironmentIsUsedWhereNoneIsNamed) {
  setenv("WZA_TRACKER", (m_dir.path() / "elsewhere.gpkg").c_str(), 1);
  Outputs const ignored = wza({"doctor"});  // run_wza takes WZA_TRACKER away
  unsetenv("WZA_TRACKER");
  EXPECT_TRUE(has(ignored.err, "tracker.gpkg"));
}

TEST_F(DoorTest, CheckTellsFailuresByItsExitCode) {
  file("bad.html", "<!DOCTYPE html><title>t</title><html lang=zh><img src=a.png>");
  EXPECT_EQ(wza({"check", "bad.html"}).exit_code, 1);
  EXPECT_EQ(wza({"check", "bad.html", "--fail-on", "none"}).exit_code, 0);
  Outputs const json = wza({"check", "bad.html", "--format", "json"});
  EXPECT_EQ(json.exit_code, 1);
  auto const object = nlohmann::json::parse(json.out);
  EXPECT_EQ(object["schema"], "wza.check/1");
  EXPECT_EQ(object["url"], "bad.html");
}

TEST_F(DoorTest, CheckReadsStandardInput) {
  Outputs const run = wza({"check", "-", "--format", "json", "--fail-on", "none"},
                          "<html lang=zh><title>\xC6\xBB</title>");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(run.out)["url"], "-");
}

TEST_F(DoorTest, CheckRefusesMissingAndEmptyFilesAndChecksTheOthers) {
  file("good.html", "<!DOCTYPE html><html lang=zh><title>好</title><h1>好</h1>");
  file("empty.html", "");
  Outputs const run =
      wza({"check", "missing.html", "good.html", "empty.html", ".", "--format", "json"});
  EXPECT_EQ(run.exit_code, 4);
  for (char const *name : {"missing.html", "empty.html"})
    EXPECT_TRUE(has(run.err, name)) << name;
  EXPECT_TRUE(has(run.out, "\"url\":\"good.html\""));
}

TEST_F(DoorTest, CheckOfATruncatedPageStillGivesAResult) {
  file("cut.html", "<!DOCTYPE html><html lang=zh><title>t</title><p>text <img src=\"a.pn");
  Outputs const run = wza({"check", "cut.html", "--format", "json", "--fail-on", "none"});
  EXPECT_EQ(run.exit_code, 0);
}

TEST_F(DoorTest, CheckOfAnUnreachableHostEndsWith5) {
  // Port 9 of the loopback: nobody listens there.
  Outputs const run = wza({"check", "http://127.0.0.1:9/", "--lang", "en"});
  EXPECT_EQ(run.exit_code, 5);
  EXPECT_TRUE(has(run.err, "127.0.0.1:9"));
}

TEST_F(DoorTest, ReportPrintsTheTableInThreeForms) {
  sample();
  Outputs const text = wza({"report", "districts"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_TRUE(has(text.out, "云杉镇（虚构）"));
  EXPECT_TRUE(has(text.out, "虚构的边界"));
  Outputs const csv = wza({"report", "districts", "--format", "csv"});
  EXPECT_TRUE(has(csv.out, "district,441821901,"));
  Outputs const json = wza({"report", "districts", "--format", "json", "--quiet"});
  EXPECT_EQ(nlohmann::json::parse(json.out.substr(0, json.out.find('\n')))["schema"],
            "wza.districts/1");
  EXPECT_EQ(wza({"report", "districts", "out.csv", "--format", "csv"}).exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(m_dir.path() / "out.csv"));
}

TEST_F(DoorTest, AFileThatCannotBeWrittenEndsWith3) {
  sample();
  Outputs const run = wza({"report", "districts", "no/such/folder/out.txt"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_TRUE(has(run.err, "no/such/folder/out.txt"));
}

TEST_F(DoorTest, DoctorFindsReferencesThatLeadNowhere) {
  sample();
  {
    Database db = Database::open_write(m_dir.path() / "tracker.gpkg");
    db.execute("PRAGMA foreign_keys = OFF; DELETE FROM occurrences WHERE finding = 1");
  }
  Outputs const run = wza({"doctor", "--lang", "en"});
  EXPECT_EQ(run.exit_code, 6);
  EXPECT_TRUE(has(run.out, "Findings without any place (numbers 1)"));
}

TEST_F(DoorTest, DoctorSaysHowAnUnfinishedRunIsContinued) {
  SystemClock const clock;
  {
    Tracker tracker = Tracker::create(m_dir.path() / "tracker.gpkg", clock);
    fill_sample(tracker);
    tracker.db().execute("UPDATE runs SET state = 'running', finished_at = NULL");
  }
  Outputs const run = wza({"doctor", "--lang", "en"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_TRUE(has(run.out, "Run the same command again"));
}

}  // namespace
}  // namespace wza::audit
