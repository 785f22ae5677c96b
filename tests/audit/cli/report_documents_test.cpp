// SPDX-License-Identifier: Apache-2.0
// `wza report` for what is handed over on paper.
#include "tests/support/run_wza.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

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
  TempDir dir;
};

TEST_F(ReportDocuments, TheEndingOfTheFileDecides) {
  EXPECT_EQ(wza({"report", "form", "a.html", "--place", "library"}).exit_code, 0);
  EXPECT_EQ(start_of("a.html"), "<!DOCTYPE");
  EXPECT_EQ(wza({"report", "form", "a.xlsx", "--place", "library"}).exit_code, 0);
  EXPECT_TRUE(start_of("a.xlsx").starts_with("PK"));
}

TEST_F(ReportDocuments, ATableIsNoPdf) {
  Outputs const run = wza({"report", "units", "a.pdf"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("PDF"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(dir.path() / "a.pdf"));
}

TEST_F(ReportDocuments, ABadDateIsRefusedBeforeAnythingIsWritten) {
  Outputs const run = wza({"report", "notice", "a.html", "--unit", "x", "--due", "soon"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(dir.path() / "a.html"));
}

}  // namespace
}  // namespace wza::audit
