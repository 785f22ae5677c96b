// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/servers/cases.h"

namespace wza::test {
namespace {

using Code = ProblemCode;
constexpr char const *kOk = "HTTP/1.1 200 OK\r\n";

PeerAnswer reset_behind(std::string bytes) {
  PeerAnswer out;
  if (!bytes.empty()) out.pieces = {{std::move(bytes)}};
  out.reset = true;
  return out;
}

PeerAnswer chunked(std::string const &rest) {
  return raw(std::string(kOk) + "Transfer-Encoding: chunked\r\n\r\n" + rest);
}

std::string many_fields() {
  std::string out = kOk;
  for (int i = 0; i < 100'000; ++i)
    out += "X-" + std::to_string(i) + ": 1\r\n";
  return out + "\r\n";
}

std::string many_interim(int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += "HTTP/1.1 103 Early Hints\r\n\r\n";
  return out + kOk + "Content-Length: 2\r\n\r\nok";
}

}  // namespace

std::vector<AnswerCase> connection_cases() {
  std::string const half = std::string(kOk) + "Content-Length: 100\r\n\r\nhalf";
  return {
      {"reset-at-once", "H05", reset_behind(""), Code::unreachable, "lost"},
      {"close-at-once", "H05", raw(""), Code::unreachable, "lost"},
      {"reset-in-header", "H05", reset_behind("HTTP/1.1 20"), Code::unreachable, "lost"},
      {"close-in-header", "H05", raw("HTTP/1.1 200 OK\r\nConte"), Code::unreachable, "lost"},
      {"close-in-body", "H05", raw(half), {}, "", 200, true},
      {"silence", "H05", endless("", "", 0), Code::timed_out, "waiting for the answer"},
      {"slow-header", "H07", endless("H", "T", 30), Code::timed_out, "waiting for the answer"},
      {"slow-fields", "H07", endless(kOk, "X: y\r\n", 30), Code::timed_out, "waiting"},
      {"slow-body", "H08", endless(std::string(kOk) + "Content-Length: 9999\r\n\r\n", "x", 20),
       Code::timed_out, "bytes a second"},
      {"stalled-body", "H08", endless(half, "", 0), Code::timed_out, "bytes a second"},
      {"endless-body", "H09", endless(std::string(kOk) + "\r\n", std::string(50'000, 'x')),
       Code::too_large, "larger than"},
      {"endless-chunks", "H10",
       endless(std::string(kOk) + "Transfer-Encoding: chunked\r\n\r\n",
               "c350\r\n" + std::string(50'000, 'x') + "\r\n"),
       Code::too_large, "larger than"},
      {"tiny-chunks", "H10",
       endless(std::string(kOk) + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", 10),
       Code::timed_out, "bytes a second"},
      {"endless-extension", "H10",
       endless(std::string(kOk) + "Transfer-Encoding: chunked\r\n\r\n5;", std::string(9999, 'e')),
       Code::unreachable, "not HTTP"},
      {"endless-trailer", "H10",
       endless(std::string(kOk) + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
               "T: " + std::string(9999, 't') + "\r\n"),
       Code::unreachable, "not HTTP"},
  };
}

std::vector<AnswerCase> message_cases() {
  auto ok = [](std::string const &rest) { return raw(kOk + rest); };
  return {
      {"chunk-size-bad", "H10", chunked("xyz\r\nabc"), Code::unreachable, "not HTTP"},
      {"chunk-size-huge", "H10", chunked("fffffffffffffffff\r\nabc"), Code::unreachable,
       "not HTTP"},
      {"chunk-size-negative", "H10", chunked("-5\r\nabc"), Code::unreachable, "not HTTP"},
      {"length-short", "H11", ok("Content-Length: 2\r\n\r\nok and more"), {}, "", 200},
      {"length-long", "H11", ok("Content-Length: 50\r\n\r\nok"), {}, "", 200, true},
      {"length-negative", "H11", ok("Content-Length: -1\r\n\r\nx"), Code::unreachable, "not HTTP"},
      {"length-words", "H11", ok("Content-Length: many\r\n\r\nx"), Code::unreachable, "not HTTP"},
      {"length-twice", "H11", ok("Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc"),
       Code::unreachable, "not HTTP"},
      {"length-huge", "H11", ok("Content-Length: 99999999999999999999999\r\n\r\nx"),
       Code::unreachable, "not HTTP"},
      {"length-declared", "H11", ok("Content-Length: 99999999999\r\n\r\nx"), Code::too_large,
       "larger than"},
      {"length-and-chunks", "H12",
       ok("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"),
       Code::unreachable, "not HTTP"},
      {"header-huge", "H13", endless(std::string(kOk) + "X: ", std::string(99'999, 'h')),
       Code::too_large, "header"},
      {"header-many", "H13", raw(many_fields()), Code::too_large, "header"},
      {"header-nul", "H13", ok(std::string("X: a\0b\r\nContent-Length: 0\r\n\r\n", 29)),
       Code::unreachable, "not HTTP"},
      {"header-cr", "H13", ok("X: a\rY: b\r\nContent-Length: 0\r\n\r\n"), Code::unreachable,
       "not HTTP"},
      {"header-no-colon", "H13", ok("nonsense\r\n\r\n"), Code::unreachable, "not HTTP"},
      {"header-no-name", "H13", ok(": x\r\n\r\n"), Code::unreachable, "not HTTP"},
      {"interim-few", "H14", raw(many_interim(3)), {}, "", 200},
      {"interim-flood", "H14", raw(many_interim(5000)), Code::unreadable, "not asked for"},
      {"switching", "H14", raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
       Code::unreachable, "lost"},
      {"http-0.9", "H15", raw("<html><p>no header at all</p></html>\r\n\r\n"), Code::unreachable,
       "not HTTP"},
      {"ssh", "H15", raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"), Code::unreachable, "not HTTP"},
      {"status-binary", "H15", raw("HTTP/1.1 \x01\x02\x03 OK\r\n\r\n"), Code::unreachable,
       "not HTTP"},
      {"status-word", "H15", raw("HTTP/1.1 abc OK\r\n\r\n"), Code::unreachable, "not HTTP"},
      {"version-future", "H15", raw("HTTP/9.9 200 OK\r\n\r\nx"), Code::unreachable, "not HTTP"},
      {"noise", "H15", raw(std::string(5000, '\xFF')), Code::unreachable, "not HTTP"},
      {"304-unasked", "H17", raw("HTTP/1.1 304 Not Modified\r\n\r\n"), Code::unreadable,
       "not asked for"},
      {"206-unasked", "H17", raw("HTTP/1.1 206 Partial\r\nContent-Length: 2\r\n\r\nab"),
       Code::unreadable, "not asked for"},
      {"204-with-body",
       "H17",
       raw("HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\nabcde"),
       {},
       "",
       204},
      {"401", "H18", raw("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"), {}, "", 401},
      {"407", "H18", raw("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"), {}, "", 407},
      {"cookie-flood",
       "H21",
       ok([] {
         std::string out;
         for (int i = 0; i < 2000; ++i)
           out += "Set-Cookie: c" + std::to_string(i) + "=1\r\n";
         return out + "Content-Length: 0\r\n\r\n";
       }()),
       {},
       "",
       200},
      {"cookie-long",
       "H21",
       ok("Set-Cookie: c=" + std::string(9000, 'x') + "\r\nContent-Length: 0\r\n\r\n"),
       {},
       "",
       200},
  };
}

}  // namespace wza::test
