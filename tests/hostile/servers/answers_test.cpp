// SPDX-License-Identifier: Apache-2.0
// The client against servers that do wrong: every request ends in time, with a name for what was
// wrong, and none goes to an address that is forbidden.
#include "tests/hostile/servers/cases.h"
#include "webcheck/fetch/client.h"
#include "webcheck/fetch/politeness.h"
#include "webcheck/fetch/redirects.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace wza::web {
namespace {

using std::chrono::milliseconds;
using test::AnswerCase;

FetchOptions quick() {
  FetchOptions options;
  options.named_hosts = {"127.0.0.1"};
  options.resolve = options.connect = options.handshake = milliseconds(2000);
  options.header = milliseconds(300);
  options.body = options.total = milliseconds(3000);
  options.slow_after = milliseconds(200);
  options.max_wire_bytes = 200'000;
  return options;
}

void expect_end(AnswerCase const &one, Result<Response> const &got) {
  SCOPED_TRACE(fmt::format("{} {}", one.kind, one.id));
  if (one.code) {
    ASSERT_FALSE(got) << "status " << got->status;
    EXPECT_EQ(key(got.problem().code), key(*one.code));
    EXPECT_NE(got.problem().reason.en.find(one.reason), std::string::npos)
        << got.problem().reason.en;
    EXPECT_FALSE(got.problem().reason.zh.empty() || got.problem().remedy.zh.empty());
  } else {
    ASSERT_TRUE(got) << got.problem().in(Lang::en);
    EXPECT_EQ(got->status, one.status);
    EXPECT_EQ(got->truncated, one.truncated);
  }
}

/// Serves the cases by their ids; all other addresses are a page.
test::HttpPeer::Handler serving(std::vector<AnswerCase> const &cases) {
  return [cases](test::PeerRequest const &r) {
    for (AnswerCase const &one : cases) {
      if (r.target.substr(1) == one.id) return one.answer;
    }
    return test::html("<p>a page");
  };
}

/// One client for all cases of a table: what one server left must not disturb the next request.
void run(std::vector<AnswerCase> const &cases) {
  test::HttpPeer const peer(serving(cases));
  Client client(quick());
  for (AnswerCase const &one : cases)
    expect_end(one, client.get(*Url::parse(peer.url("/" + std::string(one.id)))));
  Result<Response> const page = client.get(*Url::parse(peer.url("/page")));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->body, "<p>a page");
}

TEST(HostileAnswers, Connections) {
  run(test::connection_cases());
}
TEST(HostileAnswers, Messages) {
  run(test::message_cases());
}
TEST(HostileAnswers, Encodings) {
  run(test::encoding_cases());
}

TEST(HostileAnswers, RedirectsNeverReachAForbiddenAddress) {
  test::HttpPeer const office([](test::PeerRequest const &) { return test::html("secret"); });
  std::vector<AnswerCase> cases = test::redirect_cases();
  for (AnswerCase &one : cases) {
    std::string &bytes = one.answer.pieces[0].bytes;
    if (std::size_t const at = bytes.find("PORT"); at != std::string::npos) {
      bytes.replace(at, 4, std::to_string(office.port()));
    }
  }
  test::HttpPeer const peer(serving(cases));
  Client client(quick());
  for (AnswerCase const &one : cases) {
    Result<Followed> followed =
        get_following(client, *Url::parse(peer.url("/" + std::string(one.id))), kPageRedirects);
    expect_end(one, followed ? Result<Response>(std::move(followed->response))
                             : Result<Response>(followed.problem()));
  }
  EXPECT_EQ(office.connections(), 0);
}

TEST(HostileAnswers, ARedirectChainEndsAtTheLimit) {
  test::HttpPeer const peer(
      [](test::PeerRequest const &r) { return test::redirect(302, r.target + "n"); });
  Client client(quick());
  Result<Followed> const page = get_following(client, *Url::parse(peer.url("/")), kPageRedirects);
  ASSERT_FALSE(page);
  EXPECT_NE(page.problem().reason.en.find("more than 10"), std::string::npos);
  EXPECT_EQ(peer.targets().size(), 11U);
}

