// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/sitemap.h"

#include "tests/support/fake_web.h"
#include "webcheck/crawl/sitemap_file.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

namespace wza::web {
namespace {

using Locs = std::vector<std::string>;

TEST(SitemapFile, ReadsMapsIndexesFeedsAndText) {
  SitemapFile const map = parse_sitemap(
      "<?xml version='1.0'?><!-- <loc>http://h/no</loc> --><urlset><url>\n<loc> "
      "http://h/a?b=1&amp;c=2"
      " </loc><image:image><image:loc>http://h/i.png</image:loc></image:image></url>"
      "<s:url><s:loc><![CDATA[http://h/b&c]]></s:loc></s:url></urlset>",
      100);
  EXPECT_FALSE(map.index);
  EXPECT_EQ(map.locs, (Locs{"http://h/a?b=1&c=2", "http://h/b&c"}));
  EXPECT_TRUE(parse_sitemap("<sitemapindex><sitemap><loc>http://h/1</loc>", 9).index);
  EXPECT_EQ(
      parse_sitemap("<rss version='2.0'><channel><link>http://h/</link><item><link>http://h/n1"
                    "</link></item><item><link>http://h/n2</link></item></channel></rss>",
                    9)
          .locs,
      (Locs{"http://h/n1", "http://h/n2"}));
  EXPECT_EQ(parse_sitemap("<feed><link href='http://h/self'/><entry><link rel=\"alternate\" "
                          "href='http://h/e?a=1&amp;b=2'/><link rel='edit' href='http://h/x'/>"
                          "</entry></feed>",
                          9)
                .locs,
            (Locs{"http://h/e?a=1&b=2"}));
  EXPECT_EQ(parse_sitemap("\xEF\xBB\xBFhttp://h/1\r\n\r\n# no\nhttps://h/2", 9).locs,
            (Locs{"http://h/1", "https://h/2"}));
}

TEST(SitemapFile, ExpandsNothingAndIncludesNothing) {
  EXPECT_TRUE(parse_sitemap("<?xml version='1.0'?><!DOCTYPE u [<!ENTITY x SYSTEM "
                            "'file:///etc/passwd'>]><urlset><url><loc>http://h/&x;</loc></url>",
                            9)
                  .locs.empty());
  EXPECT_TRUE(parse_sitemap("<!DOCTYPE lolz [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]><urlset><url>"
                            "<loc>http://h/&b;</loc></url></urlset>",
                            9)
                  .locs.empty());
  EXPECT_EQ(parse_sitemap("<urlset><loc>http://h/&lol;</loc></urlset>", 9).locs,
            Locs{"http://h/&lol;"});
}

TEST(SitemapFile, IsBoundedAndEndsOnAnyBytes) {
  std::string many = "<urlset>";
  for (int i = 0; i < 1000; ++i)
    many += "<loc>http://h/" + std::to_string(i) + "</loc>";
  EXPECT_EQ(parse_sitemap(many, 10).locs.size(), 10U);
  EXPECT_TRUE(
      parse_sitemap("<urlset><loc>http://h/" + std::string(5000, 'x') + "</loc>", 9).locs.empty());
  for (char const *text : {"<", "<!--", "<?", "<![CDATA[", "<loc", "<loc>", "</", "<a b='", ""}) {
    EXPECT_TRUE(parse_sitemap(text, 9).locs.empty()) << text;
  }
}

std::string gzipped(std::string in) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(static_cast<uLong>(in.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef *>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

class Sitemaps : public testing::Test {
 protected:
  /// The pages that are found, as text.
  Locs pages(SitemapLimits const &limits = {}) {
    FrozenClock const clock(UtcTime{});
    test::FakePacer pacer;
    Politeness politeness(std::chrono::milliseconds(0), pacer, clock);
    SiteBook book(pacer);
    SiteAccess access(m_web, politeness, book);
    Url const site = *Url::parse("http://www.example.cn/");
    access.may_fetch(site, {});
    Locs out;
    for (Url const &page : sitemap_pages(access, site, {}, limits).pages)
      out.push_back(page.href());
    return out;
  }
  void put(char const *path, std::string body) {
    m_web.put("http://www.example.cn" + std::string(path), 200, std::move(body), {});
  }
  test::FakeWeb m_web;
};

TEST_F(Sitemaps, AreUnpackedAndKeptToTheSite) {
  put("/robots.txt", "Sitemap: /map.xml.gz\nSitemap: http://other.example/map.xml\n");
  put("/map.xml.gz", gzipped("<urlset><loc>http://www.example.cn/a;jsessionid=1</loc>"
                             "<loc>http://m.example.cn/b</loc><loc>ftp://www.example.cn/c</loc>"
                             "<loc>http://www.example.cn/a</loc></urlset>"));
  EXPECT_EQ(pages(), (Locs{"http://www.example.cn/a", "http://m.example.cn/b"}));
  for (std::string const &asked : m_web.asked)
    EXPECT_EQ(asked.find("other.example"), std::string::npos);
}

TEST_F(Sitemaps, LoopsAndEndlessIndexesEnd) {
  put("/robots.txt", "Sitemap: /0.xml\n");
  for (int i = 0; i < 200; ++i) {
    std::string const next = std::to_string(i + 1);
    put(("/" + std::to_string(i) + ".xml").c_str(),
        "<sitemapindex><loc>/0.xml</loc><loc>/" + next + ".xml</loc></sitemapindex>");
  }
  EXPECT_TRUE(pages().empty());
  EXPECT_EQ(m_web.asked.size(), 1U + 4U);  // robots.txt, and one file for each depth from 0 to 3
}

TEST_F(Sitemaps, AreBoundedInFilesPagesAndBytes) {
  put("/robots.txt", "Sitemap: /index.xml\n");
  std::string index = "<sitemapindex>";
  for (int i = 0; i < 100; ++i) {
    index += "<loc>/m" + std::to_string(i) + ".xml</loc>";
    put(("/m" + std::to_string(i) + ".xml").c_str(),
        "<urlset><loc>http://www.example.cn/p" + std::to_string(i) + "</loc></urlset>");
  }
  put("/index.xml", index);
  SitemapLimits limits;
  limits.files = 11;
  EXPECT_EQ(pages(limits).size(), 10U);
  limits = {};
  limits.pages = 7;
  EXPECT_EQ(pages(limits).size(), 7U);
  limits = {};
  limits.wire_bytes = 3000;
  EXPECT_LT(pages(limits).size(), 50U);
  put("/robots.txt", "Sitemap: /bomb.xml.gz\n");
  put("/bomb.xml.gz",
      gzipped("<urlset><loc>http://www.example.cn/x</loc>" + std::string(8'000'000, ' ')));
  EXPECT_TRUE(pages().empty());
}

}  // namespace
}  // namespace wza::web
