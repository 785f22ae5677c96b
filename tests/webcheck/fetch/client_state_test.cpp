// SPDX-License-Identifier: Apache-2.0
// What a client knows of earlier answers and of the way: cookies, validators, logins, proxies.
#include "tests/support/http_peer.h"
#include "webcheck/fetch/client.h"
#include "webcheck/fetch/redirects.h"

#include <gtest/gtest.h>

#include <mutex>
#include <string>

namespace wza::web {
namespace {

using std::chrono::milliseconds;
using test::answer;
using test::HttpPeer;
using test::PeerRequest;

FetchOptions quick() {
  FetchOptions options;
  options.named_hosts = {"127.0.0.1", "localhost"};
  options.total = milliseconds(5000);
  return options;
}

std::string field(PeerRequest const &r, char const *name) {
  auto const at = r.headers.find(name);
  return at == r.headers.end() ? std::string() : at->second;
}

TEST(ClientState, ARedirectToItselfThatSetsACookieEndsWell) {
  HttpPeer peer([](PeerRequest const &r) {
    if (field(r, "cookie") == "seen=1") return test::html("in");
    return answer(302, "Location: " + r.target + "\r\nSet-Cookie: seen=1\r\n", "");
  });
  Client client(quick());
  Result<Followed> const page = get_following(client, *Url::parse(peer.url("/a")), kPageRedirects);
  ASSERT_TRUE(page) << page.problem().in(Lang::en);
  EXPECT_EQ(page->response.body, "in");
}

TEST(ClientState, ACookieThatIsAlwaysNewEndsAtTheLimit) {
  int count = 0;
  HttpPeer peer([&](PeerRequest const &) {
    return answer(302, "Location: /\r\nSet-Cookie: n=" + std::to_string(++count) + "\r\n", "");
  });
  Client client(quick());
  Result<Followed> const page = get_following(client, *Url::parse(peer.url("/")), 5);
  ASSERT_FALSE(page);
  EXPECT_NE(page.problem().reason.en.find("more than 5"), std::string::npos);
}

TEST(ClientState, ClientsOfOneRunShareTheirCookies) {
  HttpPeer peer([](PeerRequest const &r) {
    if (r.target == "/set") return answer(200, "Set-Cookie: k=v; Path=/\r\n", "");
    return test::html(field(r, "cookie"));
  });
  FetchOptions options = quick();
  options.cookies = std::make_shared<CookieStore>();
  Client one(options), two(options);
  Result<Response> const set = one.get(*Url::parse(peer.url("/set")));
  ASSERT_TRUE(set);
  EXPECT_TRUE(set->cookie_set);
  EXPECT_EQ(two.get(*Url::parse(peer.url("/")))->body, "k=v");
  Client stranger(quick());
  EXPECT_EQ(stranger.get(*Url::parse(peer.url("/")))->body, "");
}

TEST(ClientState, AsksWithValidatorsAndTellsThatNothingChanged) {
  HttpPeer peer([](PeerRequest const &r) {
    bool const same = field(r, "if-none-match") == "\"v1\"" &&
                      field(r, "if-modified-since") == "Sun, 01 Mar 2026 08:00:00 GMT";
    if (same) return answer(304, "ETag: \"v1\"\r\n", "");
    return answer(200,
                  "ETag: \"v1\"\r\nLast-Modified: Sun, 01 Mar 2026 08:00:00 GMT\r\n"
                  "Content-Type: text/html\r\n",
                  "<p>x");
  });
  Client client(quick());
  Url const url = *Url::parse(peer.url("/"));
  Result<Response> const first = client.get(url);
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->not_modified());
  FetchRequest request{url};
  request.known = first->validators();
  Result<Response> const again = client.send(request);
  ASSERT_TRUE(again) << again.problem().in(Lang::en);
  EXPECT_TRUE(again->not_modified());
  EXPECT_EQ(peer.connections(), 1);
}

TEST(ClientState, A304Or206ThatWasNotAskedForIsNoPage) {
  HttpPeer peer([](PeerRequest const &r) {
    return answer(r.target == "/304" ? 304 : 206, "", r.target == "/304" ? "" : "half a page");
  });
  Client client(quick());
  for (char const *path : {"/304", "/206"}) {
    Result<Response> const page = client.get(*Url::parse(peer.url(path)));
    ASSERT_FALSE(page) << path;
    EXPECT_EQ(page.problem().code, ProblemCode::unreadable);
    EXPECT_NE(page.problem().reason.en.find("not asked for"), std::string::npos);
  }
}

TEST(ClientState, ReadsNoMoreThanIsEnough) {
  HttpPeer peer([](PeerRequest const &) { return answer(200, "", std::string(900'000, 'a')); });
  Client client(quick());
  FetchRequest request{*Url::parse(peer.url("/robots.txt"))};
  request.enough = 1000;
  Result<Response> const page = client.send(request);
  ASSERT_TRUE(page) << page.problem().in(Lang::en);
  EXPECT_EQ(page->body.size(), 1000U);
  EXPECT_TRUE(page->truncated);
}

TEST(ClientState, ALoginGoesToItsOriginAlone) {
  HttpPeer other([](PeerRequest const &r) { return test::html(field(r, "authorization")); });
  HttpPeer peer([&](PeerRequest const &r) {
    if (r.target == "/away") return test::redirect(302, other.url("/"));
    return test::html(field(r, "authorization"));
  });
  FetchOptions options = quick();
  options.authorization.emplace(Url::parse(peer.url("/"))->origin(), Secret("Basic eDp5"));
  Client client(options);
  EXPECT_EQ(client.get(*Url::parse(peer.url("/")))->body, "Basic eDp5");
  Result<Followed> const away = get_following(client, *Url::parse(peer.url("/away")), 3);
  ASSERT_TRUE(away);
  EXPECT_EQ(away->response.body, "");
}

TEST(ClientState, AProxyIsAskedForPlainPagesWithTheWholeAddress) {
  HttpPeer proxy([](PeerRequest const &r) {
    return test::html(r.target + " " + field(r, "host") + " " + field(r, "proxy-authorization"));
  });
  FetchOptions options = quick();
  options.proxies.for_http = *parse_proxy("http://u:p@127.0.0.1:" + std::to_string(proxy.port()));
  options.named_hosts.clear();
  Client client(options);
  Result<Response> const page = client.get(*Url::parse("http://h.example/a?b=1#c"));
  ASSERT_TRUE(page) << page.problem().in(Lang::en);
  EXPECT_EQ(page->body, "http://h.example/a?b=1 h.example Basic dTpw");
  // Behind a proxy only what is written down can be judged.
  for (char const *url : {"http://127.0.0.1/", "http://[::1]/", "http://localhost/",
                          "http://0x7f.1/", "http://a.localhost/"}) {
    Result<Response> const refused = client.get(*Url::parse(url));
    ASSERT_FALSE(refused) << url;
    EXPECT_EQ(refused.problem().code, ProblemCode::forbidden) << url;
  }
  EXPECT_EQ(proxy.targets().size(), 1U);
}

TEST(ClientState, AProxyOpensATunnelForHttps) {
  HttpPeer proxy([](PeerRequest const &) { return answer(407, "", ""); });
  FetchOptions options = quick();
  options.proxies.for_https = *parse_proxy("127.0.0.1:" + std::to_string(proxy.port()));
  Client client(options);
  Result<Response> const page = client.get(*Url::parse("https://h.example/"));
  ASSERT_FALSE(page);
  EXPECT_NE(page.problem().reason.en.find("proxy refused"), std::string::npos);
  EXPECT_EQ(proxy.targets(), std::vector<std::string>{"h.example:443"});
}

TEST(ClientState, PrivateAddressesAreOpenWhereTheUserAllowsThem) {
  HttpPeer peer([](PeerRequest const &) { return test::html("office"); });
  FetchOptions options = quick();
  options.named_hosts.clear();
  options.allow_private = true;
  Client client(options);
  Result<Response> const page = client.get(*Url::parse(peer.url("/")));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->body, "office");
}

TEST(ClientState, WhatComesTooSlowlyIsLeft) {
  HttpPeer peer([](PeerRequest const &) {
    test::PeerAnswer out;
    out.pieces = {{"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", milliseconds(0)}};
    for (int i = 0; i < 100; ++i)
      out.pieces.push_back({"xxxxxxxxx", milliseconds(20)});
    return out;
  });
  FetchOptions options = quick();
  options.slow_after = milliseconds(100);
  options.min_rate = 10'000;
  Client client(options);
  Result<Response> const page = client.get(*Url::parse(peer.url("/")));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.problem().code, ProblemCode::timed_out);
  EXPECT_NE(page.problem().reason.en.find("10000 bytes a second"), std::string::npos);
}

}  // namespace
}  // namespace wza::web
