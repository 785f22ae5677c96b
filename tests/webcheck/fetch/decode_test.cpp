// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/decode.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

namespace wza::web {
namespace {

/// windowBits as zlib's deflateInit2 takes them: 31 gzip, 15 zlib, -15 raw.
std::string compressed(std::string in, int window_bits) {
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

Result<DecodedBody> decoded(std::string body, char const *encodings, DecodeLimits limits) {
  return decode_content(std::move(body), encodings, limits, "http://h/");
}

TEST(Decode, EveryKindOfBombIsStoppedByItsRatio) {
  std::string const zeros(8'000'000, '0');
  DecodeLimits limits;
  limits.max_bytes = 20'000'000;
  for (auto const &[encoding, bits] : {std::pair{"gzip", 31}, {"deflate", 15}, {"deflate", -15}}) {
    Result<DecodedBody> const body = decoded(compressed(zeros, bits), encoding, limits);
    ASSERT_FALSE(body) << encoding << bits;
    EXPECT_EQ(body.problem().code, ProblemCode::too_large);
    EXPECT_NE(body.problem().reason.en.find("200 times"), std::string::npos);
  }
  // Nested: the ratio counts from what was transferred.
  Result<DecodedBody> const nested =
      decoded(compressed(compressed(zeros, 31), 31), "gzip, gzip", limits);
  ASSERT_FALSE(nested);
  EXPECT_EQ(nested.problem().code, ProblemCode::too_large);
}

TEST(Decode, ASmallBodyMayGrowAsItLikes) {
  DecodeLimits limits;
  limits.max_bytes = 20'000'000;
  std::string const blanks(1'000'000, ' ');
  Result<DecodedBody> const body = decoded(compressed(blanks, 31), "gzip", limits);
  ASSERT_TRUE(body) << body.problem().in(Lang::en);
  EXPECT_EQ(body->bytes, blanks);
}

TEST(Decode, WhereTheStartIsEnoughTheRestIsCut) {
  DecodeLimits limits;
  limits.max_bytes = 1000;
  limits.cut = true;
  Result<DecodedBody> const body =
      decoded(compressed(std::string(50'000, 'a'), 31), "gzip", limits);
  ASSERT_TRUE(body);
  EXPECT_EQ(body->bytes, std::string(1000, 'a'));
  EXPECT_FALSE(body->complete);
}

TEST(Decode, TooManyLayersAreRefused) {
  DecodeLimits limits;
  limits.max_bytes = 1000;
  EXPECT_FALSE(decoded("x", "gzip, gzip, gzip", limits));
  EXPECT_TRUE(decoded("x", "identity, identity, identity", limits));
}

}  // namespace
}  // namespace wza::web
