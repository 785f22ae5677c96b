// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/cookies.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace wza::web {
namespace {

UtcTime const kNow = *UtcTime::parse("2026-03-01T08:00:00.000Z");

Url at(std::string const &text) {
  return *Url::parse(text);
}

/// What a second request sees after one answer.
std::string seen(char const *from, char const *set_cookie, char const *to) {
  CookieStore store;
  store.take(at(from), set_cookie, kNow);
  return store.for_request(at(to), kNow);
}

TEST(Cookies, GoBackToWhereTheyCameFrom) {
  EXPECT_EQ(seen("http://a.example.cn/x/y", "k=v", "http://a.example.cn/x/z"), "k=v");
  EXPECT_EQ(seen("http://a.example.cn/x/y", "k=v", "http://a.example.cn/other"), "");
  EXPECT_EQ(seen("http://a.example.cn/x/y", "k=v; Path=/", "http://a.example.cn/other"), "k=v");
  EXPECT_EQ(seen("http://a.example.cn/", "k=v; Path=/ab", "http://a.example.cn/abc"), "");
  EXPECT_EQ(seen("http://a.example.cn/", "k=v", "http://b.example.cn/"), "");
  EXPECT_EQ(seen("http://a.example.cn/", "k=v", "http://x.a.example.cn/"), "");
}

TEST(Cookies, ServeTheirDomainAndNoForeignOneOrPublicSuffix) {
  EXPECT_EQ(
      seen("http://a.example.gov.cn/", "k=v; Domain=.example.gov.cn", "http://b.example.gov.cn/"),
      "k=v");
  EXPECT_EQ(seen("http://a.example.gov.cn/", "k=v; Domain=gov.cn", "http://other.gov.cn/"), "");
  EXPECT_EQ(seen("http://a.example.gov.cn/", "k=v; Domain=gov.cn", "http://a.example.gov.cn/"), "");
  EXPECT_EQ(seen("http://a.example.cn/", "k=v; Domain=evil.cn", "http://evil.cn/"), "");
  EXPECT_EQ(seen("http://127.0.0.1/", "k=v; Domain=0.0.1", "http://127.0.0.1/"), "");
  EXPECT_EQ(seen("http://127.0.0.1/", "k=v; Domain=127.0.0.1", "http://127.0.0.1/"), "k=v");
}

TEST(Cookies, SecureOnesNeverTravelInTheClear) {
  EXPECT_EQ(seen("https://h.cn/", "k=v; Secure", "https://h.cn/"), "k=v");
  EXPECT_EQ(seen("https://h.cn/", "k=v; Secure", "http://h.cn/"), "");
  EXPECT_EQ(seen("http://h.cn/", "k=v; Secure", "https://h.cn/"), "");
  EXPECT_EQ(seen("https://h.cn/", "__Host-k=v; Secure; Path=/a", "https://h.cn/a"), "");
  EXPECT_EQ(seen("https://h.cn/", "__Secure-k=v", "https://h.cn/"), "");
  CookieStore store;
  store.take(at("https://h.cn/"), "k=safe; Secure", kNow);
  store.take(at("http://h.cn/"), "k=forged", kNow);
  EXPECT_EQ(store.for_request(at("https://h.cn/"), kNow), "k=safe");
}

TEST(Cookies, EndWhenTheirTimeIsOver) {
  auto later = [](char const *set_cookie) {
    CookieStore store;
    store.take(at("http://h.cn/"), set_cookie, kNow);
    return store.for_request(at("http://h.cn/"), UtcTime{kNow.value + std::chrono::hours(1)});
  };
  EXPECT_EQ(later("k=v; Max-Age=7200"), "k=v");
  EXPECT_EQ(later("k=v; Max-Age=60"), "");
  EXPECT_EQ(later("k=v; Max-Age=7200; Expires=Thu, 01 Jan 1970 00:00:00 GMT"), "k=v");
  EXPECT_EQ(later("k=v; Expires=Sun, 01 Mar 2026 08:30:00 GMT"), "");
  EXPECT_EQ(later("k=v; Expires=nonsense"), "k=v");
  CookieStore store;
  EXPECT_TRUE(store.take(at("http://h.cn/"), "k=v", kNow));
  EXPECT_FALSE(store.take(at("http://h.cn/"), "k=v", kNow));
  EXPECT_TRUE(store.take(at("http://h.cn/"), "k=; Max-Age=0", kNow));
  EXPECT_EQ(store.for_request(at("http://h.cn/"), kNow), "");
}

TEST(Cookies, AreLimitedInNumberAndSize) {
  CookieStore store;
  for (int i = 0; i < 100'000; ++i) {
    store.take(at("http://h.cn/"), "n" + std::to_string(i) + "=" + std::string(900, 'x'), kNow);
  }
  std::string const sent = store.for_request(at("http://h.cn/"), kNow);
  EXPECT_LE(sent.size(), CookieStore::kMostHeaderBytes);
  EXPECT_NE(sent.find("n99950="), std::string::npos);
  EXPECT_EQ(sent.find("n99949="), std::string::npos);
  EXPECT_FALSE(store.take(at("http://h.cn/"), "big=" + std::string(5000, 'x'), kNow));
  EXPECT_FALSE(store.take(at("http://h.cn/"), std::string("k=a\0b", 5), kNow));
  EXPECT_FALSE(store.take(at("http://h.cn/"), "no equals sign", kNow));
}

TEST(Cookies, LongerPathsComeFirstThenOlderOnes) {
  CookieStore store;
  for (char const *set_cookie : {"a=1; Path=/", "b=2; Path=/x/y", "c=3; Path=/"}) {
    store.take(at("http://h.cn/x/y/z"), set_cookie, kNow);
  }
  EXPECT_EQ(store.for_request(at("http://h.cn/x/y/z"), kNow), "b=2; a=1; c=3");
}

TEST(Cookies, DatesAreReadAsServersWriteThem) {
  std::pair<char const *, char const *> const cases[] = {
      {"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.000Z"},
      {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37.000Z"},
      {"01 Jan 69 0:0:1", "2069-01-01T00:00:01.000Z"},
  };
  for (auto const &[text, wanted] : cases) {
    std::optional<UtcTime> const date = cookie_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso(), wanted);
  }
  for (char const *text : {"", "32 Jan 2020 00:00:00", "1 Foo 2020 00:00:00", "1 Jan 2020 24:00:00",
                           "1 Jan 1600 00:00:00", "31 Feb 2020 00:00:00"}) {
    EXPECT_FALSE(cookie_date(text)) << text;
  }
}

}  // namespace
}  // namespace wza::web
