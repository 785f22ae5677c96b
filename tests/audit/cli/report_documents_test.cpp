// SPDX-License-Identifier: Apache-2.0
// `wza report` for what is handed over on paper.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wza::audit {
namespace {

struct ReportDocuments : testing::Test {
  ReportDocuments() { EXPECT_EQ(wza({"init", "-q"}).exit_code, 0); }
  Outputs wza(std::vector<std::string> const &args) { return run_wza(dir.path(), args); }
  std::string start_of(std::string const &name) {
    std::ifstream file(dir.path() / name, std::ios::binary);
    std::string bytes(9, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
  }
  std::string whole(std::string const &name) {
    std::ifstream file(dir.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void file(std::string const &name, std::string const &content) {
    std::ofstream(dir.path() / name, std::ios::binary) << content;
  }
  /// A library with a ramp that is too narrow, in a county, and a round that goes there.
  void fill_county() {
    file("county.geojson",
         R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":)"
         R"("990101","name":"虚构县"},"geometry":{"type":"Polygon","coordinates":[[[113,23],)"
         R"([114,23],[114,24],[113,24],[113,23]]]}}]})");
    file("f.csv",
         "id,name,type,build,lon,lat,owner\nL1,虚构图书馆,library,existing,113.5,23.5,虚构中心\n");
    file("i.csv",
         "facility,date,component,criterion,value,unit\nL1,2024-05-06,坡道,ramp-width,0.60,m\n");
    for (std::vector<std::string> const &args :
         {std::vector<std::string>{"import", "districts", "county.geojson", "--source", "虚构",
                                   "--date", "2025"},
          {"import", "facilities", "f.csv", "--datum", "wgs84"},
          {"import", "inspections", "i.csv"},
          {"round", "new", "2024-01", "--title", "虚构", "--from", "2024-06-01", "--to",
           "2024-06-30", "--place", "library"}}) {
      Outputs const run = wza(args);
      EXPECT_EQ(run.exit_code, 0) << run.err;
    }
  }
  TempDir dir;
};

TEST_F(ReportDocuments, TheEndingOfTheFileDecides) {
  EXPECT_EQ(wza({"report", "form", "a.html", "--place", "library"}).exit_code, 0);
  EXPECT_EQ(start_of("a.html"), "<!DOCTYPE");
  EXPECT_EQ(wza({"report", "form", "a.xlsx", "--place", "library"}).exit_code, 0);
  EXPECT_TRUE(start_of("a.xlsx").starts_with("PK"));
}

/// True if the bytes are what the ending says.
bool is_what_it_says(std::string const &ending, std::string const &bytes) {
  if (ending == ".html") return bytes.starts_with("<!DOCTYPE html>");
  if (ending == ".pdf") return bytes.starts_with("%PDF");
  if (ending == ".xlsx") {
    return bytes.starts_with("PK") && bytes.find("xl/worksheets/sheet1.xml") != std::string::npos;
  }
  std::istringstream lines(bytes);
  std::string line;
  if (ending == ".json") {
    while (std::getline(lines, line))
      if (!nlohmann::json::parse(line, nullptr, false).is_object()) return false;
    return !bytes.empty();
  }
  if (bytes.empty()) return true;  // of no rows
  // A header of plain names, not one of Chinese words in columns.
  return std::getline(lines, line) && line.find(',') != std::string::npos &&
         line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_,\r") == std::string::npos;
}

TEST_F(ReportDocuments, EveryReportIsWhatTheEndingOfItsFileSays) {
  fill_county();
  std::filesystem::create_directory(dir.path() / "bin");
  auto const printer = dir.path() / "bin" / "chromium";
  std::ofstream(printer) << "#!/bin/sh\nfor a; do case $a in --print-to-pdf=*) "
                            "printf %%PDF-1.7 > \"${a#*=}\";; esac; done\n";
  std::filesystem::permissions(printer, std::filesystem::perms::owner_all);
  std::string const path = std::getenv("PATH");
  setenv("PATH", ((dir.path() / "bin").string() + ":" + path).c_str(), 1);
  struct Asked {
    std::vector<std::string> words;
    std::string endings;
  };
  std::string const all = ".csv .json .html .pdf .xlsx", print = ".html .pdf";
  for (auto const &[words, endings] :
       {Asked{{"districts"}, all}, Asked{{"facility", "L1"}, all}, Asked{{"plan"}, all},
        Asked{{"plan", "--plan", "fogang-14-5"}, all},
        Asked{{"plan", "--list", "--plan", "fogang-14-5"}, all},
        Asked{{"monthly", "--district", "990101", "--month", "2024-05"}, print + " .json .xlsx"},
        Asked{{"coverage"}, all}, Asked{{"coverage", "--list"}, all},
        Asked{{"round", "--round", "2024-01"}, all}, Asked{{"site"}, all}, Asked{{"units"}, all},
        Asked{{"notice", "--unit", "虚构中心"}, print + " .xlsx"},
        Asked{{"evidence", "--unit", "虚构中心"}, print + " .xlsx"},
        Asked{{"form", "--place", "library"}, print + " .xlsx"}}) {
    for (std::string const ending : {".csv", ".json", ".html", ".pdf", ".xlsx"}) {
      std::filesystem::remove(dir.path() / ("a" + ending));
      std::vector<std::string> args{"report"};
      args.insert(args.end(), words.begin(), words.end());
      args.push_back("a" + ending);
      Outputs const run = wza(args);
      auto const said = words.back() + ending + ": " + run.err;
      if (endings.find(ending) == std::string::npos) {
        EXPECT_EQ(run.exit_code, 2) << said;
        EXPECT_NE(run.err.find(ending), std::string::npos) << said;
        EXPECT_FALSE(std::filesystem::exists(dir.path() / ("a" + ending))) << said;
        continue;
      }
      EXPECT_EQ(run.exit_code, 0) << said;
      EXPECT_TRUE(is_what_it_says(ending, whole("a" + ending))) << said << whole("a" + ending);
    }
  }
  setenv("PATH", path.c_str(), 1);
}

TEST_F(ReportDocuments, AFormatThatTheFileContradictsIsRefused) {
  EXPECT_EQ(wza({"report", "units", "a.csv", "--format", "json"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "notice", "--unit", "x", "--format", "csv"}).exit_code, 2);
  EXPECT_EQ(wza({"report", "units", "a.docx"}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(dir.path() / "a.csv"));
}

TEST_F(ReportDocuments, ABadDateIsRefusedBeforeAnythingIsWritten) {
  Outputs const run = wza({"report", "notice", "a.html", "--unit", "x", "--due", "soon"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(dir.path() / "a.html"));
}

}  // namespace
}  // namespace wza::audit
