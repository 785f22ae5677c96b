// SPDX-License-Identifier: Apache-2.0
// Content encodings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br; with limits on what
// comes out, so that a small bomb stays small.
#pragma once

#include "db/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace wza::web {

/// A body with its encodings undone.
struct DecodedBody {
  std::string bytes;
  bool complete = true;  ///< false where the encoded stream ended too early
};

/// How much may come out.
struct DecodeLimits {
  std::size_t max_bytes = 0;
  /// What comes out is at most this many times what went in at first; small bodies are exempt,
  /// since a short page of blanks is no bomb.
  std::size_t ratio = 200;
  std::size_t ratio_exempt = 1024 * 1024;
  /// At the limit of bytes, what came so far is taken as an incomplete body.
  bool cut = false;
};

/// Undoes the encodings that a Content-Encoding header lists. `where` is the URL for the Problem:
/// too_large beyond a limit, unreadable for a broken stream or an unknown encoding.
Result<DecodedBody> decode_content(std::string body, std::string_view encodings,
                                   DecodeLimits const &limits, std::string const &where);

}  // namespace wza::web
