// SPDX-License-Identifier: Apache-2.0
#include "webcheck/act/suite.h"

#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::web {
namespace {

class ActSuiteTest : public testing::Test {
 protected:
  void write(std::string const &path, std::string const &content) {
    std::filesystem::path const file = m_dir.path() / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
  }
  Result<ActSuite> read() { return read_act_suite(m_dir.path()); }

  Outcome outcome_of(std::string const &path, std::string const &act_rule) {
    ActSuite const suite{m_dir.path(), {}};
    ActCase const one{"id", act_rule, "?", "https://www.w3.org/WAI/content-assets/x.html", path};
    Result<Outcome> const outcome = run_act_case(suite, one, rules_for_act(act_rule));
    EXPECT_TRUE(outcome.has_value());
    return outcome ? *outcome : Outcome::untested;
  }

  TempDir m_dir;
};

TEST_F(ActSuiteTest, reads_the_cases_of_the_w3c_layout) {
  write("testcases.json",
        R"({"testcases":[{"testcaseId":"1","ruleId":"2779a5","expected":"passed",
            "url":"https://x.invalid/1.html","relativePath":"testcases/1.html"}]})");
  Result<ActSuite> const suite = read();
  ASSERT_TRUE(suite.has_value());
  ASSERT_EQ(suite->cases.size(), 1U);
  EXPECT_EQ(suite->cases[0].rule_id, "2779a5");
  EXPECT_EQ(suite->cases[0].path, "testcases/1.html");
}

TEST_F(ActSuiteTest, refuses_a_folder_without_cases_or_with_another_form) {
  Result<ActSuite> const missing = read();
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.problem().code, ProblemCode::unreadable);
  write("testcases.json", R"({"testcases":[{"ruleId":7}]})");
  EXPECT_FALSE(read().has_value());
  write("testcases.json", "<html>");
  EXPECT_FALSE(read().has_value());
}

TEST_F(ActSuiteTest, gives_the_outcome_of_the_page) {
  write("a.html", "<title>a</title>");
  write("b.html", "<p>no title");
  EXPECT_EQ(outcome_of("a.html", "2779a5"), Outcome::passed);
  EXPECT_EQ(outcome_of("b.html", "2779a5"), Outcome::failed);
  EXPECT_EQ(outcome_of("a.html", "bc659a"), Outcome::inapplicable);
}

TEST_F(ActSuiteTest, leaves_documents_alone_that_are_no_html) {
  write("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>a</title></svg>");
  EXPECT_EQ(outcome_of("a.svg", "2779a5"), Outcome::inapplicable);
}

TEST_F(ActSuiteTest, refuses_a_case_whose_page_is_missing_or_elsewhere) {
  ActSuite const suite{m_dir.path(), {}};
  for (std::string const path : {"nowhere.html", "../../etc/passwd", "/etc/passwd"}) {
    ActCase const one{"id", "2779a5", "?", "https://x.invalid/", path};
    EXPECT_FALSE(run_act_case(suite, one, rules_for_act("2779a5")).has_value()) << path;
  }
}

TEST_F(ActSuiteTest, knows_which_of_our_rules_implement_an_act_rule) {
  ASSERT_EQ(rules_for_act("23a2a8").size(), 1U);
  EXPECT_EQ(rules_for_act("23a2a8")[0]->id, "image-has-name");
  EXPECT_TRUE(rules_for_act("000000").empty());
}

}  // namespace
}  // namespace wza::web
