// SPDX-License-Identifier: Apache-2.0
// How long a media file plays and whether it has sound, from the headers of its container: MP4 and
// MOV (ISO/IEC 14496-12), WebM and Matroska (RFC 9559), Ogg (RFC 3533), MP3 (ISO/IEC 11172-3 and
// 13818-3), WAV, FLAC (RFC 9639). Nothing is decoded. Hostile files cost no more than the budget:
// what it does not suffice for is unknown.
#pragma once

#include "webcheck/surroundings.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wza::web {

/// Where a file's bytes come from; fetching them is the caller's business.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Up to `size` bytes from `offset` on; fewer only at the end or where they cannot be had.
  virtual std::string read(std::uint64_t offset, std::size_t size) = 0;
  /// Of the whole file, where it is known.
  virtual std::optional<std::uint64_t> size() = 0;
};

/// A file that is in memory as a whole.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : m_bytes(bytes) {}
  std::string read(std::uint64_t offset, std::size_t size) override;
  std::optional<std::uint64_t> size() override { return m_bytes.size(); }

 private:
  std::string_view m_bytes;
};

struct MediaBudget {
  int reads = 24;                         ///< of the source
  std::uint64_t bytes = 4 * 1024 * 1024;  ///< read in all
  std::size_t at_once = 64 * 1024;        ///< read where less is asked for
};

/// Everything is unknown of a file of another kind.
MediaFacts read_media(ByteSource &source, MediaBudget const &budget = {});

}  // namespace wza::web
