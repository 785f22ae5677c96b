// SPDX-License-Identifier: Apache-2.0
// MP4, M4A and MOV: ISO/IEC 14496-12, boxes moov, mvhd, mvex, mehd, trak, tkhd, mdia, hdlr, stsz.
#include "webcheck/media/reader.h"

#include <algorithm>

namespace wza::web {
namespace {

constexpr std::size_t kMaxMovie = 3 * 1024 * 1024;
constexpr int kMaxBoxes = 64;

/// Calls `each(type, content)` for the boxes in a row that fill `content`.
template <class Each>
void each_box(std::string_view content, Each each) {
  while (content.size() >= 8) {
    std::uint64_t size = big_endian(content, 0, 4);
    std::string_view const type = content.substr(4, 4);
    std::size_t head = 8;
    if (size == 1) {
      size = big_endian(content, 8, 8);
      head = 16;
    }
    if (size == 0) size = content.size();
    if (size < head || size > content.size()) return;
    each(type, content.substr(head, static_cast<std::size_t>(size) - head));
    content.remove_prefix(static_cast<std::size_t>(size));
  }
}

struct Movie {
  double timescale = 0;
  double duration = 0;  ///< in units of the timescale; 0: not said
  bool fragmented = false;
  Trilean audio = false;
};

/// What mvhd, mehd say of a duration; "all ones" means that it is not known.
double duration_at(std::string_view box, std::size_t at, std::size_t size) {
  std::uint64_t const value = big_endian(box, at, size);
  bool const unknown = value == (size == 4 ? 0xFFFFFFFFU : ~std::uint64_t{0});
  return unknown ? 0 : static_cast<double>(value);
}

bool is_version_1(std::string_view box) {
  return !box.empty() && box[0] == 1;
}

/// Bytes of all samples of a track; nothing where they are not told.
std::optional<std::uint64_t> sample_bytes(std::string_view stsz) {
  if (stsz.size() < 12) return std::nullopt;
  std::uint64_t const each = big_endian(stsz, 4, 4);
  std::uint64_t const count = big_endian(stsz, 8, 4);
  if (each != 0) return each * count;
  if (count > (stsz.size() - 12) / 4) return std::nullopt;
  std::uint64_t sum = 0;
  for (std::uint64_t i = 0; i < count; ++i)
    sum += big_endian(stsz, static_cast<std::size_t>(12 + 4 * i), 4);
  return sum;
}

struct Track {
  bool enabled = true;
  bool sound = false;
  double timescale = 0, duration = 0;
  std::optional<std::uint64_t> bytes;
};

void read_media_box(std::string_view type, std::string_view box, Track &track) {
  if (type == "hdlr") {
    track.sound = box.size() >= 12 && box.substr(8, 4) == "soun";
  } else if (type == "mdhd") {
    bool const wide = is_version_1(box);
    track.timescale = static_cast<double>(big_endian(box, wide ? 20 : 12, 4));
    track.duration = wide ? duration_at(box, 24, 8) : duration_at(box, 16, 4);
  } else if (type == "minf") {
    each_box(box, [&](std::string_view in, std::string_view content) {
      if (in != "stbl") return;
      each_box(content, [&](std::string_view table, std::string_view rows) {
        if (table == "stsz") track.bytes = sample_bytes(rows);
      });
    });
  }
}

/// Whether the track is sound that people hear. Where hardly a byte is spent on a second, the sound
/// may be silence.
Trilean is_audible(Track const &track) {
  constexpr double kHardlyAny = 800;  // bytes a second; the thinnest speech takes more than twice
  if (!track.sound) return false;
  if (!track.enabled) return Trilean::unknown();
  bool const timed = track.bytes && track.timescale > 0 && track.duration > 0;
  if (!timed) return true;
  double const rate = static_cast<double>(*track.bytes) * track.timescale / track.duration;
  return rate<kHardlyAny && * track.bytes> 0 ? Trilean::unknown() : Trilean(true);
}

Track read_track(std::string_view trak) {
  Track track;
  each_box(trak, [&](std::string_view type, std::string_view box) {
    if (type == "tkhd") track.enabled = box.size() >= 4 && (box[3] & 1) != 0;
    if (type == "mdia") {
      each_box(box, [&](std::string_view in, std::string_view content) {
        read_media_box(in, content, track);
      });
    }
  });
  return track;
}

Movie read_movie(std::string_view moov) {
  Movie movie;
  each_box(moov, [&](std::string_view type, std::string_view box) {
    if (type == "mvhd") {
      bool const wide = is_version_1(box);
      movie.timescale = static_cast<double>(big_endian(box, wide ? 20 : 12, 4));
      movie.duration =
          std::max(movie.duration, wide ? duration_at(box, 24, 8) : duration_at(box, 16, 4));
    } else if (type == "mvex") {
      movie.fragmented = true;
      each_box(box, [&](std::string_view in, std::string_view mehd) {
        if (in != "mehd") return;
        bool const wide = is_version_1(mehd);
        movie.duration = std::max(movie.duration, duration_at(mehd, 4, wide ? 8 : 4));
        movie.fragmented = false;
      });
    } else if (type == "trak") {
      movie.audio = movie.audio || is_audible(read_track(box));
    }
  });
  return movie;
}

}  // namespace

MediaFacts read_mp4(MediaReader &reader) {
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxBoxes; ++i) {
    std::string const head(reader.some(at, 16));
    if (head.size() < 8) return {};
    std::uint64_t size = big_endian(head, 0, 4);
    std::size_t header = 8;
    if (size == 1) {
      size = big_endian(head, 8, 8);
      header = 16;
    }
    if (size == 0) size = reader.size().value_or(at) - at;
    if (size < header || at + size < at) return {};
    if (std::string_view(head).substr(4, 4) != "moov") {
      at += size;
      continue;
    }
    if (size > kMaxMovie) return {};
    std::size_t const length = static_cast<std::size_t>(size) - header;
    Movie const movie = read_movie(reader.bytes(at + header, length));
    // The duration that a fragmented file gives up front is that of its first part.
    double const seconds = movie.timescale > 0 ? movie.duration / movie.timescale : 0;
    MediaFacts facts = lasting(seconds, movie.audio);
    if (movie.timescale <= 0) facts.has_audio = Trilean::unknown();
    if (movie.fragmented) facts.seconds = Known<double>::unknown();
    return facts;
  }
  return {};
}

}  // namespace wza::web
