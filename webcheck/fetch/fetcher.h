// SPDX-License-Identifier: Apache-2.0
// One GET, one answer: the interface between the crawl and the network. Redirects are not followed
// here (redirects.h), so that whoever asks decides about each hop.
#pragma once

#include "db/base/error.h"
#include "webcheck/url/url.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wza::web {

struct HeaderField {
  std::string name, value;
};

struct Response {
  Url url;         ///< what was asked for
  int status = 0;  ///< HTTP status code
  std::vector<HeaderField> headers;
  std::string body;            ///< content encoding undone
  std::size_t wire_bytes = 0;  ///< of the body, as transferred
  /// The connection ended before the declared end of the body; `body` is what came.
  bool truncated = false;
  /// Why the certificate would not have been accepted, where invalid ones are allowed for the host.
  std::optional<Text> certificate_doubt;

  /// First field of that name; nothing where there is none.
  std::optional<std::string_view> header(std::string_view name) const;
  /// Media type in lower case without parameters; "" where there is none.
  std::string media_type() const;
  bool is_redirect() const;
  /// Where a redirect leads; nothing where the Location is missing or no URL.
  std::optional<Url> location() const;
};

/// Bytes of a resource, first and last included (RFC 9110, section 14).
struct ByteRange {
  std::uint64_t first = 0, last = 0;
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  /// Blocks until the answer is there or a limit is reached. Any status is an answer; a Problem is
  /// unreachable, bad_certificate, timed_out, too_large, forbidden (address) or unreadable.
  virtual Result<Response> get(Url const &url) = 0;
  /// Asks for a part alone: status 206 where the server has parts, too_large where it sends more.
  /// A fetcher that knows nothing of parts refuses.
  virtual Result<Response> get_part(Url const &url, ByteRange range);
};

}  // namespace wza::web
