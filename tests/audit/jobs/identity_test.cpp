// SPDX-License-Identifier: Apache-2.0
// Findings keep their identity when their page is edited: 200 pairs of a page before and after, of
// which it is known which element is which.
#include "db/sqlite/transaction.h"
#include "db/store/findings.h"
#include "db/store/runs.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/group.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

namespace wza::audit {
namespace {

/// A thing on a page; `mark` is the same before and after the edit.
struct Thing {
  int mark = 0;
  int kind = 0;  ///< of kFaults
  bool good = false;
};

/// A part of the page: its things stand in a list or in paragraphs.
struct Part {
  std::string name;
  bool list = false;
  std::vector<Thing> things;
};

/// How a page is written; an edit changes it.
struct Manner {
  std::string prefix = "site-";  ///< of class names
  bool wrapped = false;          ///< another layer of boxes around each part
  bool tables = false;           ///< parts are cells of a table, as of old
  std::string query;             ///< added to addresses
};

constexpr int kKinds = 7;

std::string faulty(Thing const &thing, Manner const &how) {
  std::string const mark = fmt::format("data-t=\"{}\"", thing.mark);
  std::string const number = std::to_string(thing.mark);
  std::string const style = fmt::format("class=\"{}{}\"", how.prefix, thing.kind);
  bool const good = thing.good;
  switch (thing.kind) {
    case 0:
      return fmt::format("<img {} {} src=\"/img/p{}.jpg{}\"{}>", mark, style, number, how.query,
                         good ? " alt=\"图\"" : "");
    case 1:
      return fmt::format("<a {} {} href=\"/doc/{}.html{}\">{}</a>", mark, style, number, how.query,
                         good ? "通知" : "");
    case 2:
      return fmt::format("<button {} {} name=\"b{}\" type=\"button\">{}</button>", mark, style,
                         number, good ? "提交" : "");
    case 3:
      return fmt::format("<input {} {} name=\"field{}\"{}>", mark, style, number,
                         good ? " aria-label=\"姓名\"" : "");
    case 4:
      return fmt::format("<p {} {} style=\"color:{};background:#fff\">第{}号公告已经发布</p>", mark,
                         style, good ? "#000" : "#ccc", number);
    case 5:
      return fmt::format("<iframe {} {} src=\"/frame/{}.html{}\"{}></iframe>", mark, style, number,
                         how.query, good ? " title=\"天气\"" : "");
    default:
      return fmt::format("<select {} {} id=\"choice-{}\"{}><option>一</select>", mark, style,
                         static_cast<char>('a' + thing.mark % 26), good ? " title=\"年份\"" : "");
  }
}

std::string written(std::vector<Part> const &parts, Manner const &how) {
  std::string html = "<!doctype html><html lang=zh><title>页</title><body>";
  if (how.tables) html += "<table role=presentation><tr>";
  for (Part const &part : parts) {
    if (how.tables) html += "<td>";
    html += fmt::format("<div class=\"{}{}\">", how.prefix, part.name);
    if (how.wrapped) html += fmt::format("<section class=\"{}inner\"><div>", how.prefix);
    if (part.list) html += "<ul>";
    for (Thing const &thing : part.things) {
      html += part.list ? "<li>" : "<div>";
      html += faulty(thing, how);
      html += part.list ? "</li>" : "</div>";
    }
    if (part.list) html += "</ul>";
    if (how.wrapped) html += "</div></section>";
    html += "</div>";
    if (how.tables) html += "</td>";
  }
  if (how.tables) html += "</table>";
  return html;
}

class Edit {
 public:
  explicit Edit(unsigned seed) : m_random(seed) {}

  std::vector<Part> page() {
    std::vector<Part> parts;
    int const count = 3 + below(4);
    for (int i = 0; i < count; ++i) {
      Part part{fmt::format("part{}", static_cast<char>('a' + i)), below(2) == 0, {}};
      int const things = 1 + below(5);
      for (int k = 0; k < things; ++k)
        part.things.push_back({++m_marks, below(kKinds), below(4) == 0});
      parts.push_back(std::move(part));
    }
    return parts;
  }

  /// Kinds of edits, as the bits of `what`: move, insert, rename, template, parameters, mend.
  void apply(unsigned what, std::vector<Part> &parts, Manner &how) {
    if ((what & 1U) != 0) std::rotate(parts.begin(), parts.begin() + 1, parts.end());
    if ((what & 1U) != 0 && parts[0].things.size() > 1) {
      parts[1].things.push_back(parts[0].things.back());
      parts[0].things.pop_back();
    }
    if ((what & 2U) != 0) {
      for (Part &part : parts)
        part.things.insert(part.things.begin(), {++m_marks, below(kKinds), below(2) == 0});
    }
    if ((what & 4U) != 0) how.prefix = "new-";
    if ((what & 8U) != 0) (below(2) == 0 ? how.wrapped : how.tables) = true;
    if ((what & 16U) != 0) how.query = "?v=20261122&from=home";
    if ((what & 32U) != 0) parts[static_cast<std::size_t>(below(3))].things[0].good = true;
  }

