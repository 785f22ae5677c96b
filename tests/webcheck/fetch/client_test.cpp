// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/client.h"

#include "tests/support/http_peer.h"
#include "webcheck/fetch/redirects.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <utility>

namespace wza::web {
namespace {

using std::chrono::milliseconds;
using test::answer;
using test::HttpPeer;
using test::PeerAnswer;
using test::PeerRequest;

FetchOptions quick() {
  FetchOptions options;
  options.named_hosts = {"127.0.0.1", "localhost"};
  options.resolve = options.connect = options.handshake = milliseconds(5000);
  options.header = options.body = milliseconds(5000);
  return options;
}

Result<Response> get(HttpPeer const &peer, char const *path, FetchOptions options = quick()) {
  Client client(std::move(options));
  return client.get(*Url::parse(peer.url(path)));
}

ProblemCode code_of(Result<Response> const &result) {
  EXPECT_FALSE(result.has_value());
  if (result) return ProblemCode::usage;
  EXPECT_FALSE(result.problem().reason.zh.empty());
  EXPECT_FALSE(result.problem().remedy.en.empty());
  return result.problem().code;
}

/// windowBits as zlib's deflateInit2 takes them: 31 gzip, 15 zlib, -15 raw.
std::string compressed(std::string const &text, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(static_cast<uLong>(text.size())) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef *>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// One raw piece, then the connection is closed.
PeerAnswer raw(std::string bytes) {
  PeerAnswer out;
  out.pieces.push_back({std::move(bytes)});
  out.close = true;
  return out;
}

TEST(Client, GetsAPageAndSaysWhoItIs) {
  std::string agent, host;
  HttpPeer peer([&](PeerRequest const &r) {
    agent = r.headers.at("user-agent");
    host = r.headers.at("host");
    return test::html("<p>你好</p>");
  });
  FetchOptions options = quick();
  options.contact = "https://audit.example.cn/bot";
  Result<Response> const page = get(peer, "/a?b=%E4%BD%A0", options);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->body, "<p>你好</p>");
  EXPECT_EQ(page->media_type(), "text/html");
  EXPECT_FALSE(page->truncated);
  EXPECT_EQ(agent, "wza/0.1 (+https://audit.example.cn/bot)");
  EXPECT_EQ(host, "127.0.0.1:" + std::to_string(peer.port()));
  EXPECT_EQ(peer.targets(), std::vector<std::string>{"/a?b=%E4%BD%A0"});
}

TEST(Client, KeepsOneConnectionAndOpensANewOneWhereItWasClosed) {
  HttpPeer peer([](PeerRequest const &r) {
    PeerAnswer out = test::html(r.target);
    out.close = r.target == "/last";  // closes without having said so
    return out;
  });
  Client client(quick());
  for (char const *path : {"/1", "/2", "/last", "/after"}) {
    Result<Response> const page = client.get(*Url::parse(peer.url(path)));
    ASSERT_TRUE(page) << page.problem().in(Lang::en);
    EXPECT_EQ(page->body, path);
  }
  EXPECT_EQ(peer.connections(), 2);
  EXPECT_EQ(peer.targets().size(), 4U);
}

TEST(Client, UndoesEveryContentEncoding) {
  std::string const text(100'000, 'x');
  // "hello brotli" in one uncompressed meta-block (RFC 7932, section 9.2).
  std::string const brotli("\x8B\x05\x80hello brotli\x03", 16);
  HttpPeer peer([&](PeerRequest const &r) {
    if (r.target == "/gzip") return answer(200, "Content-Encoding: gzip\r\n", compressed(text, 31));
    if (r.target == "/zlib")
      return answer(200, "Content-Encoding: deflate\r\n", compressed(text, 15));
    if (r.target == "/raw")
      return answer(200, "Content-Encoding: deflate\r\n", compressed(text, -15));
    if (r.target == "/br") return answer(200, "Content-Encoding: br\r\n", brotli);
    return answer(200, "Content-Encoding: zstd\r\n", "?");
  });
  for (char const *path : {"/gzip", "/zlib", "/raw"}) {
    Result<Response> const page = get(peer, path);
    ASSERT_TRUE(page) << path;
    EXPECT_EQ(page->body, text) << path;
    EXPECT_LT(page->wire_bytes, 1000U);
  }
  Result<Response> const page = get(peer, "/br");
  ASSERT_TRUE(page) << page.problem().in(Lang::en);
  EXPECT_EQ(page->body, "hello brotli");
  EXPECT_EQ(code_of(get(peer, "/zstd")), ProblemCode::unreadable);
}

TEST(Client, StopsACompressedBombAtTheLimit) {
  std::string const bomb = compressed(std::string(30'000'000, '0'), 31);
  HttpPeer peer(
      [&](PeerRequest const &) { return answer(200, "Content-Encoding: gzip\r\n", bomb); });
  EXPECT_EQ(code_of(get(peer, "/")), ProblemCode::too_large);
}

TEST(Client, ReadsChunksAndBodiesWithoutLength) {
  HttpPeer peer([](PeerRequest const &r) {
    if (r.target == "/chunked") {
      return raw(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: "
          "chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    }
    return raw("HTTP/1.1 200 OK\r\n\r\nuntil the end");
  });
  Result<Response> const chunked = get(peer, "/chunked");
  ASSERT_TRUE(chunked);
  EXPECT_EQ(chunked->body, "abcde");
  Result<Response> const open = get(peer, "/open");
  ASSERT_TRUE(open);
  EXPECT_EQ(open->body, "until the end");
  EXPECT_FALSE(open->truncated);
}

TEST(Client, TellsABodyThatWasCutShort) {
  HttpPeer peer([](PeerRequest const &r) {
    if (r.target == "/length") return raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    if (r.target == "/chunk") {
      return raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf");
    }
    std::string const whole = compressed(std::string(5000, 'y') + "end", 31);
    return answer(200, "Content-Encoding: gzip\r\n", whole.substr(0, whole.size() - 12));
  });
  for (char const *path : {"/length", "/chunk", "/gzip"}) {
    Result<Response> const page = get(peer, path);
    ASSERT_TRUE(page) << path << page.problem().in(Lang::en);
    EXPECT_TRUE(page->truncated) << path;
  }
  EXPECT_EQ(get(peer, "/length")->body, "half");
}

TEST(Client, LimitsBodyAndHeader) {
  HttpPeer peer([](PeerRequest const &r) {
    if (r.target == "/declared")
      return raw("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nx");
    if (r.target == "/endless") {
      return raw("HTTP/1.1 200 OK\r\n\r\n" + std::string(300'000, 'z'));
    }
    return raw("HTTP/1.1 200 OK\r\nX: " + std::string(200'000, 'h') + "\r\n\r\n");
  });
  FetchOptions options = quick();
  options.max_wire_bytes = 100'000;
  EXPECT_EQ(code_of(get(peer, "/declared", options)), ProblemCode::too_large);
  EXPECT_EQ(code_of(get(peer, "/endless", options)), ProblemCode::too_large);
  EXPECT_EQ(code_of(get(peer, "/header", options)), ProblemCode::too_large);
}

TEST(Client, LimitsTheTimeOfHeaderAndBody) {
  HttpPeer peer([](PeerRequest const &r) {
    PeerAnswer out;
    if (r.target == "/header") {
      out.pieces = {{"HTTP/1.1 200", milliseconds(0)}, {" OK\r\n\r\n", milliseconds(3000)}};
    } else {
      out.pieces = {{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", milliseconds(0)}};
      for (int i = 0; i < 9; ++i)
        out.pieces.push_back({"x", milliseconds(40)});
    }
    return out;
  });
  FetchOptions options = quick();
  options.header = milliseconds(100);
  EXPECT_EQ(code_of(get(peer, "/header", options)), ProblemCode::timed_out);
  options.body = milliseconds(100);
  EXPECT_EQ(code_of(get(peer, "/body", options)), ProblemCode::timed_out);
}

TEST(Client, NamesWhatStandsBetween) {
  HttpPeer peer([](PeerRequest const &r) {
    if (r.target == "/reset") return raw("");
    return raw("SSH-2.0-OpenSSH_9.2\r\n\r\n");
  });
  EXPECT_EQ(code_of(get(peer, "/reset")), ProblemCode::unreachable);
  EXPECT_EQ(code_of(get(peer, "/ssh")), ProblemCode::unreachable);
  Client client(quick());
  EXPECT_EQ(code_of(client.get(*Url::parse("http://127.0.0.1:1/"))), ProblemCode::unreachable);
  EXPECT_EQ(code_of(client.get(*Url::parse("http://does-not-exist.invalid/"))),
            ProblemCode::unreachable);
  EXPECT_EQ(code_of(client.get(*Url::parse("ftp://127.0.0.1/"))), ProblemCode::bad_value);
}

TEST(Client, GoesToPrivateAddressesOnlyWhereTheUserNamedTheHost) {
  HttpPeer peer([](PeerRequest const &) { return test::html("x"); });
  FetchOptions options = quick();
  options.named_hosts.clear();
  EXPECT_EQ(code_of(get(peer, "/", options)), ProblemCode::forbidden);
  Client client(options);
  for (char const *host : {"2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost",
                           "169.254.169.254", "10.0.0.1", "0"}) {
    std::string const url = "http://" + std::string(host) + ":" + std::to_string(peer.port()) + "/";
    EXPECT_EQ(code_of(client.get(*Url::parse(url))), ProblemCode::forbidden) << host;
  }
  EXPECT_TRUE(peer.targets().empty());
}

TEST(Client, AsksForTheHeaderAloneWhereThatIsWished) {
  HttpPeer peer([](PeerRequest const &request) {
    std::string const rude = request.method == "HEAD" && request.target == "/rude" ? "body" : "";
    std::string const packed =
        request.target == "/packed" ? "Content-Encoding: gzip\r\n" : std::string();
    if (request.method != "HEAD") return test::html("page");
    return PeerAnswer{{{"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n" + packed +
                        "Content-Length: 5000000000\r\n\r\n" + rude}}};
  });
  Client client(quick());
  for (char const *path : {"/a.pdf", "/packed", "/rude"}) {
    Result<Response> const head = client.send({.url = *Url::parse(peer.url(path)), .head = true});
    ASSERT_TRUE(head) << path << head.problem().in(Lang::en);
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->media_type(), "application/pdf");
    EXPECT_TRUE(head->body.empty());
    EXPECT_FALSE(head->truncated);
    // What is compressed for the way is not as long as the file.
    EXPECT_EQ(head->declared_bytes(), std::string_view(path) == "/packed"
                                          ? std::nullopt
                                          : std::optional<std::int64_t>(5'000'000'000));
    Result<Response> const page = client.get(*Url::parse(peer.url("/page")));
    ASSERT_TRUE(page) << path << page.problem().in(Lang::en);
    EXPECT_EQ(page->body, "page") << "behind " << path;
  }
}

TEST(Client, PassesOverInterimAnswers) {
  HttpPeer peer([](PeerRequest const &) {
    return raw(
        "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\n"
        "Content-Length: 2\r\n\r\nok");
  });
  Result<Response> const page = get(peer, "/");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->body, "ok");
}

// ---- TLS ----

class CaFile {
 public:
  explicit CaFile(std::string const &pem)
      : m_path(std::filesystem::temp_directory_path() /
               ("wza-ca-" + std::to_string(getpid()) + ".pem")) {
    std::ofstream(m_path) << pem;
  }
  ~CaFile() { std::filesystem::remove(m_path); }
  std::string path() const { return m_path.string(); }

 private:
  std::filesystem::path m_path;
};

TEST(ClientTls, AcceptsACertificateThatIsTrustedAndNamesTheHost) {
  test::Certificate const certificate = test::make_certificate("127.0.0.1");
  CaFile const ca(certificate.certificate_pem);
  HttpPeer peer([](PeerRequest const &) { return test::html("safe"); }, certificate);
  FetchOptions options = quick();
  options.extra_ca_file = ca.path();
  Result<Response> const page = get(peer, "/", options);
  ASSERT_TRUE(page) << page.problem().in(Lang::en);
  EXPECT_EQ(page->body, "safe");
  EXPECT_FALSE(page->certificate_doubt.has_value());
}

TEST(ClientTls, RefusesSelfSignedWrongHostAndExpiredCertificates) {
  auto reason = [](test::Certificate const &certificate, bool trusted) {
    HttpPeer peer([](PeerRequest const &) { return test::html("?"); }, certificate);
    CaFile const ca(certificate.certificate_pem);
    FetchOptions options = quick();
    if (trusted) options.extra_ca_file = ca.path();
    Result<Response> const page = get(peer, "/", options);
    EXPECT_EQ(code_of(page), ProblemCode::bad_certificate);
    EXPECT_TRUE(peer.targets().empty());
    return page ? std::string() : page.problem().reason.en;
  };
  EXPECT_NE(reason(test::make_certificate("127.0.0.1"), false).find("self-signed"),
            std::string::npos);
  EXPECT_NE(reason(test::make_certificate("other.example"), true).find("another host name"),
            std::string::npos);
  EXPECT_NE(reason(test::make_certificate("127.0.0.1", -9, -1), true).find("expired"),
            std::string::npos);
}

TEST(ClientTls, AnAllowedInvalidCertificateIsTold) {
  HttpPeer peer([](PeerRequest const &) { return test::html("seen"); },
                test::make_certificate("127.0.0.1"));
  FetchOptions options = quick();
  options.allow_invalid_tls = {"127.0.0.1"};
  Result<Response> const page = get(peer, "/", options);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->body, "seen");
  ASSERT_TRUE(page->certificate_doubt.has_value());
  EXPECT_EQ(page->certificate_doubt->zh, "证书是自签名的");
}

TEST(ClientTls, LimitsTheTimeOfTheHandshake) {
  HttpPeer plain([](PeerRequest const &) { return test::html("never"); });
  std::string url = plain.url("/");
  url.replace(0, 4, "https");
  FetchOptions options = quick();
  options.handshake = milliseconds(100);
  Client client(options);  // the peer waits for an HTTP request and says nothing
  EXPECT_EQ(code_of(client.get(*Url::parse(url))), ProblemCode::timed_out);
}

TEST(Client, AFileThatIsNoCertificateIsAConfigurationError) {
  FetchOptions options = quick();
  options.extra_ca_file = "/does/not/exist.pem";
  try {
    Client client(options);
    FAIL();
  } catch (Error const &error) {
    EXPECT_EQ(error.exit_code(), ExitCode::configuration);
  }
}

// ---- redirects ----

TEST(Redirects, AreFollowedHopByHopAndTold) {
  HttpPeer peer([&](PeerRequest const &r) {
    if (r.target == "/a") return test::redirect(301, "b");
    if (r.target == "/b") return test::redirect(307, "/目录/c#part");
    return test::html("end");
  });
  Client client(quick());
  Result<Followed> const page = get_following(client, *Url::parse(peer.url("/a")), kPageRedirects);
  ASSERT_TRUE(page) << page.problem().in(Lang::en);
  EXPECT_EQ(page->response.body, "end");
  ASSERT_EQ(page->hops.size(), 2U);
  EXPECT_EQ(page->hops[0].status, 301);
  EXPECT_EQ(page->hops[1].to.path(), "/%E7%9B%AE%E5%BD%95/c");
}

TEST(Redirects, LoopsEndlessChainsAndMissingTargetsEnd) {
  HttpPeer peer([&](PeerRequest const &r) {
    if (r.target == "/x") return test::redirect(302, "/y");
    if (r.target == "/y") return test::redirect(302, "/x");
    if (r.target == "/none") return answer(302, "", "");
    if (r.target == "/file") return test::redirect(302, "file:///etc/passwd");
    return test::redirect(302, r.target + "n");
  });
  Client client(quick());
  auto reason = [&](char const *path) {
    Result<Followed> const page = get_following(client, *Url::parse(peer.url(path)), 5);
    return page ? std::string() : page.problem().reason.en;
  };
  EXPECT_NE(reason("/x").find("circle"), std::string::npos);
  EXPECT_NE(reason("/n").find("more than 5"), std::string::npos);
  EXPECT_NE(reason("/none").find("no valid URL"), std::string::npos);
  EXPECT_NE(reason("/file").find("Only http"), std::string::npos);
}

}  // namespace
}  // namespace wza::web
