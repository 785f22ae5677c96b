// SPDX-License-Identifier: Apache-2.0
// WebM and Matroska: EBML (RFC 8794) and RFC 9559, elements Segment, Info, Duration,
// TimestampScale, Tracks, TrackEntry, TrackType. They stand before the first Cluster, whose blocks
// show whether the sound may be silence.
#include "webcheck/media/reader.h"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>
#include <vector>

namespace wza::web {
namespace {

enum Id : std::uint32_t {
  kHeader = 0x1A45DFA3,
  kSegment = 0x18538067,
  kInfo = 0x1549A966,
  kTracks = 0x1654AE6B,
  kCluster = 0x1F43B675,
  kTimestampScale = 0x2AD7B1,
  kDuration = 0x4489,
  kTrackEntry = 0xAE,
  kTrackNumber = 0xD7,
  kTrackType = 0x83,
  kSimpleBlock = 0xA3,
  kBlockGroup = 0xA0,
  kBlock = 0xA1,
};
constexpr std::size_t kMaxElement = 1024 * 1024;
constexpr std::size_t kLook = 256 * 1024;  // of the first cluster
constexpr int kMaxElements = 200;

struct Element {
  std::uint32_t id = 0;
  std::uint64_t size = 0;
  bool endless = false;  ///< its size is not told
  std::size_t head = 0;  ///< bytes of id and size; 0: there is no element
};

/// EBML's numbers tell their own length by the leading zero bits of the first byte.
std::size_t width_of(char first) {
  return static_cast<std::size_t>(std::countl_zero(static_cast<unsigned char>(first))) + 1;
}

Element element_at(std::string_view bytes) {
  if (bytes.empty() || bytes[0] == 0) return {};
  std::size_t const id_width = width_of(bytes[0]);
  if (id_width > 4 || bytes.size() <= id_width || bytes[id_width] == 0) return {};
  std::size_t const width = width_of(bytes[id_width]);
  if (bytes.size() < id_width + width) return {};
  std::uint64_t const mask = (std::uint64_t{1} << (7 * width)) - 1;
  Element out;
  out.id = static_cast<std::uint32_t>(big_endian(bytes, 0, id_width));
  out.size = big_endian(bytes, id_width, width) & mask;
  out.endless = out.size == mask;
  out.head = id_width + width;
  return out;
}

template <class Each>
void each_element(std::string_view content, Each each) {
  while (!content.empty()) {
    Element const element = element_at(content);
    if (element.head == 0 || element.size > content.size() - element.head) return;
    auto const size = static_cast<std::size_t>(element.size);
    each(element.id, content.substr(element.head, size));
    content.remove_prefix(element.head + size);
  }
}

double number(std::string_view bytes) {
  if (bytes.size() == 4) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(big_endian(bytes, 0, 4)));
  }
  return bytes.size() == 8 ? std::bit_cast<double>(big_endian(bytes, 0, 8)) : 0;
}

double seconds_of(std::string_view info) {
  double scale = 1'000'000;  // nanoseconds
  double duration = 0;
  each_element(info, [&](std::uint32_t id, std::string_view value) {
    if (id == kTimestampScale && value.size() <= 8)
      scale = static_cast<double>(big_endian(value, 0, value.size()));
    if (id == kDuration) duration = number(value);
  });
  return duration * scale / 1e9;
}

/// The numbers of the audio tracks.
std::vector<std::uint64_t> audio_tracks(std::string_view tracks) {
  constexpr std::uint64_t kAudio = 2;
  std::vector<std::uint64_t> out;
  each_element(tracks, [&](std::uint32_t id, std::string_view entry) {
    if (id != kTrackEntry) return;
    std::uint64_t type = 0;
    std::uint64_t number = 0;
    each_element(entry, [&](std::uint32_t in, std::string_view value) {
      if (value.size() > 8) return;
      if (in == kTrackType) type = big_endian(value, 0, value.size());
      if (in == kTrackNumber) number = big_endian(value, 0, value.size());
    });
    if (type == kAudio) out.push_back(number);
  });
  return out;
}

/// False where the first blocks of the audio tracks have hardly a byte each: that may be silence.
class Loudness {
 public:
  explicit Loudness(std::vector<std::uint64_t> tracks) : m_tracks(std::move(tracks)) {}

  void take(std::string_view cluster) {
    each_element(cluster, [this](std::uint32_t id, std::string_view value) {
      if (id == kSimpleBlock) take_block(value);
      if (id != kBlockGroup) return;
      each_element(value, [this](std::uint32_t in, std::string_view block) {
        if (in == kBlock) take_block(block);
      });
    });
  }
  bool may_be_silence() const {
    constexpr std::uint64_t kHardlyAny = 16;  // bytes a block; speech takes more than twice
    return m_blocks > 4 && m_bytes < kHardlyAny * m_blocks;
  }

 private:
  void take_block(std::string_view block) {
    constexpr std::size_t kTimeAndFlags = 3;
    if (block.empty() || block[0] == 0) return;
    std::size_t const width = width_of(block[0]);
    if (block.size() < width + kTimeAndFlags) return;
    std::uint64_t const mask = (std::uint64_t{1} << (7 * width)) - 1;
    std::uint64_t const track = big_endian(block, 0, width) & mask;
    if (std::ranges::find(m_tracks, track) == m_tracks.end()) return;
    ++m_blocks;
    m_bytes += block.size() - width - kTimeAndFlags;
  }

  std::vector<std::uint64_t> m_tracks;
  std::uint64_t m_blocks = 0, m_bytes = 0;
};

}  // namespace

MediaFacts read_matroska(MediaReader &reader) {
  double seconds = 0;
  Trilean audio = Trilean::unknown();
  std::vector<std::uint64_t> tracks;
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxElements; ++i) {
    Element const element = element_at(std::string(reader.some(at, 12)));
    if (element.head == 0) break;
    if (element.id == kCluster) {
      if (!audio.is_true()) break;
      Loudness loudness(tracks);
      std::size_t const size =
          static_cast<std::size_t>(std::min<std::uint64_t>(element.size, kLook));
      loudness.take(reader.some(at + element.head, size));
      if (loudness.may_be_silence()) audio = Trilean::unknown();
      break;
    }
    if (element.id == kSegment) {
      at += element.head;
      continue;
    }
    if (element.endless || at + element.head + element.size < at) break;
    if ((element.id == kInfo || element.id == kTracks) && element.size <= kMaxElement) {
      std::string_view const content =
          reader.bytes(at + element.head, static_cast<std::size_t>(element.size));
      if (element.id == kInfo) seconds = seconds_of(content);
      if (element.id == kTracks && !content.empty()) {
        tracks = audio_tracks(content);
        audio = !tracks.empty();
      }
    }
    at += element.head + element.size;
  }
  return lasting(seconds, audio);
}

}  // namespace wza::web
