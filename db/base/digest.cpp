// SPDX-License-Identifier: Apache-2.0
#include "db/base/digest.h"

#include "db/base/error.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <cstdint>

namespace wza {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw Error("OpenSSL cannot compute SHA-256");
  }
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

std::string sha256_of_parts(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (std::string_view part : parts) {
    all += fmt::format("{}:", part.size());
    all += part;
  }
  return sha256(all);
}

std::string base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL puts a NUL behind it
  EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data()),
                  reinterpret_cast<unsigned char const *>(bytes.data()),
                  static_cast<int>(bytes.size()));
  out.pop_back();
  return out;
}

}  // namespace wza
