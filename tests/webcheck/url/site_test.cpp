// SPDX-License-Identifier: Apache-2.0
#include "webcheck/url/site.h"

#include <gtest/gtest.h>

namespace wza::web {
namespace {

Url url(char const *text) {
  return *Url::parse(text);
}

TEST(Site, RegistrableDomainKnowsThePublicSuffixes) {
  EXPECT_EQ(registrable_domain("www.zfgb.example.gov.cn"), "example.gov.cn");
  EXPECT_EQ(registrable_domain("www.example.com"), "example.com");
  EXPECT_EQ(registrable_domain("gov.cn"), "gov.cn");
  EXPECT_EQ(registrable_domain("127.0.0.1"), "127.0.0.1");
  EXPECT_EQ(registrable_domain("[::1]"), "[::1]");
}

TEST(Site, HostScopeTakesBothSchemesButNoOtherPortOrHost) {
  Scope scope(ScopeKind::host);
  scope.add(url("http://www.example.gov.cn/"));
  EXPECT_TRUE(scope.contains(url("https://www.example.gov.cn/a")));
  EXPECT_FALSE(scope.contains(url("http://www.example.gov.cn:8080/")));
  EXPECT_FALSE(scope.contains(url("http://zfgb.example.gov.cn/")));
  EXPECT_FALSE(scope.contains(url("ftp://www.example.gov.cn/")));
}

TEST(Site, DomainScopeTakesTheSubdomainsButNoNeighbour) {
  Scope scope(ScopeKind::domain);
  scope.add(url("http://www.example.gov.cn/"));
  EXPECT_TRUE(scope.contains(url("http://zfgb.example.gov.cn/")));
  EXPECT_FALSE(scope.contains(url("http://other.gov.cn/")));
}

}  // namespace
}  // namespace wza::web
