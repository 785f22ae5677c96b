// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/normalize.h"

#include <gtest/gtest.h>

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
  };
  for (auto const &[url, wanted] : cases)
    EXPECT_EQ(identity(url), wanted) << url;
}

TEST(CrawlUrl, KeepsWhatMayChangeThePage) {
  for (char const *url : {"http://h/a?b=2&a=1", "http://h/A", "http://h/a/", "http://h/a//b",
                          "https://h/a?sid=7", "http://h/a%2Fb", "http://h:8080/"}) {
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

}  // namespace
}  // namespace wza::web
