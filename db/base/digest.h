// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) in hexadecimal: identity of files, pages, migrations and fingerprints; and
// bytes as text.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace wza {

/// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// Digest of several parts, each preceded by its length, so that ("ab","c") and ("a","bc") differ.
std::string sha256_of_parts(std::initializer_list<std::string_view> parts);

/// Base64 with padding (RFC 4648, section 4).
std::string base64(std::string_view bytes);

}  // namespace wza
