// SPDX-License-Identifier: Apache-2.0
// RFC 9309, by its sections; and the expectations of google/robotstxt-spec-test where they are
// given by path.
#include "webcheck/fetch/robots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace wza::web {
namespace {

bool allows(char const *file, char const *target, char const *agent = "wza") {
  return Robots::parse(file).allows(agent, target);
}

TEST(Robots, Section221GroupsOfOneAgentAreMerged) {
  constexpr char const *kFile =
      "User-agent: wza\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-agent: WZA\n"
      "Disallow: /b\n";
  EXPECT_FALSE(allows(kFile, "/a"));
  EXPECT_FALSE(allows(kFile, "/b"));
  EXPECT_TRUE(allows(kFile, "/c"));
  EXPECT_FALSE(allows(kFile, "/c", "other"));
}

TEST(Robots, Section221AGroupMayHaveSeveralAgents) {
  constexpr char const *kFile = "User-agent: x\nUser-agent: wza\nDisallow: /a\n";
  EXPECT_FALSE(allows(kFile, "/a"));
  EXPECT_TRUE(allows(kFile, "/a", "y"));
}

TEST(Robots, Section222TheLongestMatchWinsAndEqualOnesAllow) {
  constexpr char const *kFile =
      "User-agent: *\nDisallow: /p\nAllow: /p/open\nDisallow: /q\nAllow: /q\n";
  EXPECT_FALSE(allows(kFile, "/p/x"));
  EXPECT_TRUE(allows(kFile, "/p/open/y"));
  EXPECT_TRUE(allows(kFile, "/q"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow:\n", "/any"));
}

TEST(Robots, Section222OctetsAreComparedInOneSpelling) {
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /公开\n", "/%E5%85%AC%E5%BC%80/1"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%e5%85%ac\n", "/%E5%85%AC"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%62%61%7A\n", "/baz"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a%2Fb\n", "/a/b"));
}

TEST(Robots, Section223SpecialCharacters) {
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /*.doc$ # files\n", "/x/y.doc"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /*.doc$\n", "/x/y.docx"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /*?id=\n", "/a?id=3"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /a-%2A.html\n", "/a-*.html"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a-%2A.html\n", "/a-x.html"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: *a*b*a$\n", "/aba"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /ab*ba$\n", "/aba"));
}

TEST(Robots, Section224OtherRecordsDoNotInterfere) {
  Robots const robots = Robots::parse(
      "User-agent: x\nSitemap: http://h/s.xml\nFoo: bar\nUser-agent: wza\nDisallow: /a\n");
  EXPECT_FALSE(robots.allows("x", "/a"));
  EXPECT_FALSE(robots.allows("wza", "/a"));
  EXPECT_EQ(robots.sitemaps(), std::vector<std::string>{"http://h/s.xml"});
}

TEST(Robots, Section231WhatTheAnswerMeans) {
  char const *const kForbid = "User-agent: *\nDisallow: /a\n";
  EXPECT_FALSE(Robots::of_answer(200, kForbid).allows("wza", "/a"));
  for (int status : {301, 400, 401, 403, 404, 410}) {
    EXPECT_TRUE(Robots::of_answer(status, kForbid).allows("wza", "/a")) << status;
  }
  for (int status : {429, 500, 503, 599}) {
    EXPECT_FALSE(Robots::of_answer(status, "").allows("wza", "/b")) << status;
  }
  EXPECT_FALSE(Robots::forbid_all().allows("wza", "/robots"));
}

TEST(Robots, Section25ReadsHalfAMebibyteAndIgnoresTheRest) {
  std::string file = "User-agent: *\nDisallow: /a\n";
  file += std::string(kRobotsBytes - file.size(), '\n');
  file += "Disallow: /b\n";
  EXPECT_FALSE(allows(file.c_str(), "/a"));
  EXPECT_TRUE(allows(file.c_str(), "/b"));
}

TEST(Robots, HouseCrawlDelayIsReadWithinBounds) {
  using std::chrono::milliseconds;
  auto delay = [](std::string const &value) {
    return Robots::parse("User-agent: *\nCrawl-delay: " + value + "\n").crawl_delay("wza");
  };
  EXPECT_EQ(delay("2"), milliseconds(2000));
  EXPECT_EQ(delay("0.5"), milliseconds(500));
  EXPECT_EQ(delay("1000000000"), kLongestCrawlDelay);
  EXPECT_EQ(delay("1e999"), kLongestCrawlDelay);
  EXPECT_EQ(delay("-1"), std::nullopt);
  EXPECT_EQ(delay("nan"), std::nullopt);
  EXPECT_EQ(delay("soon"), std::nullopt);
}

TEST(Robots, AnyBytesAreSafe) {
  constexpr std::string_view kAlphabet = "user-agent:*\ndisallow:/ $#%\r\xEF\xBB\xBF\xFF";
  std::string bytes;
  unsigned state = 12345;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525U + 1013904223U;
    bytes += kAlphabet[(state >> 16) % kAlphabet.size()];
  }
  Robots::parse(bytes).allows("wza", "/a%zz*$");
}

// ---- google/robotstxt-spec-test, protobuf text format ----

struct Expectation {
  std::string file, url, agent, outcome, name;
};

std::string unescaped(std::string const &text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    char const c = text[++i];
    if (c >= '0' && c <= '7') {
      int value = 0, digits = 0;
      while (digits < 3 && i < text.size() && text[i] >= '0' && text[i] <= '7') {
        value = value * 8 + (text[i++] - '0');
        ++digits;
      }
      --i;
      out += static_cast<char>(value);
    } else if (c == 'x') {
      out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += c == 'n'   ? '\n'
             : c == 'r' ? '\r'
             : c == 't' ? '\t'
             : c == 'v' ? '\v'
             : c == 'f' ? '\f'
                        : c;
    }
  }
  return out;
}

/// Value behind `at`: adjacent quoted strings joined, or a bare word.
std::string value_at(std::string const &text, std::size_t &at) {
  std::string out;
  bool quoted = false;
  for (;;) {
    at = text.find_first_not_of(" \t\n", at);
    if (at == std::string::npos) return out;
    char const quote = text[at];
    if (quote != '"' && quote != '\'') break;
    quoted = true;
    std::size_t end = at + 1;
    while (text[end] != quote)
      end += text[end] == '\\' ? 2 : 1;
    out += unescaped(text.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  if (quoted) return out;
  std::size_t const end = text.find_first_of(" \t\n,}", at);
  out = text.substr(at, end - at);
  at = end;
  return out;
}

std::vector<Expectation> read_expectations(std::filesystem::path const &path) {
  std::ifstream stream(path, std::ios::binary);
  std::stringstream buffer;
  buffer << stream.rdbuf();
  std::string const text = buffer.str();
  std::vector<Expectation> out;
  std::string file;
  Expectation current;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '#') {
      at = text.find('\n', at);
      if (at == std::string::npos) break;
      continue;
    }
    if (std::isalpha(static_cast<unsigned char>(text[at])) == 0) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
      ++end;
    std::string const name = text.substr(at, end - at);
    at = text.find_first_not_of(" \t\n", end);
    if (at == std::string::npos) break;
    if (text[at] != ':') continue;
    ++at;
    if (name == "tests" || name == "test_expectations") continue;
    std::string const value = value_at(text, at);
    if (name == "robotstxt") file = value;
    if (name == "testurl") current = {file, value, "", "", path.filename().string()};
    if (name == "useragent") current.agent = value;
    if (name == "expected_outcome") {
      current.outcome = value;
      out.push_back(current);
    }
  }
  return out;
}

/// Path and query as they stand in the URL; the expectations are about unparsed URLs.
std::string raw_target(std::string const &url) {
  std::size_t const scheme = url.find("//");
  std::size_t const from = scheme == std::string::npos ? 0 : scheme + 2;
  std::size_t const at = url.find_first_of("/?;", from);
  if (at == std::string::npos) return "/";
  std::string target = url.substr(at, url.find('#', at) - at);
  return target.starts_with('/') ? target : "/" + target;
}

/// Expectations that we do not meet, and why.
struct Argued {
  char const *in_file, *url, *reason;
};
constexpr Argued kArgued[] = {
    {"%62%61%7A", "http://foo.bar/foo/bar/baz",
     "RFC 9309, section 2.2.2, resolves %62 before it compares; the expectation is of the draft"},
};

bool is_argued(Expectation const &e) {
  return std::any_of(std::begin(kArgued), std::end(kArgued), [&](Argued const &one) {
    return e.file.find(one.in_file) != std::string::npos && e.url == one.url;
  });
}

TEST(Robots, AgreesWithTheSpecificationTests) {
  char const *dir = std::getenv("WZA_ROBOTS_TESTDATA");
  if (dir == nullptr) {
    GTEST_SKIP() << "set WZA_ROBOTS_TESTDATA to the folder with correctness/ and stress/";
  }
  int right = 0, all = 0;
  for (auto const &entry : std::filesystem::recursive_directory_iterator(dir)) {
    if (entry.path().extension() != ".textproto") continue;
    for (Expectation const &e : read_expectations(entry.path())) {
      ++all;
      std::string const got =
          Robots::parse(e.file).allows(e.agent, raw_target(e.url)) ? "ALLOWED" : "DISALLOWED";
      if (got == e.outcome) {
        ++right;
      } else if (!is_argued(e)) {
        ADD_FAILURE() << e.name << ": " << e.agent << " " << e.url << " got " << got << "\n"
                      << e.file.substr(0, 600);
      }
    }
  }
  std::cout << right << " of " << all << " expectations\n";
}

}  // namespace
}  // namespace wza::web
