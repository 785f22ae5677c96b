// SPDX-License-Identifier: Apache-2.0
// What servers do wrong, case by case, and how each request must end. The classes H01 to H32 are
// those of hostile servers: H05 connections, H07 slowness, H16 compression, and so on.
#pragma once

#include "db/base/error.h"
#include "tests/support/http_peer.h"

#include <optional>
#include <string>
#include <vector>

namespace wza::test {

/// One answer of a hostile server to one request.
struct AnswerCase {
  char const *id;  ///< also its path
  char const *kind;
  PeerAnswer answer;
  /// The Problem with which it must end; nothing: it is an answer, with this status.
  std::optional<ProblemCode> code;
  char const *reason = "";  ///< words of the English reason
  int status = 200;
  bool truncated = false;
};

/// H05 to H17: what goes wrong below the page.
std::vector<AnswerCase> connection_cases();
std::vector<AnswerCase> message_cases();
std::vector<AnswerCase> encoding_cases();
/// H19: what redirects lead to, followed to the end.
std::vector<AnswerCase> redirect_cases();

/// Bytes as they are, then the end of the connection.
PeerAnswer raw(std::string bytes);
/// 200 with these header lines and this body, then the end.
PeerAnswer page(std::string const &headers, std::string const &body);
/// Bytes, and then the same bytes again and again, with a pause before each.
PeerAnswer endless(std::string begin, std::string again, int pause_ms = 0);
std::string gzipped(std::string in, int window_bits = 31);

}  // namespace wza::test
