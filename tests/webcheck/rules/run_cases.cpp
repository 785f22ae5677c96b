// SPDX-License-Identifier: Apache-2.0
// Runs tests/webcheck/rules/*.cases, each case as a test of its own. The format:
//   # failed   what it shows                          -> message_key
//   <img& src=ramp.jpg>
// The outcome is passed, failed, cant_tell or inapplicable; `&` behind a tag name or as an
// attribute marks the elements that have this outcome (without any mark they are not compared).
// What is known beyond the page stands in lines of its own behind the heading:
//   #+ page <nav>...</nav>            another page of the site, on one line
//   #+ media a.mp4 12.5 audio         what a.mp4 holds: seconds or ?, then audio, silent or ?
//   #+ frame a.html stops             the document in a frame: stops (of the Tab key) or none
// Lines that begin with ## are remarks. A rule that can never have an outcome says so with its
// reason:
//   # never inapplicable   every page has a root element
#include "tests/support/page_of.h"
#include "webcheck/engine.h"
#include "webcheck/text/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace wza::web {
namespace {

struct Case {
  std::string file;
  int line = 0;
  std::string rule_id;
  std::string outcome;
  std::string description;
  std::string message;  ///< key, empty where none is demanded
  std::string html;     ///< with its marks
  Surroundings surroundings;
};

struct CaseFile {
  std::string rule_id;
  std::vector<Case> cases;
  std::map<std::string, std::string> never;  ///< outcome -> reason
  std::vector<std::string> faults;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Takes the marks out of `html`; returns the byte offsets of the marked tags.
std::set<std::uint32_t> take_marks(std::string &html) {
  std::set<std::uint32_t> marked;
  std::string out;
  char quote = 0;
  bool in_tag = false;
  bool in_name = false;
  std::size_t tag = 0;
  for (std::size_t i = 0; i < html.size(); ++i) {
    char const c = html[i];
    char const next = i + 1 < html.size() ? html[i + 1] : '>';
    if (!in_tag && c == '<' && is_letter(next)) {
      in_tag = in_name = true;
      tag = out.size();
    } else if (in_tag && quote != 0) {
      if (c == quote) quote = 0;
    } else if (in_tag) {
      bool const ends = is_blank(next) || next == '>' || next == '/';
      if (c == '&' && ends && (in_name || is_blank(html[i - 1]))) {
        marked.insert(static_cast<std::uint32_t>(tag));
        continue;
      }
      if (is_blank(c)) in_name = false;
      if (c == '"' || c == '\'') quote = c;
      if (c == '>') in_tag = false;
    }
    out += c;
  }
  html = out;
  return marked;
}

void read_heading(CaseFile &file, std::string_view line, int number) {
  std::string_view rest = trimmed(line.substr(2));
  auto const word = [&rest] {
    std::string_view const taken = rest.substr(0, rest.find_first_of(" \t"));
    rest = trimmed(rest.substr(taken.size()));
    return std::string(taken);
  };
  Case one;
  one.line = number;
  one.rule_id = file.rule_id;
  one.outcome = word();
  if (one.outcome == "never") {
    std::string const outcome = word();
    if (rest.empty()) file.faults.push_back("line " + std::to_string(number) + ": no reason");
    file.never[outcome] = rest;
    return;
  }
  if (std::size_t const arrow = rest.rfind("->"); arrow != std::string_view::npos) {
    one.message = trimmed(rest.substr(arrow + 2));
    rest = trimmed(rest.substr(0, arrow));
  }
  one.description = rest;
  if (!from_key<Outcome>(one.outcome) || rest.empty()) {
    file.faults.push_back("line " + std::to_string(number) +
                          ": expected \"# OUTCOME description\"");
  }
  file.cases.push_back(one);
}

/// A line "#+ page|media|frame ..."; false where it is none.
bool read_surroundings(Surroundings &out, std::string_view line) {
  std::string_view rest = trimmed(line.substr(2));
  auto const word = [&rest] {
    std::string const taken(rest.substr(0, rest.find_first_of(" \t")));
    rest = trimmed(rest.substr(taken.size()));
    return taken;
  };
  std::string const what = word();
  if (what == "page") {
    out.pages.push_back(outline_of(page_of(rest, "http://test.invalid/other")));
    return true;
  }
  std::string const address = word();
  if (what == "frame") {
    out.frames[address].has_tab_stop = rest == "stops";
    return rest == "stops" || rest == "none";
  }
  std::string const seconds = word();
  MediaFacts &facts = out.media[address];
  if (seconds != "?") facts.seconds = facts.at_least = std::atof(seconds.c_str());
  if (rest != "?") facts.has_audio = rest == "audio";
  return what == "media" && (rest == "audio" || rest == "silent" || rest == "?");
}

CaseFile read_cases(std::filesystem::path const &path) {
  CaseFile file;
  file.rule_id = path.stem().string();
  std::replace(file.rule_id.begin(), file.rule_id.end(), '_', '-');
  std::ifstream in(path, std::ios::binary);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("##")) continue;
    if (line.starts_with("# ")) {
      read_heading(file, line, number);
    } else if (line.starts_with("#+ ") && !file.cases.empty()) {
      if (!read_surroundings(file.cases.back().surroundings, line)) {
        file.faults.push_back("line " + std::to_string(number) + ": expected page, media or frame");
      }
    } else if (!file.cases.empty()) {
      file.cases.back().html += line + "\n";
    } else if (!trimmed(line).empty()) {
      file.faults.push_back("line " + std::to_string(number) + ": before the first case");
    }
  }
  for (Case &one : file.cases)
    one.file = path.filename().string();
  return file;
}

/// Source offsets of the targets with that outcome, and the keys of what is said of them.
struct Said {
  std::set<std::uint32_t> offsets;
  std::set<std::string> messages;
};

