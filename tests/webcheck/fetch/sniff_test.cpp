// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/sniff.h"

#include <gtest/gtest.h>

#include <string>

namespace wza::web {
namespace {

std::string type_of(char const *declared, std::string body, bool no_sniff = false) {
  Response response;
  if (*declared != '\0') response.headers.push_back({"Content-Type", declared});
  if (no_sniff) response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  response.body = std::move(body);
  return computed_type(response);
}

TEST(Sniff, AMissingOrUnknownTypeIsFoundInTheBytes) {
  for (char const *declared : {"", "unknown/unknown", "*/*", "html"}) {
    EXPECT_EQ(type_of(declared, "\n <!DOCTYPE HTML><p>x"), "text/html");
    EXPECT_EQ(type_of(declared, "<!--x--><p>"), "text/html");
    EXPECT_EQ(type_of(declared, "<P >x"), "text/html");
    EXPECT_EQ(type_of(declared, "<particle>"), "text/plain");
    EXPECT_EQ(type_of(declared, "<?xml version='1.0'?>"), "text/xml");
    EXPECT_EQ(type_of(declared, "%PDF-1.7"), "application/pdf");
    EXPECT_EQ(type_of(declared, std::string("PK\x03\x04\0", 5)), "application/zip");
    EXPECT_EQ(type_of(declared, std::string("a\0b", 3)), "application/octet-stream");
    EXPECT_EQ(type_of(declared, "plain words"), "text/plain");
  }
  EXPECT_EQ(type_of("", "<html>", true), "text/plain");
}

TEST(Sniff, ADeclaredTypeStands) {
  EXPECT_EQ(type_of("application/octet-stream", "<html><p>x"), "application/octet-stream");
  EXPECT_EQ(type_of("text/plain", "<html><p>x"), "text/plain");
  EXPECT_EQ(type_of("Text/HTML; charset=gbk", "plain words"), "text/html");
  EXPECT_EQ(type_of("application/xhtml+xml", "<p/>"), "application/xhtml+xml");
}

TEST(Sniff, TextThatIsNoTextAndPagesThatAreNone) {
  EXPECT_EQ(type_of("text/plain", std::string("\x89PNG\r\n\x1A\n\0", 9)), "image/png");
  EXPECT_EQ(type_of("text/plain; charset=gbk", std::string("a\0", 2)), "text/plain");
  EXPECT_EQ(type_of("text/html", "%PDF-1.4 ..."), "application/pdf");
  EXPECT_EQ(type_of("text/html", "<?xml version='1.0'?>\n<!-- a --><rss version='2.0'>"),
            "application/rss+xml");
  EXPECT_EQ(type_of("text/html", "\xEF\xBB\xBF<feed xmlns='x'>"), "application/atom+xml");
  EXPECT_EQ(type_of("text/html", "<!-- unclosed"), "text/html");
}

}  // namespace
}  // namespace wza::web
