// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/url_pattern.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

std::string exact(std::string const &url) {
  return patterns_of(*Url::parse("http://h" + url)).front().text;
}

std::vector<std::string> all(std::string const &url) {
  std::vector<std::string> out;
  for (UrlPattern const &pattern : patterns_of(*Url::parse("http://h" + url)))
    out.push_back(pattern.text);
  return out;
}

TEST(UrlPattern, NumbersAndKeysFoldAndWordsStay) {
  EXPECT_EQ(exact("/art/2024/3/5/art_123_4567.html"), "h/art/*/*/*/art_*_*.html");
  EXPECT_EQ(exact("/s/8f3ab2c9d0/news"), "h/s/*/news");
  EXPECT_EQ(exact("/rili/2024年5月/"), "h/rili/*年*月");
  EXPECT_EQ(exact("/rili/二〇二四年五月/"), "h/rili/*年*月");
  EXPECT_EQ(exact("/a4/v1"), "h/a*/v*");
  EXPECT_EQ(exact("/list12.html"), "h/list*.html");
  EXPECT_EQ(exact("/"), "h/");
}

TEST(UrlPattern, WhatOnlyLooksDifferentIsOnePattern) {
  EXPECT_EQ(exact("/About//US/"), exact("/about/us"));
  EXPECT_EQ(exact("/a/b/a/b/a/"), exact("/a/b/"));
  EXPECT_EQ(exact("/l?b=1&a=2"), exact("/l?a=7&b=9"));
  EXPECT_EQ(exact("/l?a=1&a=2"), exact("/l?a=1"));
}

TEST(UrlPattern, AWordAsAValueTellsPagesApart) {
  EXPECT_EQ(exact("/i.php?mod=list&page=3"), "h/i.php?mod=list&page=");
  EXPECT_NE(exact("/i.php?mod=list"), exact("/i.php?mod=show"));
}

TEST(UrlPattern, AnAddressFollowsSeveral) {
  EXPECT_EQ(
      all("/a/b/c1.html?x=1"),
      (std::vector<std::string>{"h/a/b/c*.html?x=", "h/@/@*.html", "h/a/b/c*.html?...", "h/a/...",
                                "h/a/b/...", "h/a/b/c*.html?...x=...", "h/...?...x=..."}));
  EXPECT_EQ(hosts_of(*Url::parse("http://a.b.example.cn/")).text, "*.example.cn");
}

}  // namespace
}  // namespace wza::web
