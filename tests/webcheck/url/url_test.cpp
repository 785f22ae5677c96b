// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/url.h"

#include "webcheck/url/host.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace wza::web {
namespace {

struct Case {
  char const *input;
  char const *base;
  char const *href;  ///< nullptr where parsing must fail
};

void expect_all(std::initializer_list<Case> cases) {
  for (Case const &c : cases) {
    SCOPED_TRACE(c.input);
    std::optional<Url> const base = *c.base != '\0' ? Url::parse(c.base) : std::nullopt;
    std::optional<Url> const url = Url::parse(c.input, base ? &*base : nullptr);
    ASSERT_EQ(url.has_value(), c.href != nullptr);
    if (url) {
      EXPECT_EQ(url->href(), c.href);
    }
  }
}

TEST(Url, ResolvesReferencesAsBrowsersDo) {
  constexpr char const *kBase = "http://www.example.cn/a/b/c.html?x=1#top";
  expect_all({
      {"d.html", kBase, "http://www.example.cn/a/b/d.html"},
      {"../d.html", kBase, "http://www.example.cn/a/d.html"},
      {"../../../../d", kBase, "http://www.example.cn/d"},
      {"/d", kBase, "http://www.example.cn/d"},
      {"//h/d", kBase, "http://h/d"},
      {"?y=2", kBase, "http://www.example.cn/a/b/c.html?y=2"},
      {"#s", kBase, "http://www.example.cn/a/b/c.html?x=1#s"},
      {"", kBase, "http://www.example.cn/a/b/c.html?x=1"},
      {"./%2E%2e/d", kBase, "http://www.example.cn/a/d"},
      {"mailto:a@b", kBase, "mailto:a@b"},
      {"javascript:void(0)", kBase, "javascript:void(0)"},
      {"http:d", kBase, "http://www.example.cn/a/b/d"},
  });
}

TEST(Url, AcceptsWhatGovernmentSitesWrite) {
  expect_all({
      {"  http:\\\\www.example.cn\\zwgk\\a.html\n", "", "http://www.example.cn/zwgk/a.html"},
      {"http://h/路径 a|b?问=答", "", "http://h/%E8%B7%AF%E5%BE%84%20a|b?%E9%97%AE=%E7%AD%94"},
      {"http://例子.中国/", "", "http://xn--fsqu00a.xn--fiqs8s/"},
      {"HTTP://WWW.Example.CN:80", "", "http://www.example.cn/"},
      {"https://h:443/a%2fc", "", "https://h/a%2fc"},
      {"http://h/\xB1\xB1", "", "http://h/%EF%BF%BD%EF%BF%BD"},
  });
}

TEST(Url, RefusesWhatHasNoMeaning) {
  expect_all({{"", "", nullptr},
              {"a/b", "", nullptr},
              {"http://", "", nullptr},
              {"http://h:65536/", "", nullptr},
              {"http://f:b/c", "", nullptr},
              {"http://a b/", "", nullptr},
              {"http://[::1", "", nullptr},
              {"http://256.1.1.1/", "", nullptr},
              {"http://user@/", "", nullptr}});
}

TEST(Url, ReadsEverySpellingOfAnAddress) {
  expect_all({{"http://0x7f.1/", "", "http://127.0.0.1/"},
              {"http://2130706433/", "", "http://127.0.0.1/"},
              {"http://0177.0.0.1/", "", "http://127.0.0.1/"},
              {"http://１２７.0.0.1/", "", "http://127.0.0.1/"},
              {"http://[0:0::1]/", "", "http://[::1]/"},
              {"http://[::ffff:127.0.0.1]/", "", "http://[::ffff:7f00:1]/"},
              {"http://[1:0:0:2:0:0:0:3]/", "", "http://[1:0:0:2::3]/"}});
  EXPECT_EQ(ipv4_of("127.0.0.1"), 0x7F000001U);
  EXPECT_FALSE(ipv4_of("example.cn").has_value());
  ASSERT_TRUE(ipv6_of("[::1]").has_value());
  EXPECT_EQ((*ipv6_of("[::1]"))[7], 1);
}

TEST(Url, GivesOriginPortAndRequestTarget) {
  Url const url = *Url::parse("https://u:p@h:8443/a/b?c=d#e");
  EXPECT_EQ(url.origin(), "https://h:8443");
  EXPECT_EQ(url.effective_port(), 8443);
  EXPECT_EQ(url.request_target(), "/a/b?c=d");
  EXPECT_EQ(url.without_fragment().without_credentials().href(), "https://h:8443/a/b?c=d");
  EXPECT_EQ(Url::parse("http://h")->request_target(), "/");
  EXPECT_EQ(Url::parse("http://h")->effective_port(), 80);
  EXPECT_EQ(Url::parse("data:text/plain,x")->origin(), "null");
}

/// Lone surrogates of the test data cannot be carried in UTF-8; the standard reads them as U+FFFD.
std::string without_lone_surrogates(std::string json) {
  auto unit = [&](std::size_t at) -> long {
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
    return std::strtol(json.substr(at + 2, 4).c_str(), nullptr, 16);
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '\\') continue;
    long const u = unit(i);
    if (u >= 0xD800 && u < 0xDC00 && unit(i + 6) >= 0xDC00 && unit(i + 6) < 0xE000) {
      i += 11;
    } else if (u >= 0xD800 && u < 0xE000) {
      json.replace(i, 6, "\\uFFFD");
      i += 5;
    } else {
      ++i;
    }
  }
  return json;
}

