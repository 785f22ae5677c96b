// SPDX-License-Identifier: Apache-2.0
// MP3: frames of ISO/IEC 11172-3 (MPEG-1) and 13818-3 (MPEG-2), with the frame count that encoders
// leave in the first frame ("Xing", "Info", "VBRI"). Without it the frames are counted, as far as
// the budget goes.
#include "webcheck/media/reader.h"

#include <array>
#include <string>

namespace wza::web {
namespace {

struct Frame {
  std::size_t bytes = 0;  ///< 0: no frame
  int samples = 0;
  int rate = 0;
  std::size_t side_info = 0;  ///< bytes between header and what encoders leave
};

Frame frame_at(std::string_view head) {
  // Layer III alone: the others are no MP3. Indexed by the bit rate bits of the header.
  constexpr std::array<int, 16> kRates1{0,   32,  40,  48,  56,  64,  80,  96,
                                        112, 128, 160, 192, 224, 256, 320, 0};
  constexpr std::array<int, 16> kRates2{0,  8,  16, 24,  32,  40,  48,  56,
                                        64, 80, 96, 112, 128, 144, 160, 0};
  constexpr std::array<int, 4> kSampling{44100, 48000, 32000, 0};
  if (head.size() < 4) return {};
  std::uint64_t const bits = big_endian(head, 0, 4);
  std::uint64_t const version = bits >> 19 & 3;  // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  std::uint64_t const layer = bits >> 17 & 3;
  if ((bits >> 21) != 0x7FF || version == 1 || layer != 1) return {};
  bool const first = version == 3;
  int const rate = kSampling[bits >> 10 & 3] / (first ? 1 : version == 2 ? 2 : 4);
  int const kbits = (first ? kRates1 : kRates2)[bits >> 12 & 15];
  if (rate == 0 || kbits == 0) return {};
  bool const mono = (bits >> 6 & 3) == 3;
  int const padding = static_cast<int>(bits >> 9 & 1);
  Frame frame;
  frame.samples = first ? 1152 : 576;
  frame.rate = rate;
  frame.bytes = static_cast<std::size_t>(frame.samples / 8 * kbits * 1000 / rate + padding);
  frame.side_info = first ? (mono ? 17 : 32) : (mono ? 9 : 17);
  return frame;
}

/// Where the frames begin: behind the ID3v2 tag.
std::uint64_t begin_of(MediaReader &reader) {
  std::string_view const tag = reader.bytes(0, 10);
  if (!tag.starts_with("ID3")) return 0;
  std::uint64_t size = 0;
  for (char const c : tag.substr(6, 4))
    size = size << 7 | (static_cast<unsigned char>(c) & 0x7F);
  bool const footer = (tag[5] & 0x10) != 0;
  return 10 + size + (footer ? 10 : 0);
}

/// The number of frames that the first frame tells; 0 where it does not.
std::uint64_t told_frames(std::string_view first, Frame const &frame) {
  std::string_view const mark = first.substr(0, frame.bytes);
  constexpr std::size_t kHeader = 4;
  constexpr std::size_t kVbri = 32;
  std::size_t const at = kHeader + frame.side_info;
  if (mark.size() > at + 12) {
    std::string_view const name = mark.substr(at, 4);
    bool const counted = (big_endian(mark, at + 4, 4) & 1) != 0;
    if ((name == "Xing" || name == "Info") && counted) return big_endian(mark, at + 8, 4);
  }
  if (mark.size() > kHeader + kVbri + 18 && mark.substr(kHeader + kVbri, 4) == "VBRI") {
    return big_endian(mark, kHeader + kVbri + 14, 4);
  }
  return 0;
}

}  // namespace

MediaFacts read_mp3(MediaReader &reader) {
  std::uint64_t at = begin_of(reader);
  Frame const first = frame_at(reader.bytes(at, 4));
  if (first.bytes == 0) return {};
  std::uint64_t const told = told_frames(std::string(reader.some(at, first.bytes)), first);
  auto const seconds = [&](std::uint64_t frames) {
    return static_cast<double>(frames) * first.samples / first.rate;
  };
  if (told != 0) return lasting(seconds(told), true);
  std::uint64_t frames = 0;
  while (!reader.ends_at(at)) {
    std::string_view const head = reader.bytes(at, 4);
    Frame const frame = frame_at(head);
    if (frame.bytes == 0) {
      constexpr std::size_t kTailTag = 128;  // ID3v1
      bool const tail = head.starts_with("TAG") && reader.ends_at(at + kTailTag);
      if (tail && frames > 1) return lasting(seconds(frames), true);
      break;
    }
    at += frame.bytes;
    ++frames;
  }
  if (frames < 2) return {};
  MediaFacts facts = lasting(seconds(frames), true);
  if (!reader.ends_at(at)) facts.seconds = Known<double>::unknown();
  return facts;
}

}  // namespace wza::web
