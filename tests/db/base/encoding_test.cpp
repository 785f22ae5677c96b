// SPDX-License-Identifier: Apache-2.0
#include "db/base/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace wza {
namespace {

// "无障碍" and "坡道" in GBK.
constexpr std::string_view kGbk = "\xCE\xDE\xD5\xCF\xB0\xAD";
constexpr std::string_view kGbkText = "\xCE\xDE\xD5\xCF\xB0\xAD\xC6\xC2\xB5\xC0";

std::string page(std::string_view head, std::string_view body) {
  std::string out = "<html><head>";
  out.append(head).append("</head><body>").append(body).append("</body></html>");
  return out;
}

TEST(CharsetLabels, are_known_by_all_their_names) {
  EXPECT_EQ(charset_of_label("GB2312"), "gbk");
  EXPECT_EQ(charset_of_label(" gbk\t"), "gbk");
  EXPECT_EQ(charset_of_label("gb18030"), "gb18030");
  EXPECT_EQ(charset_of_label("UTF8"), "utf-8");
  EXPECT_EQ(charset_of_label("iso-8859-1"), "windows-1252");
  EXPECT_EQ(charset_of_label("Big5-HKSCS"), "big5");
  EXPECT_EQ(charset_of_label("unicode"), "utf-16le");
  EXPECT_EQ(charset_of_label("hz-gb-2312"), "replacement");
  EXPECT_FALSE(charset_of_label(""));
  EXPECT_FALSE(charset_of_label("utf-9"));
  EXPECT_FALSE(charset_of_label("utf-8 utf8"));
}

TEST(CharsetLabels, each_have_a_converter) {
  for (std::string_view const label :
       {"866",      "latin2",      "latin3",         "latin4",         "cyrillic",  "arabic",
        "greek",    "hebrew",      "logical",        "latin6",         "iso885913", "iso885914",
        "l9",       "iso-8859-16", "koi8",           "koi8-u",         "mac",       "tis-620",
        "cp1250",   "cp1251",      "ascii",          "cp1253",         "latin5",    "cp1255",
        "cp1256",   "cp1257",      "cp1258",         "x-mac-cyrillic", "chinese",   "gb18030",
        "big5",     "euc-jp",      "iso-2022-jp",    "sjis",           "korean",    "iso-2022-kr",
        "utf-16be", "utf-16",      "x-user-defined", "utf-8"}) {
    auto const charset = charset_of_label(label);
    ASSERT_TRUE(charset) << label;
    EXPECT_TRUE(decode_as("a", *charset)) << label;
  }
}

TEST(Decoding, reads_gbk_as_browsers_do) {
  EXPECT_EQ(decode_as(kGbk, "gbk")->utf8, "无障碍");
  EXPECT_EQ(decode_as("\xA3\xA0", "gbk")->utf8, "\xE3\x80\x80");      // U+3000, not U+E5E5
  EXPECT_EQ(decode_as("\xA6\xD9", "gb18030")->utf8, "\xEF\xB8\x90");  // U+FE10
  EXPECT_EQ(decode_as("\xFE\x59\xFE\xA0", "gbk")->utf8, "\xE9\xBE\xB4\xE9\xBE\xBB");
  EXPECT_EQ(decode_as("\x80", "gbk")->utf8, "€");
  EXPECT_EQ(decode_as("\x81\x30\x81\x30", "gb18030")->utf8, "\xC2\x80");
  EXPECT_EQ(decode_as("\x95\x32\x82\x36", "gb18030")->utf8, "𠀀");
}

TEST(Decoding, reads_other_charsets) {
  EXPECT_EQ(decode_as("\xB5\x4C\xBB\xD9\xC3\xAA", "big5")->utf8, "無障礙");
  EXPECT_EQ(decode_as(std::string_view("\xE0\x65\x9C\x96", 4), "utf-16le")->utf8, "无障");
  EXPECT_EQ(decode_as(std::string_view("\x65\xE0\x96\x9C", 4), "utf-16be")->utf8, "无障");
  EXPECT_EQ(decode_as("\x80\xE9", "windows-1252")->utf8, "€é");
  EXPECT_EQ(decode_as("\xA4\xAA", "iso-8859-16")->utf8, "€Ș");
  EXPECT_EQ(decode_as("\x41\x80", "x-user-defined")->utf8, "A\xEF\x9E\x80");
}

TEST(Decoding, counts_what_it_replaces) {
  Converted const gbk = *decode_as(
      "a\xCE\xDE\xFF"
      "b",
      "gbk");
  EXPECT_EQ(gbk.utf8,
            "a无\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(gbk.replaced, 1U);
  Converted const utf8 = *decode_as(
      "a\xE4\xB8"
      "b\xEF\xBF\xBD",
      "utf-8");
  EXPECT_EQ(utf8.utf8,
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(utf8.replaced, 1U);
  EXPECT_EQ(decode_as("whatever", "replacement")->utf8, "\xEF\xBF\xBD");
  EXPECT_FALSE(decode_as("a", "no-such-charset"));
}

TEST(MetaPrescan, finds_both_forms_of_declaration) {
  EXPECT_EQ(prescan_meta("<meta charset=gb2312>")->charset, "gbk");
  EXPECT_EQ(prescan_meta("<meta charset=gb2312>")->label, "gb2312");
  EXPECT_EQ(
      prescan_meta("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=GBK'>")->charset,
      "gbk");
  EXPECT_EQ(prescan_meta("<meta content=\"text/html; charset = 'big5'\" http-equiv=content-type />")
                ->charset,
            "big5");
  EXPECT_EQ(prescan_meta("<title>x</title><p charset=big5><meta/charset=utf8>")->charset, "utf-8");
}

TEST(MetaPrescan, passes_over_what_is_no_declaration) {
  EXPECT_FALSE(prescan_meta("<!-- <meta charset=gbk> -->"));
  EXPECT_FALSE(prescan_meta("<metal charset=gbk>"));
  EXPECT_FALSE(prescan_meta("<meta content='text/html; charset=gbk'>"));  // without http-equiv
  EXPECT_FALSE(prescan_meta("<meta charset=nonsense>"));
  EXPECT_FALSE(prescan_meta("<p title='<meta charset=gbk>'>"));
  EXPECT_FALSE(prescan_meta("<? <meta charset=gbk ?>"));
  EXPECT_FALSE(prescan_meta(std::string(1024, ' ') + "<meta charset=gbk>"));
  EXPECT_FALSE(prescan_meta("<meta charset=gb"));
}

TEST(MetaPrescan, ends_a_comment_where_the_standard_does) {
  EXPECT_EQ(prescan_meta("<!--><meta charset=gbk>")->charset, "gbk");
}

TEST(MetaPrescan, reads_utf_16_as_utf_8_and_knows_xml_declarations) {
  EXPECT_EQ(prescan_meta("<meta charset=utf-16>")->charset, "utf-8");
  EXPECT_EQ(prescan_meta("<?xml version='1.0' encoding=\"gb2312\"?><html>")->charset, "gbk");
  EXPECT_EQ(prescan_meta(std::string_view("<\0?\0x\0", 6))->charset, "utf-16le");
}

TEST(ContentType, has_a_charset_with_or_without_quotes) {
  EXPECT_EQ(charset_in_content_type("text/html; charset=GB2312"), "GB2312");
  EXPECT_EQ(charset_in_content_type("text/html;charset=\"utf-8\"; x=y"), "utf-8");
  EXPECT_EQ(charset_in_content_type("text/html"), "");
}

TEST(PageCharset, is_decided_by_bom_then_http_then_meta) {
  Decoded const bom = decode_page("\xEF\xBB\xBF<meta charset=gbk>", "big5");
  EXPECT_EQ(bom.step, CharsetStep::bom);
  EXPECT_EQ(bom.charset, "utf-8");
  EXPECT_EQ(bom.utf8, "<meta charset=gbk>");
  EXPECT_TRUE(bom.contradicted);

  Decoded const http = decode_page(page("<meta charset=utf-8>", kGbkText), "gb2312");
  EXPECT_EQ(http.step, CharsetStep::http);
  EXPECT_EQ(http.charset, "gbk");
  EXPECT_EQ(http.declared, "gb2312");
  EXPECT_FALSE(http.contradicted);

  Decoded const meta = decode_page(page("<meta charset=gb2312>", kGbkText), "nonsense");
  EXPECT_EQ(meta.step, CharsetStep::meta);
  EXPECT_EQ(meta.charset, "gbk");
  EXPECT_NE(meta.utf8.find("无障碍坡道"), std::string::npos);
  EXPECT_EQ(meta.replaced, 0U);
}

TEST(PageCharset, is_utf_8_where_nothing_is_declared_and_the_bytes_are) {
  Decoded const page = decode_page("<p>无障碍");
  EXPECT_EQ(page.step, CharsetStep::utf8);
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_TRUE(page.declared.empty());
}

std::string long_gbk() {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += kGbkText;
  return text;
}

TEST(PageCharset, is_detected_where_nothing_is_declared) {
  Decoded const gbk = decode_page(page("", long_gbk()));
  EXPECT_EQ(gbk.charset, "gb18030");
  EXPECT_EQ(gbk.step, CharsetStep::detector);
  EXPECT_NE(gbk.utf8.find("无障碍坡道"), std::string::npos);
}

TEST(PageCharset, falls_back_to_gb18030_for_what_nobody_can_tell) {
  Decoded const junk = decode_page(std::string_view("\xFF\xFE\xFF\x00\x81", 5).substr(2));
  EXPECT_TRUE(is_utf8(junk.utf8));
  Decoded const empty = decode_page("");
  EXPECT_EQ(empty.charset, "utf-8");
  EXPECT_EQ(empty.utf8, "");
}

TEST(PageCharset, does_not_believe_utf_8_of_a_gbk_page_and_says_so) {
  Decoded const http = decode_page(page("", long_gbk()), "utf-8");
  EXPECT_EQ(http.charset, "gb18030");
  EXPECT_EQ(http.declared, "utf-8");
  EXPECT_TRUE(http.contradicted);
  EXPECT_EQ(http.replaced, 0U);
  EXPECT_NE(http.utf8.find("无障碍"), std::string::npos);
}

TEST(PageCharset, does_not_believe_gbk_of_a_utf_8_page_and_says_so) {
  Decoded const meta = decode_page("<meta charset=gb2312><p>轮椅坡道和盲道");
  EXPECT_EQ(meta.charset, "utf-8");
  EXPECT_EQ(meta.declared, "gb2312");
  EXPECT_TRUE(meta.contradicted);
  EXPECT_EQ(meta.step, CharsetStep::utf8);
}

TEST(PageCharset, stays_utf_8_with_a_few_broken_characters) {
  Decoded const page = decode_page("<meta charset=utf-8><p>轮椅坡道和盲道\xE4\xB8<p>");
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_FALSE(page.contradicted);
  EXPECT_EQ(page.replaced, 1U);
}

}  // namespace
}  // namespace wza
