// SPDX-License-Identifier: Apache-2.0
#include "audit/http/request.h"

#include "audit/http/server.h"

#include <gtest/gtest.h>

namespace wza::audit {
namespace {

TEST(HttpRequest, AQueryIsDecodedAndWrittenBack) {
  Query const query = Query::parse("a=1&b=%E4%B8%AD+x&&c&b=2&d=%zz");
  EXPECT_EQ(query.get("a"), "1");
  EXPECT_EQ(query.get("b"), "中 x");
  EXPECT_FALSE(query.has("c"));
  EXPECT_EQ(query.get("d"), "%zz");
  EXPECT_EQ(query.with("a", "").with("b", "&=").with("d", "").str(), "?b=%26%3D");
}

TEST(HttpRequest, BytesThatAreNoTextAreNobodysFilter) {
  EXPECT_FALSE(Query::parse("text=%FF%FE").has("text"));
}

TEST(HttpRequest, ATargetIsSplitIntoPathAndQuery) {
  Request request;
  request.set_target("/a%20b+c?x=1#y");
  EXPECT_EQ(request.path, "/a b+c");
  EXPECT_EQ(request.query.get("x"), "1");
}

TEST(HttpRequest, ACookieIsFoundAmongOthers) {
  Request request;
  request.cookie = "a=1; wza_lang=en;b=2";
  EXPECT_EQ(request.cookie_value("wza_lang"), "en");
  EXPECT_EQ(request.cookie_value("lang"), std::nullopt);
}

TEST(HttpEndpoint, ReadsAddressesAndPorts) {
  EXPECT_EQ(Endpoint::parse("127.0.0.1:81")->port, 81);
  EXPECT_EQ(Endpoint::parse("[::1]:82")->address, "::1");
  EXPECT_EQ(Endpoint::parse("localhost:83")->address, "127.0.0.1");
  EXPECT_EQ(Endpoint::parse(":84")->address, "127.0.0.1");
  EXPECT_EQ(Endpoint::parse("85")->port, 85);
  EXPECT_FALSE(Endpoint::parse("here:80"));
  EXPECT_FALSE(Endpoint::parse("127.0.0.1:80000"));
  EXPECT_FALSE(Endpoint::parse("127.0.0.1:"));
}

}  // namespace
}  // namespace wza::audit
