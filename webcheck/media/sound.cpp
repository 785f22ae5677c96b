// SPDX-License-Identifier: Apache-2.0
// WAV (RIFF), FLAC (RFC 9639, section 8.2) and Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), Speex
// and FLAC in it.
#include "webcheck/media/reader.h"

#include <algorithm>
#include <map>
#include <string>

namespace wza::web {
namespace {

/// Samples a second of an audio stream, by its first packet; nothing for other streams.
struct OggStream {
  std::uint64_t rate = 0;
  std::uint64_t skipped = 0;
};
std::optional<OggStream> audio_stream(std::string_view packet) {
  if (packet.starts_with("\x01vorbis")) return OggStream{little_endian(packet, 12, 4), 0};
  if (packet.starts_with("OpusHead")) return OggStream{48000, little_endian(packet, 10, 2)};
  if (packet.starts_with("Speex   ")) return OggStream{little_endian(packet, 36, 4), 0};
  if (packet.starts_with("\x7F"
                         "FLAC")) {
    return OggStream{big_endian(packet, 27, 3) >> 4, 0};
  }
  return std::nullopt;
}

bool is_video_packet(std::string_view packet) {
  return packet.starts_with("\x80theora");
}

/// The longest of the streams, by the last pages that end in `tail`.
double longest(std::string_view tail, std::map<std::uint64_t, OggStream> const &streams) {
  constexpr std::size_t kHead = 27;
  double seconds = 0;
  for (std::size_t at = tail.find("OggS"); at != std::string_view::npos;
       at = tail.find("OggS", at + 4)) {
    if (tail.size() - at < kHead) break;
    auto const stream = streams.find(little_endian(tail, at + 14, 4));
    std::uint64_t const granule = little_endian(tail, at + 6, 8);
    if (stream == streams.end() || stream->second.rate == 0 || granule == ~std::uint64_t{0})
      continue;
    std::uint64_t const samples = granule - std::min(granule, stream->second.skipped);
    seconds =
        std::max(seconds, static_cast<double>(samples) / static_cast<double>(stream->second.rate));
  }
  return seconds;
}

}  // namespace

MediaFacts read_wav(MediaReader &reader) {
  constexpr int kMaxChunks = 64;
  std::uint64_t rate = 0;
  std::uint64_t at = 12;
  for (int i = 0; i < kMaxChunks; ++i) {
    std::string const head(reader.bytes(at, 8));
    if (head.empty()) break;
    std::uint64_t size = little_endian(head, 4, 4);
    if (head.starts_with("fmt ")) rate = little_endian(reader.bytes(at + 8, 16), 8, 4);
    if (head.starts_with("data")) {
      // Written while it was recorded, a file may promise more than it has.
      if (auto const all = reader.size()) size = std::min(size, *all - std::min(*all, at + 8));
      return rate == 0 ? MediaFacts()
                       : lasting(static_cast<double>(size) / static_cast<double>(rate), true);
    }
    at += 8 + size + size % 2;
  }
  return {};
}

MediaFacts read_flac(MediaReader &reader) {
  std::string_view const info = reader.bytes(0, 26);
  if (info.empty() || (info[4] & 0x7F) != 0) return {};
  std::uint64_t const packed = big_endian(info, 18, 8);  // rate 20, channels 3, bits 5, samples 36
  std::uint64_t const rate = packed >> 44;
  std::uint64_t const samples = packed & 0xFFFFFFFFFU;
  if (rate == 0) return {};
  return lasting(static_cast<double>(samples) / static_cast<double>(rate), true);
}

MediaFacts read_ogg(MediaReader &reader) {
  constexpr int kMaxStreams = 16;
  constexpr std::size_t kHead = 27;
  constexpr std::uint64_t kTail = 64 * 1024;  // a page is not larger
  std::map<std::uint64_t, OggStream> streams;
  bool other = false;
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxStreams; ++i) {
    std::string const head(reader.some(at, kHead + 255));
    if (head.size() < kHead || !head.starts_with("OggS") || (head[5] & 2) == 0) break;
    auto const segments = static_cast<std::size_t>(static_cast<unsigned char>(head[26]));
    if (head.size() < kHead + segments) break;
    std::size_t size = 0;
    for (char const c : std::string_view(head).substr(kHead, segments))
      size += static_cast<unsigned char>(c);
    std::string const packet(reader.some(at + kHead + segments, std::min<std::size_t>(size, 64)));
    if (auto const audio = audio_stream(packet)) {
      streams[little_endian(head, 14, 4)] = *audio;
    } else if (!is_video_packet(packet)) {
      other = true;
    }
    at += kHead + segments + size;
  }
  Trilean const audio = !streams.empty() ? Trilean(true)
                        : other          ? Trilean::unknown()
                                         : Trilean(false);
  auto const all = reader.size();
  if (!all || at == 0) return lasting(0, at == 0 ? Trilean::unknown() : audio);
  std::uint64_t const tail = std::min(*all, kTail);
  std::string const end(reader.some(*all - tail, static_cast<std::size_t>(tail)));
  return lasting(longest(end, streams), audio);
}

}  // namespace wza::web
