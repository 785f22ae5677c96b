// SPDX-License-Identifier: Apache-2.0
// Content encodings of HTTP (RFC 9110, section 8.4.1): gzip, deflate, br; with a limit on what
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

/// Undoes the encodings that a Content-Encoding header lists. `where` is the URL for the Problem:
/// too_large beyond `max_bytes`, unreadable for a broken stream or an unknown encoding.
Result<DecodedBody> decode_content(std::string body, std::string_view encodings,
                                   std::size_t max_bytes, std::string const &where);

}  // namespace wza::web
