// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/normalize.h"

#include <gtest/gtest.h>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace wza::web {
namespace {

std::string identity(char const *url) {
  return crawl_url(*Url::parse(url)).href();
}

TEST(CrawlUrl, DropsWhatDoesNotChangeThePage) {
  std::pair<char const *, char const *> const cases[] = {
      {"http://H:80/a#b", "http://h/a"},
      {"http://u:p@h/", "http://h/"},
      {"http://h/a.do;jsessionid=0A1B?id=2", "http://h/a.do?id=2"},
      {"http://h/a?PHPSESSID=x&id=2", "http://h/a?id=2"},
      {"http://h/a?id=2&utm_source=x&utm_medium=y", "http://h/a?id=2"},
      {"http://h/(S(lit3py55t21z5v55vlm25s55))/a.aspx", "http://h/a.aspx"},
      {"http://h/a?", "http://h/a"},
      {"http://h/a?&&b=1&", "http://h/a?b=1"},
      {"http://h/%7euser/%e4%bd%a0", "http://h/~user/%E4%BD%A0"},
      {"http://h/a/%2e%2e/b", "http://h/b"},
      {"http://h/(A(x1)F(y2))/a", "http://h/a"},
      {"http://h/a;JSESSIONID=9!1?x=1", "http://h/a?x=1"},
      {"http://h/a?sid=0a1b2c3d4e5f60718293", "http://h/a"},
      {"http://h/a?id=2&from=singlemessage&isappinstalled=0", "http://h/a?id=2"},
      {"http://h/a?spm=zm1.2&id=2&from=timeline", "http://h/a?id=2"},
      {"http://h/a?id=2&_=1700000000123", "http://h/a?id=2"},
      {"http://h/a?id=2&r%61nd=0.8412345678", "http://h/a?id=2"},
      {"http://h/l?c=7&orderby=pubdate&order=DESC", "http://h/l?c=7"},
      {"http://h/l?sort=title&c=7", "http://h/l?c=7"},
  };
  for (auto const &[url, wanted] : cases)
    EXPECT_EQ(identity(url), wanted) << url;
}

TEST(CrawlUrl, KeepsWhatMayChangeThePage) {
  for (char const *url :
       {"http://h/a?b=2&a=1", "http://h/A", "http://h/a/", "http://h/a//b", "https://h/a?sid=7",
        "http://h/a%2Fb", "http://h:8080/", "http://h/a?from=beijing", "http://h/a?sort=12",
        "http://h/a?order=88", "http://h/a?t=3", "http://h/a?s=schools", "http://h/(draft)/a",
        "http://h/a?session=2024"}) {
    EXPECT_EQ(identity(url), url);
  }
}

TEST(CrawlUrl, IsIdempotent) {
  for (char const *url : {"http://h/%252e%252e/x;jsessionid=1?%61=%2541&utm_x", "http://h/%%37%65",
                          "http://h/?a=%zz&%75tm_a=1"}) {
    std::string const once = identity(url);
    EXPECT_EQ(identity(once.c_str()), once);
  }
}

TEST(CrawlUrl, IsIdempotentWhateverIsPutTogether) {
  constexpr std::string_view kPieces[] = {"/",      "..",
                                          ".",      "%2e",
                                          "%252e",  "%2",
                                          "%",      ";jsessionid=",
                                          "(S(a",   "))",
                                          "?",      "&",
                                          "=",      "utm_x",
                                          "%75tm_", "sid",
                                          "#",      "asc",
                                          "order",  "%6frder",
                                          "%26",    "0a1b2c3d4e5f6071",
                                          "from",   "timeline",
                                          "a",      "//",
                                          ";",      "%3B",
                                          "\\",     "%253Bjsessionid=1"};
  unsigned state = 20240601;
  auto next = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  for (int i = 0; i < 20'000; ++i) {
    std::string text = "http://h/";
    for (std::size_t left = next(12); left > 0; --left)
      text += kPieces[next(std::size(kPieces))];
    std::optional<Url> const url = Url::parse(text);
    if (!url) continue;
    Url const once = crawl_url(*url);
    ASSERT_EQ(crawl_url(once), once) << text;
    ASSERT_EQ(crawl_url(*Url::parse(once.href())), once) << text;
  }
}

}  // namespace
}  // namespace wza::web
