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

/// By what a server knows an earlier answer again (RFC 9110, section 8.8), as it wrote them.
struct Validators {
  std::string etag, last_modified;
  bool empty() const { return etag.empty() && last_modified.empty(); }
  bool operator==(Validators const &) const = default;
};

struct Response {
  Url url;         ///< what was asked for
  int status = 0;  ///< HTTP status code
  std::vector<HeaderField> headers;
  std::string body;            ///< content encoding undone
  std::size_t wire_bytes = 0;  ///< of the body, as transferred
  /// The connection ended before the declared end of the body; `body` is what came.
  bool truncated = false;
  /// The answer changed the cookies that the site will see.
  bool cookie_set = false;
  /// Why the certificate would not have been accepted, where invalid ones are allowed for the host.
  std::optional<Text> certificate_doubt;

  /// First field of that name; nothing where there is none.
  std::optional<std::string_view> header(std::string_view name) const;
  /// Media type in lower case without parameters; "" where there is none.
  std::string media_type() const;
  bool is_redirect() const;
  /// The page is still what the validators of the request stood for; there is no body.
  bool not_modified() const { return status == 304; }
  /// Bytes that the header declares for the body as it is stored; nothing where it does not say, or
  /// where what is sent is compressed.
  std::optional<std::int64_t> declared_bytes() const;
  /// What a later request can ask with.
  Validators validators() const;
  /// Where a redirect leads; nothing where the Location is missing or no URL.
  std::optional<Url> location() const;
};

/// Bytes of a resource, first and last included (RFC 9110, section 14).
struct ByteRange {
  std::uint64_t first = 0, last = 0;
};

/// A request with all that may be said of it.
struct FetchRequest {
  Url url;
  std::optional<ByteRange> part = std::nullopt;
  /// Bytes of the body after which the rest is not read; the answer is then `truncated`.
  std::optional<std::size_t> enough = std::nullopt;
  /// Asks for the page only where it changed since; status 304 says that it did not.
  Validators known = {};
  /// A form to POST, application/x-www-form-urlencoded.
  std::optional<std::string> form = std::nullopt;
  /// Asks for the header alone (HEAD): the answer has no body, whatever its Content-Length says.
  bool head = false;
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  /// Blocks until the answer is there or a limit is reached. Any status is an answer, but for 206,
  /// 304 and 1xx where they were not asked for; a Problem is unreachable, bad_certificate,
  /// timed_out, too_large, forbidden (address) or unreadable.
  virtual Result<Response> get(Url const &url) = 0;
  /// Asks for a part alone: status 206 where the server has parts, too_large where it sends more.
  /// A fetcher that knows nothing of parts refuses.
  virtual Result<Response> get_part(Url const &url, ByteRange range);
  /// The general form of both. A fetcher that knows nothing of the rest asks for the whole page.
  virtual Result<Response> send(FetchRequest const &request);
};

}  // namespace wza::web
