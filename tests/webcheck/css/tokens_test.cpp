// SPDX-License-Identifier: Apache-2.0
#include "webcheck/css/tokens.h"

#include <gtest/gtest.h>

namespace wza::web::css {
namespace {

/// One word a token: its kind's letter and what it says.
std::string read(std::string_view source) {
  static constexpr std::string_view kLetters[]{
      "i", "f",    "@",   "#", "s", "bad-string", "u", "bad-url", "d", "n", "%", "dim",
      "_", "<!--", "-->", ":", ";", ",",          "[", "]",       "(", ")", "{", "}"};
  StringPool pool;
  std::string out;
  for (Token const &t : tokenize(source, pool)) {
    if (!out.empty()) out += ' ';
    out += kLetters[static_cast<std::size_t>(t.kind)];
    if (!t.text.empty()) out.append("=").append(t.text);
    bool const number =
        t.is(TokenKind::number) || t.is(TokenKind::percentage) || t.is(TokenKind::dimension);
    if (number) out += "=" + std::to_string(t.number).substr(0, 5);
  }
  return out;
}

struct Case {
  std::string_view source, expected;
};

TEST(CssTokens, FollowTheStandard) {
  Case const cases[]{
      {"", ""},
      {"a-b --c -d", "i=a-b _ i=--c _ i=-d"},
      {"a/*x*/b/*", "i=a i=b"},
      {"\\31 23 \\2014x", "i=123 _ i=\xE2\x80\x94x"},
      {"\\110000 \\d800 \\0", "i=\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"'a\\'b' \"c\\\nd\"", "s=a'b _ s=cd"},
      {"'open", "s=open"},
      {"'bro\nken'", "bad-string _ i=ken s"},
      {"url(a.png) url( 'b' ) URL(\tc )", "u=a.png _ f=url _ s=b _ ) _ u=c"},
      {"url(a b)c url(a'b)", "bad-url i=c _ bad-url"},
      {"url(a\\)b)", "u=a)b"},
      {"#1a #a #", "#=1a _ #=a _ d=#"},
      {"1 +2 -.5 1e3 1.5em 50% 1e 1-2",
       "n=1.000 _ n=2.000 _ n=-0.50 _ n=1000. _ dim=em=1.500 _ "
       "%=50.00 _ dim=e=1.000 _ n=1.000 n=-2.00"},
      {"1.2.3", "n=1.200 n=0.300"},
      {"@media @-x @", "@=media _ @=-x _ d=@"},
      {"<!-- --> <!-", "<!-- _ --> _ d=< d=! d=-"},
      {"a:b;c,[]{}()", "i=a : i=b ; i=c , [ ] { } ( )"},
      {"\xE6\x97\xA0\xE9\x9A\x9C {", "i=\xE6\x97\xA0\xE9\x9A\x9C _ {"},
      {"\\", "i=\xEF\xBF\xBD"},
      {"\\\na", "d=\\ _ i=a"},
      {"f( -a(", "f=f _ f=-a"},
  };
  for (Case const &c : cases)
    EXPECT_EQ(read(c.source), c.expected) << c.source;
}

TEST(CssTokens, LinkBlocksAsTheStandardConsumesThem) {
  StringPool pool;
  auto const tokens = tokenize("a{b(c}d)e}f", pool);
  TokenSpan const all(tokens);
  // The curly bracket within the function is an ordinary value.
  EXPECT_EQ(block_content(all, 1).size(), 6u);
  EXPECT_EQ(all[next_component(all, 1)].text, "f");
  auto const open = tokenize("a{b(c}", pool);
  EXPECT_EQ(next_component(open, 1), open.size());
  EXPECT_EQ(block_content(open, 1).size(), 3u);
}

TEST(CssTokens, TakeAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 256; ++i)
    bytes.push_back(static_cast<char>(i));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    StringPool pool;
    std::string const rotated = bytes.substr(i) + bytes.substr(0, i);
    auto const tokens = tokenize(rotated, pool);
    ASSERT_FALSE(tokens.empty());
    EXPECT_EQ(tokens.back().end, rotated.size());
  }
}

}  // namespace
}  // namespace wza::web::css
