// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/proxy.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace wza::web {
namespace {

using Variables = std::map<std::string, std::string>;

Result<Proxies> of(Variables const &variables) {
  return proxies_of([&](std::string const &name) {
    auto const at = variables.find(name);
    return at == variables.end() ? std::string() : at->second;
  });
}

std::string way(Proxies const &proxies, char const *url) {
  std::optional<Url> const proxy = proxies.of(*Url::parse(url));
  return proxy ? proxy->href() : "direct";
}

TEST(Proxies, AreReadFromTheEnvironmentAsCurlDoes) {
  auto const proxies =
      of({{"http_proxy", "p.example:3128"}, {"HTTPS_PROXY", "http://u:a%40b@q.example:8080"}});
  ASSERT_TRUE(proxies);
  EXPECT_EQ(way(*proxies, "http://h/"), "http://p.example:3128/");
  EXPECT_EQ(way(*proxies, "https://h/"), "http://u:a%40b@q.example:8080/");
  EXPECT_EQ(proxy_authorization(*proxies->for_https), "Basic dTphQGI=");
  auto const upper = of({{"HTTP_PROXY", "p:1"}});
  EXPECT_EQ(way(*upper, "http://h/"), "direct");
  auto const all = of({{"ALL_PROXY", "p"}});
  EXPECT_EQ(way(*all, "https://h/"), "http://p:1080/");
  EXPECT_EQ(way(*of({{"http_proxy", "http://p:80"}}), "http://h/"), "http://p/");
}

TEST(Proxies, NoProxyNamesHostsAddressesAndBlocks) {
  auto const proxies = of(
      {{"http_proxy", "p:1"}, {"no_proxy", "localhost, .example.cn 10.0.0.0/8,[::1],192.168.1.9"}});
  ASSERT_TRUE(proxies);
  for (char const *url : {"http://localhost/", "http://example.cn/", "http://a.b.Example.CN:81/",
                          "http://10.250.3.4/", "http://[::1]/", "http://192.168.1.9/"}) {
    EXPECT_EQ(way(*proxies, url), "direct") << url;
  }
  for (char const *url : {"http://badexample.cn/", "http://11.0.0.1/", "http://192.168.1.8/",
                          "http://cn/", "http://[::2]/"}) {
    EXPECT_EQ(way(*proxies, url), "http://p:1/") << url;
  }
  EXPECT_EQ(way(*of({{"http_proxy", "p:1"}, {"NO_PROXY", "*"}}), "http://h/"), "direct");
}

TEST(Proxies, OtherKindsAreRefusedWithoutTellingThePassword) {
  for (char const *text : {"socks5://u:secret@p:1", "https://u:secret@p:1", "http://", "a b"}) {
    Result<Url> const proxy = parse_proxy(text);
    ASSERT_FALSE(proxy) << text;
    EXPECT_EQ(proxy.problem().code, ProblemCode::configuration);
    EXPECT_EQ(proxy.problem().in(Lang::en).find("secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace wza::web