TEST(Url, AgreesWithTheWebPlatformTests) {
  char const *path = std::getenv("WZA_URL_TESTDATA");
  if (path == nullptr) GTEST_SKIP() << "set WZA_URL_TESTDATA to urltestdata.json to run this test";
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  auto const data = nlohmann::json::parse(without_lone_surrogates(text.str()));
  int right = 0, all = 0;
  for (auto const &entry : data) {
    if (!entry.is_object()) continue;
    ++all;
    std::string const input = entry["input"];
    std::optional<Url> base;
    bool base_failed = false;
    if (entry.contains("base") && entry["base"].is_string()) {
      base = Url::parse(entry["base"].get<std::string>());
      base_failed = !base;
    }
    std::optional<Url> const url =
        base_failed ? std::nullopt : Url::parse(input, base ? &*base : nullptr);
    bool const must_fail = entry.value("failure", false);
    std::string const wanted = must_fail ? "failure" : entry["href"].get<std::string>();
    std::string const got = url ? url->href() : "failure";
    bool good = got == wanted;
    if (good && url && entry.contains("origin")) good = url->origin() == entry["origin"];
    if (good) {
      ++right;
    } else {
      ADD_FAILURE() << "input " << entry["input"] << "\n  base " << entry["base"] << "\n  got  "
                    << got << "\n  want " << wanted;
    }
  }
  RecordProperty("right", right);
  RecordProperty("all", all);
  std::cout << right << " of " << all << " cases of the web-platform-tests\n";
}

/// As encodeURIComponent of the web-platform-tests: all but letters, digits and few marks.
std::string component(std::string const &text) {
  std::string out;
  for (char c : text) {
    bool const plain = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                       std::string_view("-_.!~*'()").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// Names of the test data that we do not read as it wants, and why.
struct Unread {
  char const *output;
  char const *reason;
};
constexpr Unread kUnread[] = {
    {"xn--20-9802c.xn--0w5a.xn--1-eg4e.", "U+32931 came with Unicode 17; ICU 72 knows 15"},
    {"xn--9-i0j5967eg3qz.ss", "U+32B9A came with Unicode 17; ICU 72 knows 15"},
};

TEST(Url, AgreesWithTheTestsOfInternationalNames) {
  char const *path = std::getenv("WZA_IDNA_TESTDATA");
  if (path == nullptr) GTEST_SKIP() << "set WZA_IDNA_TESTDATA to IdnaTestV2.json to run this test";
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  int right = 0, all = 0;
  for (auto const &entry : nlohmann::json::parse(without_lone_surrogates(text.str()))) {
    if (!entry.is_object() || entry["input"] == "") continue;
    ++all;
    std::string const input = entry["input"];
    std::optional<Url> const url = Url::parse("https://" + component(input) + "/x");
    std::string const wanted =
        entry["output"].is_null() ? "failure" : entry["output"].get<std::string>();
    std::string const got = url ? url->host() : "failure";
    bool const listed = std::any_of(std::begin(kUnread), std::end(kUnread),
                                    [&](Unread const &one) { return wanted == one.output; });
    if (got == wanted) {
      ++right;
    } else if (!listed) {
      ADD_FAILURE() << entry.dump() << "\n  got  " << got;
    }
  }
  std::cout << right << " of " << all << " names\n";
}

}  // namespace
}  // namespace wza::web