TEST(HostileAnswers, PrivateAddressesInEverySpellingAreRefused) {
  test::HttpPeer const office([](test::PeerRequest const &) { return test::html("secret"); });
  FetchOptions options = quick();
  options.named_hosts.clear();
  Client client(options);
  for (char const *host : {"127.0.0.1",
                           "127.1",
                           "2130706433",
                           "0x7f000001",
                           "017700000001",
                           "0x7f.1",
                           "0",
                           "localhost",
                           "[::1]",
                           "[::]",
                           "[::ffff:127.0.0.1]",
                           "[::127.0.0.1]",
                           "[2002:7f00:1::]",
                           "10.1.2.3",
                           "172.16.0.1",
                           "192.168.0.1",
                           "169.254.169.254",
                           "100.64.0.1",
                           "224.0.0.1",
                           "255.255.255.255",
                           "198.18.0.1",
                           "[fe80::1]",
                           "[fc00::1]",
                           "[ff02::1]"}) {
    std::string const url = fmt::format("http://{}:{}/", host, office.port());
    Result<Response> const page = client.get(*Url::parse(url));
    ASSERT_FALSE(page) << host;
    EXPECT_EQ(key(page.problem().code), "forbidden") << host;
  }
  EXPECT_EQ(office.connections(), 0);
}

TEST(HostileAnswers, NamesThatDoNotResolveAndPortsThatAreClosed) {
  Client client(quick());
  Result<Response> const name = client.get(*Url::parse("http://does-not-exist.invalid/"));
  ASSERT_FALSE(name);
  EXPECT_EQ(key(name.problem().code), "unreachable");
  Result<Response> const port = client.get(*Url::parse("http://127.0.0.1:1/"));
  ASSERT_FALSE(port);
  EXPECT_NE(port.problem().reason.en.find("cannot be reached"), std::string::npos);
}

TEST(HostileAnswers, AServerThatTakesNoConnectionsIsTimedOut) {
  int const listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto *raw = reinterpret_cast<sockaddr *>(&address);
  ASSERT_EQ(bind(listener, raw, size), 0);
  ASSERT_EQ(listen(listener, 0), 0);
  ASSERT_EQ(getsockname(listener, raw, &size), 0);
  // What is not accepted fills the queue; from then on the kernel drops each SYN.
  std::array<int, 4> waiting{};
  for (int &one : waiting) {
    one = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    (void)connect(one, raw, size);
  }
  FetchOptions options = quick();
  options.connect = milliseconds(300);
  Client client(options);
  std::string const url = fmt::format("http://127.0.0.1:{}/", ntohs(address.sin_port));
  Result<Response> const page = client.get(*Url::parse(url));
  ASSERT_FALSE(page);
  EXPECT_NE(page.problem().reason.en.find("connecting"), std::string::npos)
      << page.problem().reason.en;
  for (int one : waiting)
    close(one);
  close(listener);
}

TEST(HostileAnswers, CertificatesThatProveNothing) {
  auto reason = [](test::Certificate const &certificate) {
    test::HttpPeer const peer([](test::PeerRequest const &) { return test::html("?"); },
                              certificate);
    Client client(quick());
    Result<Response> const page = client.get(*Url::parse(peer.url("/")));
    EXPECT_TRUE(peer.targets().empty());
    return page ? std::string("accepted") : std::string(key(page.problem().code));
  };
  EXPECT_EQ(reason(test::make_certificate("127.0.0.1")), "bad_certificate");
  EXPECT_EQ(reason(test::make_certificate("other.example")), "bad_certificate");
  EXPECT_EQ(reason(test::make_certificate("127.0.0.1", -9, -1)), "bad_certificate");
  EXPECT_EQ(reason(test::make_certificate("127.0.0.1", 1, 9)), "bad_certificate");
  // A plain server where TLS was expected, that says something else or nothing.
  for (char const *greeting : {"HTTP/1.1 400 Bad Request\r\n\r\n", ""}) {
    test::HttpPeer const plain([&](test::PeerRequest const &) { return test::raw(greeting); });
    FetchOptions options = quick();
    options.handshake = milliseconds(300);
    Client client(options);
    Result<Response> const page =
        client.get(*Url::parse("https://127.0.0.1:" + std::to_string(plain.port()) + "/"));
    ASSERT_FALSE(page);
    EXPECT_EQ(key(page.problem().code), "timed_out");
  }
}

TEST(HostileAnswers, RetryAfterIsBoundedWhateverItSays) {
  UtcTime const now = *UtcTime::parse("2026-03-01T08:00:00.000Z");
  for (char const *value :
       {"1000000000", "99999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"}) {
    ASSERT_TRUE(retry_after(value, now)) << value;
    EXPECT_LE(*retry_after(value, now), kLongestPause) << value;
  }
  for (char const *value : {"-5", "soon", "", "1e9", "NaN"})
    EXPECT_FALSE(retry_after(value, now)) << value;
}

}  // namespace
}  // namespace wza::web
