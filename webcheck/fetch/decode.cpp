// SPDX-License-Identifier: Apache-2.0
#include "webcheck/fetch/decode.h"

#include "db/base/text.h"
#include "webcheck/fetch/answer_problems.h"
#include "webcheck/fetch/problems.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace wza::web {
namespace {

enum class Step : std::uint8_t { done, cut_short, too_large, broken };

/// The limit that holds for all steps together.
std::size_t most_of(DecodeLimits const &limits, std::size_t wire_bytes) {
  return std::min(limits.max_bytes, std::max(limits.ratio_exempt, limits.ratio * wire_bytes));
}

/// `window_bits` as zlib's inflateInit2 takes them: 47 for zlib and gzip, -15 for raw deflate.
Step inflate_all(std::string_view in, int window_bits, std::size_t max_bytes, std::string &out) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return Step::broken;
  std::unique_ptr<z_stream, int (*)(z_stream *)> const guard(&stream, inflateEnd);
  // zlib does not write to its input; its type is older than const.
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  std::array<char, 65536> block{};
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef *>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    int const status = inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
    if (out.size() > max_bytes) return Step::too_large;
    if (status == Z_STREAM_END) {
      // Members may follow each other (RFC 1952, section 2.2); other trailing bytes are ignored.
      bool const another = stream.avail_in > 1 && stream.next_in[0] == 0x1F &&
                           stream.next_in[1] == 0x8B && window_bits > 0;
      if (!another) return Step::done;
      if (inflateReset(&stream) != Z_OK) return Step::broken;
      continue;
    }
    if (status == Z_BUF_ERROR || (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) {
      return Step::cut_short;
    }
    if (status != Z_OK) return Step::broken;
  }
}

Step inflate_gzip(std::string_view in, std::size_t max_bytes, std::string &out) {
  return inflate_all(in, 47, max_bytes, out);
}

Step inflate_deflate(std::string_view in, std::size_t max_bytes, std::string &out) {
  // "deflate" means zlib, but some servers send the raw stream (RFC 9110, section 8.4.1.2, note).
  Step const step = inflate_all(in, 47, max_bytes, out);
  if (step != Step::broken || !out.empty()) return step;
  return inflate_all(in, -15, max_bytes, out);
}

Step decode_brotli(std::string_view in, std::size_t max_bytes, std::string &out) {
  std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState *)> const state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return Step::broken;
  auto const *next = reinterpret_cast<std::uint8_t const *>(in.data());
  std::size_t left = in.size();
  std::array<std::uint8_t, 65536> block{};
  for (;;) {
    std::uint8_t *to = block.data();
    std::size_t room = block.size();
    BrotliDecoderResult const result =
        BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.append(reinterpret_cast<char const *>(block.data()), block.size() - room);
    if (out.size() > max_bytes) return Step::too_large;
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return Step::done;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return Step::cut_short;
    if (result == BROTLI_DECODER_RESULT_ERROR) return Step::broken;
  }
}

/// The encodings in the order in which they were applied, without "identity".
std::vector<std::string> encodings_in(std::string_view header) {
  std::vector<std::string> out;
  while (!header.empty()) {
    std::size_t const comma = header.find(',');
    std::string const name = ascii_lower(trimmed(header.substr(0, comma)));
    if (!name.empty() && name != "identity") out.push_back(name);
    header.remove_prefix(comma == std::string_view::npos ? header.size() : comma + 1);
  }
  return out;
}

}  // namespace

Result<DecodedBody> decode_content(std::string body, std::string_view encodings,
                                   DecodeLimits const &limits, std::string const &where) {
  std::vector<std::string> const steps = encodings_in(encodings);
  constexpr std::size_t kMostEncodings = 2;
  if (steps.size() > kMostEncodings) return unknown_encoding(where, std::string(encodings));
  std::size_t const max_bytes = most_of(limits, body.size());
  DecodedBody out{std::move(body), true};
  for (auto name = steps.rbegin(); name != steps.rend(); ++name) {
    std::string const in = std::move(out.bytes);
    out.bytes.clear();
    if (in.empty()) break;
    Step step{};
    if (*name == "gzip" || *name == "x-gzip") {
      step = inflate_gzip(in, max_bytes, out.bytes);
    } else if (*name == "deflate") {
      step = inflate_deflate(in, max_bytes, out.bytes);
    } else if (*name == "br") {
      step = decode_brotli(in, max_bytes, out.bytes);
    } else {
      return unknown_encoding(where, *name);
    }
    if (step == Step::too_large && limits.cut) {
      out.bytes.resize(max_bytes);
      step = Step::cut_short;
    }
    if (step == Step::too_large) {
      return max_bytes < limits.max_bytes ? decoded_too_large(where, limits.ratio)
                                          : body_too_large(where, max_bytes);
    }
    if (step == Step::broken) return broken_encoding(where, *name);
    if (step == Step::cut_short) out.complete = false;
  }
  return out;
}

}  // namespace wza::web
