// SPDX-License-Identifier: Apache-2.0
// Reading numbers from a file within a budget: what lies beyond it, or beyond the end, is nothing.
#pragma once

#include "webcheck/media/container.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

class MediaReader {
 public:
  MediaReader(ByteSource &source, MediaBudget const &budget) : m_source(source), m_left(budget) {}

  /// Exactly `size` bytes, or none. The view holds until the next call.
  std::string_view bytes(std::uint64_t offset, std::size_t size);
  /// Up to `size` bytes.
  std::string_view some(std::uint64_t offset, std::size_t size);
  std::optional<std::uint64_t> size() { return m_source.size(); }
  /// True if the file ends at or before `offset`, for all that is known.
  bool ends_at(std::uint64_t offset);

 private:
  ByteSource &m_source;
  MediaBudget m_left;
  std::string m_window;
  std::uint64_t m_window_at = 0;
};

/// The number that `size` (at most 8) bytes of `bytes` from `at` on mean; 0 where they are not
/// there: callers check lengths where 0 would mean something.
std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size);
std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size);

MediaFacts read_mp4(MediaReader &reader);
MediaFacts read_matroska(MediaReader &reader);
MediaFacts read_mp3(MediaReader &reader);
MediaFacts read_ogg(MediaReader &reader);
MediaFacts read_wav(MediaReader &reader);
MediaFacts read_flac(MediaReader &reader);

/// Facts of a file that plays so long.
MediaFacts lasting(double seconds, Trilean has_audio);

}  // namespace wza::web