 private:
  int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

  std::mt19937 m_random;
  int m_marks = 0;
};

/// Marks of the elements of each defect, by rule and fingerprint.
using Marks = std::map<std::pair<std::string, std::string>, std::set<int>>;

class Identity : public testing::Test {
 protected:
  /// Tests the page and brings its findings up to date.
  Marks visit(std::string const &site, std::string const &html, int day) {
    web::CheckOptions options;
    options.element_keys = true;
    std::string const url = site + "/";
    auto opened = web::open_page({url, html, {}, 200});
    EXPECT_TRUE(opened);
    web::PageResult const result = web::check_page(*std::move(opened), {}, options);
    Marks marks;
    for (web::PageFinding const &finding : result.findings) {
      std::size_t const at = finding.snippet.find("data-t=\"");
      if (finding.outcome != Outcome::failed || at == std::string::npos) continue;
      web::PageRecord::Failure failure;
      failure.rule = finding.rule->id;
      failure.message_key = finding.message_key;
      failure.place = finding.place;
      marks[{failure.rule, web::fingerprint_of(site, failure)}].insert(
          std::stoi(finding.snippet.substr(at + 8)));
    }
    web::PageRecord const record = web::record_of(result);
    TestedPlace tested{url, *UtcTime::parse(fmt::format("2026-11-{:02}T06:00:00Z", day)), {}};
    for (std::string const &rule : record.decided)
      tested.decided.emplace_back(rule);
    web::SiteGrouping grouping(site);
    grouping.add(record);
    Transaction transaction(m_tracker->db());
    RunId const run = RunStore(*m_tracker).begin(RunKind::crawl, site, "test").id;
    FindingStore(*m_tracker)
        .apply(run, FindingKind::web, site, {}, grouping.defects(), std::span(&tested, 1));
    RunStore(*m_tracker).finish(run, RunState::done, {});
    transaction.commit();
    return marks;
  }

  std::int64_t finding_of(std::string const &fingerprint) {
    Statement row = m_tracker->db().prepare("SELECT id FROM findings WHERE fingerprint = ?1");
    return row.bind(fingerprint).step() ? row.get<std::int64_t>(0) : 0;
  }

  struct Known {
    std::string rule;
    std::set<int> marks;
  };
  std::map<std::int64_t, Known> known(Marks const &marks) {
    std::map<std::int64_t, Known> out;
    for (auto const &[key, elements] : marks)
      out[finding_of(key.second)] = {key.first, elements};
    return out;
  }

  TempTracker m_tracker;
};

bool share(std::set<int> const &one, std::set<int> const &other) {
  return std::any_of(one.begin(), one.end(), [&](int mark) { return other.contains(mark); });
}

TEST_F(Identity, TwoHundredEditedPagesKeepTheirFindings) {
  constexpr unsigned kPairs = 200;
  int expected = 0, kept = 0, merged = 0, after_all = 0;
  std::map<unsigned, int> lost_by_edit;
  for (unsigned pair = 0; pair < kPairs; ++pair) {
    Edit edit(pair);
    std::string const site = fmt::format("http://s{}.example", pair);
    std::vector<Part> parts = edit.page();
    Manner how;
    auto const before = known(visit(site, written(parts, how), 1));
    unsigned const what = 1 + pair % 63;
    edit.apply(what, parts, how);
    auto const after = known(visit(site, written(parts, how), 2));
    for (auto const &[id, was] : before) {
      bool const survives = std::any_of(after.begin(), after.end(), [&](auto const &one) {
        return one.second.rule == was.rule && share(one.second.marks, was.marks);
      });
      auto const now = after.find(id);
      if (now != after.end() && !share(now->second.marks, was.marks)) ++merged;
      if (!survives) continue;
      ++expected;
      if (now != after.end() && share(now->second.marks, was.marks)) {
        ++kept;
      } else {
        ++lost_by_edit[what];
      }
    }
    after_all += static_cast<int>(after.size());
  }
  RecordProperty("expected", expected);
  RecordProperty("kept", kept);
  RecordProperty("merged", merged);
  EXPECT_GT(expected, 1000);
  EXPECT_GE(kept, expected * 98 / 100)
      << kept << " of " << expected << "; lost by edit " << testing::PrintToString(lost_by_edit);
  EXPECT_LE(merged * 200, after_all) << merged << " of " << after_all;
}

}  // namespace
}  // namespace wza::audit