Said said_of(Page const &page, RuleResult const &result, Outcome outcome) {
  Said said;
  for (TargetResult const &target : result.verdicts) {
    if (target.verdict.outcome != outcome) continue;
    said.offsets.insert(page.dom().position(target.node).offset);
    said.messages.emplace(message_key_of(*result.rule, target));
  }
  return said;
}

/// Corrected markup that leaves nothing to a person, put in place of the element's start tag, must
/// take the failure away.
void expect_mends(Rule const &rule, Page const &page, RuleResult const &result) {
  if (rule.mend == nullptr) return;
  std::array<Rule const *, 1> const rules{&rule};
  for (TargetResult const &target : result.verdicts) {
    if (target.verdict.outcome != Outcome::failed) continue;
    std::string const mend = rule.mend(page, target.node);
    std::string_view const tag = page.dom().source_of(target.node);
    if (mend.empty() || tag.empty() || mend.find("【") != std::string::npos) continue;
    std::uint32_t const offset = page.dom().position(target.node).offset;
    std::string html(page.dom().source());
    html.replace(offset, tag.size(), mend);
    Page const mended = page_of(html);
    RuleResult const again = run_rules(mended, rules)[0];
    EXPECT_FALSE(said_of(mended, again, Outcome::failed).offsets.contains(offset)) << html;
  }
}

class RuleCase : public testing::Test {
 public:
  explicit RuleCase(Case one) : m_case(std::move(one)) {}

  void TestBody() override {
    SCOPED_TRACE(m_case.file + ":" + std::to_string(m_case.line) + " " + m_case.description);
    Rule const *const rule = find_rule(m_case.rule_id);
    ASSERT_NE(rule, nullptr) << "no rule " << m_case.rule_id;
    std::string html = m_case.html;
    std::set<std::uint32_t> const marked = take_marks(html);
    Page const page = page_of(html, "http://test.invalid/",
                              std::make_shared<Surroundings const>(m_case.surroundings));
    std::array<Rule const *, 1> const rules{rule};
    EngineOptions options;
    options.keep = Keep::all;
    RuleResult const result = run_rules(page, rules, options)[0];
    EXPECT_EQ(key(result.outcome), m_case.outcome) << html;
    expect_mends(*rule, page, result);
    Said const said = said_of(page, result, result.outcome);
    if (!marked.empty()) {
      EXPECT_EQ(said.offsets, marked) << html;
    }
    if (!m_case.message.empty()) {
      EXPECT_TRUE(said.messages.contains(m_case.message))
          << "said: " << testing::PrintToString(said.messages);
    }
  }

 private:
  Case m_case;
};

/// Every rule shows by example what it passes, fails and leaves alone.
class RuleExamples : public testing::Test {
 public:
  explicit RuleExamples(CaseFile file) : m_file(std::move(file)) {}

  void TestBody() override {
    for (std::string const &fault : m_file.faults)
      ADD_FAILURE() << m_file.rule_id << " " << fault;
    EXPECT_NE(find_rule(m_file.rule_id), nullptr) << "cases of no rule: " << m_file.rule_id;
    for (char const *const outcome : {"passed", "failed", "inapplicable"}) {
      auto const with = [&](Case const &one) { return one.outcome == outcome; };
      bool const has = std::any_of(m_file.cases.begin(), m_file.cases.end(), with);
      EXPECT_TRUE(has || m_file.never.contains(outcome))
          << m_file.rule_id << " has no case for " << outcome;
    }
  }

 private:
  CaseFile m_file;
};

/// A test name that ctest and shells take as it is.
std::string name_of(Case const &one) {
  std::string name = "line_" + std::to_string(one.line) + "_";
  for (char const c : one.description) {
    bool const plain = is_letter(c) || (c >= '0' && c <= '9');
    if (plain || !name.ends_with('_')) name += plain ? c : '_';
  }
  while (name.ends_with('_'))
    name.pop_back();
  return name;
}

std::string suite_of(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return "Rule_" + id;
}

bool register_cases() {
  std::filesystem::path const folder =
      std::filesystem::path(WZA_SOURCE_DIR) / "tests/webcheck/rules";
  std::map<std::string, CaseFile> files;
  for (Rule const *const rule : all_rules()) {
    files[std::string(rule->id)].rule_id = rule->id;  // a rule without a file has no examples
  }
  if (std::filesystem::exists(folder)) {
    for (auto const &entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".cases") continue;
      CaseFile file = read_cases(entry.path());
      files[file.rule_id] = file;
    }
  }
  for (auto const &[id, file] : files) {
    std::string const suite = suite_of(id);
    testing::RegisterTest(suite.c_str(), "has_examples", nullptr, nullptr, __FILE__, __LINE__,
                          [file]() -> testing::Test * { return new RuleExamples(file); });
    for (Case const &one : file.cases) {
      testing::RegisterTest(suite.c_str(), name_of(one).c_str(), nullptr, nullptr, __FILE__,
                            __LINE__, [one]() -> testing::Test * { return new RuleCase(one); });
    }
  }
  return true;
}

bool const kRegistered = register_cases();

TEST(RuleCases, are_all_registered) {
  EXPECT_TRUE(kRegistered);
}

TEST(RuleCases, lose_their_marks_and_nothing_else) {
  std::string html = "<p title='a & b'><img& src=a?b&c=d> & <a href=x &>y</a>";
  std::set<std::uint32_t> const marked = take_marks(html);
  EXPECT_EQ(html, "<p title='a & b'><img src=a?b&c=d> & <a href=x >y</a>");
  EXPECT_EQ(marked, (std::set<std::uint32_t>{17, 37}));
}

}  // namespace
}  // namespace wza::web
