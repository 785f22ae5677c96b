// SPDX-License-Identifier: Apache-2.0
#include "webcheck/crawl/login.h"

#include "tests/support/http_peer.h"
#include "tests/support/temp_tracker.h"
#include "webcheck/fetch/client.h"

#include <gtest/gtest.h>

#include <fstream>

namespace wza::web {
namespace {

using test::HttpPeer;
using test::PeerRequest;

Result<std::vector<SiteLogin>> read(std::string const &text, int mode = 0600) {
  TempDir const dir;
  auto const path = dir.path() / "logins.json";
  std::ofstream(path) << text;
  std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
  return read_logins(path);
}

TEST(Login, SettingsAreReadFromAFileOfTheUsersOwn) {
  std::string const text =
      R"({"logins":[{"site":"https://a.example/x","user":"u","password":"p"},
      {"site":"http://b.example","page":"http://b.example/in","fields":{"n":"v"}}]})";
  auto const logins = read(text);
  ASSERT_TRUE(logins) << logins.problem().in(Lang::en);
  ASSERT_EQ(logins->size(), 2U);
  EXPECT_EQ((*logins)[0].origin, "https://a.example");
  EXPECT_EQ((*logins)[0].basic.reveal(), "Basic dTpw");
  EXPECT_EQ((*logins)[1].page->href(), "http://b.example/in");
  for (int mode : {0640, 0604, 0644, 0620}) {
    auto const open = read(text, mode);
    ASSERT_FALSE(open) << mode;
    EXPECT_NE(open.problem().remedy.en.find("chmod 600"), std::string::npos);
  }
}

TEST(Login, WhatIsNoSettingsIsRefusedWithoutBeingRepeated) {
  for (char const *text :
       {"", "secret", "[]", R"({"logins":[{"site":"secret"}]})",
        R"({"logins":[{"site":"http://a/","user":7,"password":"secret"}]})",
        R"({"logins":[{"site":"http://a/","page":"http://other/","fields":{"p":"secret"}}]})"}) {
    auto const logins = read(text);
    ASSERT_FALSE(logins) << text;
    EXPECT_EQ(logins.problem().in(Lang::en).find("secret"), std::string::npos) << text;
  }
}

/// A site with a form that wants a token and the password "p&q"; the pages behind it want a cookie.
test::PeerAnswer guarded(PeerRequest const &r) {
  auto const cookie = r.headers.find("cookie");
  bool const in = cookie != r.headers.end() && cookie->second.find("in=1") != std::string::npos;
  std::string const form =
      "<form method=post action=/enter><input type=hidden name=token value='a b'>"
      "<input name=user><input type=password name=pw></form>";
  if (r.target == "/login") return test::answer(200, "Set-Cookie: visitor=1\r\n", form);
  if (r.target == "/enter") {
    bool const right = r.method == "POST" && r.body == "token=a+b&pw=p%26q&user=u";
    return test::answer(
        302, right ? "Location: /home\r\nSet-Cookie: in=1; Path=/\r\n" : "Location: /login\r\n",
        "");
  }
  return in ? test::html("<p>inside") : test::redirect(302, "/login");
}

TEST(Login, AFormIsFilledInWithItsHiddenFields) {
  HttpPeer const peer(guarded);
  FetchOptions options;
  options.named_hosts = {"127.0.0.1"};
  Client client(options);
  SiteLogin login;
  login.page = Url::parse(peer.url("/login"));
  login.origin = login.page->origin();
  login.fields = {{"pw", Secret("p&q")}, {"user", Secret("u")}};
  std::optional<Problem> const problem = log_in(client, login);
  EXPECT_FALSE(problem) << problem->in(Lang::en);
  EXPECT_EQ(client.get(*Url::parse(peer.url("/page")))->body, "<p>inside");
}

TEST(Login, AWrongPasswordAndAForeignFormAreTold) {
  HttpPeer const peer([](PeerRequest const &r) {
    if (r.target == "/away") {
      return test::html("<form action=http://evil.example/><input type=password></form>");
    }
    return r.target == "/none" ? test::html("<p>no form") : guarded(r);
  });
  FetchOptions options;
  options.named_hosts = {"127.0.0.1"};
  Client client(options);
  for (auto const &[path, words] :
       {std::pair{"/login", "did not work"}, {"/away", "another site"}, {"/none", "no form"}}) {
    SiteLogin login;
    login.page = Url::parse(peer.url(path));
    login.origin = login.page->origin();
    login.fields = {{"pw", Secret("wrong-secret")}};
    std::optional<Problem> const problem = log_in(client, login);
    ASSERT_TRUE(problem) << path;
    EXPECT_NE(problem->reason.en.find(words), std::string::npos) << problem->reason.en;
    EXPECT_EQ(problem->in(Lang::en).find("wrong-secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace wza::web
