// SPDX-License-Identifier: Apache-2.0
// Judging by the examples of criteria/*.cases, and that no criterion is without its examples.
#include "tests/gis/field/criteria_cases.h"

#include "db/seed.h"
#include "tests/support/temp_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

namespace wza::gis {
namespace {

/// The text behind ` word ` is taken off and returned.
std::optional<std::string> take_after(std::string &text, std::string_view word) {
  auto const at = text.find(word);
  if (at == std::string::npos) return std::nullopt;
  auto const rest = std::string(trimmed(std::string_view(text).substr(at + word.size())));
  text = std::string(trimmed(std::string_view(text).substr(0, at)));
  return rest;
}

class Reader {
 public:
  Reader(Tracker &tracker, std::filesystem::path const &path)
      : m_context(tracker), m_path(path), m_in(path) {}

  void read(std::vector<CriterionCase> &out) {
    std::string line;
    for (int number = 1; std::getline(m_in, line); ++number) {
      SCOPED_TRACE(m_path.filename().string() + ":" + std::to_string(number));
      line = std::string(trimmed(line));
      if (line.empty() || line.front() == '#') continue;
      if (line.starts_with("== ")) {
        head(line.substr(3));
        continue;
      }
      auto one = m_head;
      one.line = number;
      example(line, one);
      out.push_back(std::move(one));
    }
  }

 private:
  void head(std::string text) {
    m_head = {};
    m_head.file = m_path.filename().string();
    if (auto const when = take_after(text, " when ")) circumstances(*when, m_head);
    m_head.criterion = CriterionId(text);
  }

  void example(std::string text, CriterionCase &one) {
    take_after(text, " -- ");
    if (auto const when = take_after(text, " when ")) circumstances(*when, one);
    one.margin = take_after(text, " by ");
    auto const blank = text.find(' ');
    auto const outcome = from_key<Outcome>(text.substr(0, blank));
    ASSERT_TRUE(outcome) << text;
    one.expected = *outcome;
    one.value = blank == std::string::npos ? "" : std::string(trimmed(text.substr(blank)));
    if (one.value == "-") one.value.clear();
  }

  void circumstances(std::string_view text, CriterionCase &one) {
    one.when += " " + std::string(text);
    auto &at = one.at;
    while (!text.empty()) {
      auto const end = std::min(text.find(';'), text.size());
      auto const part = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      auto const name = part.substr(0, part.find('='));
      auto const value = part.substr(std::min(part.size(), name.size() + 1));
      if (name == "build") {
        at.build = from_key<AppliesTo>(value);
        ASSERT_TRUE(at.build) << part;
      } else if (name == "place") {
        at.place = PlaceTypeCode(std::string(value));
      } else if (name == "on") {
        at.on = LocalDate::parse(value);
        ASSERT_TRUE(at.on) << part;
      } else {
        ASSERT_TRUE(m_context.take(name, value, at)) << part;
      }
    }
  }

  ContextReader m_context;
  std::filesystem::path m_path;
  std::ifstream m_in;
  CriterionCase m_head;
};

/// Half of the last digit that is written: "0.070 %" is held to ±0.0005 %.
double half_digit(std::string_view written, double to_si) {
  auto const number = written.substr(0, written.find(' '));
  auto const dot = number.find('.');
  auto const digits = dot == std::string_view::npos ? 0 : static_cast<int>(number.size() - dot - 1);
  return 0.5 * std::pow(10, -digits) * to_si;
}

void expect_margin(CriterionCase const &one, Judgement const &judged) {
  ASSERT_TRUE(one.margin) << "a failed number needs its margin: by …";
  auto const word = one.margin->substr(one.margin->find_last_of(' ') + 1);
  auto const unit = unit_of(word);
  ASSERT_TRUE(unit) << *one.margin;
  auto const margin = parse_quantity(*one.margin, *unit);
  ASSERT_TRUE(margin && judged.margin && judged.demanded);
  EXPECT_EQ(margin->dimension, judged.demanded->dimension);
  EXPECT_NEAR(*judged.margin, margin->si, half_digit(*one.margin, unit->to_si)) << *one.margin;
}

class CriteriaCases : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(seed(*m_tracker));
    for (auto &criterion : CriteriaStore(*m_tracker).all())
      m_criteria.emplace(criterion.id.value, std::move(criterion));
    m_cases = criterion_cases(*m_tracker);
  }

