// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/servers/cases.h"

#include <fmt/format.h>
#include <zlib.h>

namespace wza::test {

PeerAnswer raw(std::string bytes) {
  PeerAnswer out;
  out.pieces.push_back({std::move(bytes)});
  out.close = true;
  return out;
}

PeerAnswer page(std::string const &headers, std::string const &body) {
  return raw(
      fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{}\r\n{}", body.size(), headers, body));
}

PeerAnswer endless(std::string begin, std::string again, int pause_ms) {
  PeerAnswer out;
  out.pieces.push_back({std::move(begin)});
  out.forever = {std::move(again), std::chrono::milliseconds(pause_ms)};
  return out;
}

std::string gzipped(std::string in, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(static_cast<uLong>(in.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef *>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::vector<AnswerCase> encoding_cases() {
  using Code = ProblemCode;
  std::string const zeros(5'000'000, '0');
  std::string const text = gzipped("<p>a page of words</p>");
  // Thirty million zeros, by the reference encoder with a window of 24 bits.
  std::string const brotli(
      "\xCF\xFF\xFF\x7F\xF8\x25\x60\xE2\xB1\x40\x20\xF7\xFE\x3F\xFF\x86\x93\xF1\x4B\x00\xC4\x61\x01"
      "\x80\xCE\x6E\x32",
      27);
  return {
      {"bomb-gzip", "H16", page("Content-Encoding: gzip\r\n", gzipped(zeros)), Code::too_large,
       "200 times"},
      {"bomb-zlib", "H16", page("Content-Encoding: deflate\r\n", gzipped(zeros, 15)),
       Code::too_large, "200 times"},
      {"bomb-raw", "H16", page("Content-Encoding: deflate\r\n", gzipped(zeros, -15)),
       Code::too_large, "200 times"},
      {"bomb-brotli", "H16", page("Content-Encoding: br\r\n", brotli), Code::too_large,
       "200 times"},
      {"bomb-nested", "H16", page("Content-Encoding: gzip, gzip\r\n", gzipped(gzipped(zeros))),
       Code::too_large, "200 times"},
      {"layers", "H16", page("Content-Encoding: gzip, gzip, gzip, br\r\n", text), Code::unreadable,
       "unknown way"},
      {"wrong-encoding", "H16", page("Content-Encoding: gzip\r\n", "<p>not packed</p>"),
       Code::unreadable, "broken"},
      {"unknown-encoding", "H16", page("Content-Encoding: zstd\r\n", "x"), Code::unreadable,
       "unknown way"},
      {"cut-gzip",
       "H16",
       page("Content-Encoding: gzip\r\n", text.substr(0, text.size() - 9)),
       {},
       "",
       200,
       true},
      {"trailing-gzip", "H16", page("Content-Encoding: gzip\r\n", text + "garbage"), {}, "", 200},
      {"empty-gzip", "H16", page("Content-Encoding: gzip\r\n", ""), {}, "", 200},
      {"twice-gzip",
       "H16",
       page("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", gzipped(gzipped("<p>x"))),
       {},
       "",
       200},
  };
}

std::vector<AnswerCase> redirect_cases() {
  using Code = ProblemCode;
  auto to = [](std::string const &location) { return redirect(302, location); };
  return {
      {"self-loop", "H19", to("self-loop"), Code::unreachable, "circle"},
      {"loop-a", "H19", to("loop-b"), Code::unreachable, "circle"},
      {"loop-b", "H19", to("loop-a"), Code::unreachable, "circle"},
      {"no-location", "H19", answer(302, "", ""), Code::unreachable, "no valid URL"},
      {"bad-location", "H19", to("http://[::1"), Code::unreachable, "no valid URL"},
      {"spaces", "H19", to(" /end?a b "), {}, "", 200},
      {"gbk-bytes", "H19", to("/end?\xB1\xB1\xBE\xA9"), {}, "", 200},
      {"to-file", "H04", to("file:///etc/passwd"), Code::bad_value, "Only http"},
      {"to-script", "H04", to("javascript:alert(1)"), Code::bad_value, "Only http"},
      {"to-data", "H04", to("data:text/html,x"), Code::bad_value, "Only http"},
      {"to-metadata", "H04", to("http://169.254.169.254/latest/"), Code::forbidden, "private"},
      {"to-decimal", "H04", to("http://2130706434/"), Code::forbidden, "private"},
      {"to-hex", "H04", to("http://0x7f.0x0.0x0.0x2/"), Code::forbidden, "private"},
      {"to-octal", "H04", to("http://0177.0.0.02/"), Code::forbidden, "private"},
      {"to-mapped", "H04", to("http://[::ffff:10.0.0.1]/"), Code::forbidden, "private"},
      {"to-v6-local", "H04", to("http://[fe80::1]/"), Code::forbidden, "private"},
      {"to-v6-unique", "H04", to("http://[fd00::1]/"), Code::forbidden, "private"},
      {"to-nat64", "H04", to("http://[64:ff9b::a00:1]/"), Code::forbidden, "private"},
      {"to-zero", "H04", to("http://0/"), Code::forbidden, "private"},
      {"to-carrier", "H04", to("http://100.64.0.1/"), Code::forbidden, "private"},
      {"to-multicast", "H04", to("http://224.0.0.1/"), Code::forbidden, "private"},
      {"to-name", "H03", to("http://localhost:PORT/"), Code::forbidden, "private"},
  };
}

}  // namespace wza::test