  TempTracker m_tracker;
  std::map<std::string, Criterion> m_criteria;
  std::vector<CriterionCase> m_cases;
};

TEST_F(CriteriaCases, EachIsJudgedAsAPersonReadsTheClause) {
  for (auto const &one : m_cases) {
    SCOPED_TRACE(one.file + ":" + std::to_string(one.line) + " " + one.criterion.value);
    ASSERT_TRUE(m_criteria.contains(one.criterion.value));
    auto const &criterion = m_criteria.at(one.criterion.value);
    EXPECT_EQ(one.file, criterion.facility_type + ".cases");
    auto const readings = read_values(criterion, one.value, "");
    ASSERT_TRUE(readings) << readings.problem().in(Lang::en);
    auto const judged = judge_sides(criterion, *readings, one.at);
    EXPECT_EQ(key(judged.outcome), key(one.expected)) << one.value << ": " << judged.reason.en;
    bool const number = judged.reading && std::holds_alternative<Quantity>(*judged.reading);
    if (judged.outcome == Outcome::failed && number) expect_margin(one, judged);
    EXPECT_FALSE(judged.reason.zh.empty() || judged.reason.en.empty());
  }
}

TEST_F(CriteriaCases, EveryCriterionHasAPassingAFailingAndACannotTellExample) {
  std::map<std::string, std::map<Outcome, int>> seen;
  for (auto const &one : m_cases)
    ++seen[one.criterion.value][one.expected];
  for (auto const &[id, criterion] : m_criteria) {
    for (auto outcome : {Outcome::passed, Outcome::failed, Outcome::cant_tell})
      EXPECT_GE(seen[id][outcome], 1) << id << " has no example that is " << key(outcome);
  }
}

/// Both ends of a range are edges.
TEST_F(CriteriaCases, EveryRangeFailsAtBothEndsAndPassesAtBoth) {
  std::map<std::string, std::array<int, 4>> seen;  // passes at low, at high; fails below, above
  for (auto const &one : m_cases) {
    auto const &criterion = m_criteria.at(one.criterion.value);
    if (criterion.comparator != Comparator::between || one.value.empty()) continue;
    auto const value = parse_quantity(one.value, *unit_of(criterion.unit));
    if (!value) continue;
    auto const at = [&](double edge) { return std::abs(value->si - edge) < 1e-9; };
    bool const passed = one.expected == Outcome::passed, failed = one.expected == Outcome::failed;
    auto &counts = seen[one.criterion.value];
    counts[0] += passed && at(criterion.low->si) ? 1 : 0;
    counts[1] += passed && at(criterion.high->si) ? 1 : 0;
    counts[2] += failed && value->si < criterion.low->si ? 1 : 0;
    counts[3] += failed && value->si > criterion.high->si ? 1 : 0;
  }
  for (auto const &[id, criterion] : m_criteria) {
    if (criterion.comparator != Comparator::between) continue;
    for (int count : seen[id])
      EXPECT_GE(count, 1) << id;
  }
}

}  // namespace

std::vector<CriterionCase> criterion_cases(Tracker &tracker) {
  std::vector<std::filesystem::path> files;
  for (auto const &entry :
       std::filesystem::directory_iterator(WZA_SOURCE_DIR "/tests/gis/field/criteria")) {
    if (entry.path().extension() == ".cases") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<CriterionCase> cases;
  for (auto const &file : files)
    Reader(tracker, file).read(cases);
  return cases;
}

}  // namespace wza::gis
