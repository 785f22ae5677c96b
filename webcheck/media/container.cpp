// SPDX-License-Identifier: Apache-2.0
#include "webcheck/media/container.h"

#include "webcheck/media/reader.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wza::web {

std::string MemorySource::read(std::uint64_t offset, std::size_t size) {
  if (offset >= m_bytes.size()) return {};
  return std::string(m_bytes.substr(static_cast<std::size_t>(offset), size));
}

std::string_view MediaReader::some(std::uint64_t offset, std::size_t size) {
  bool const inside = offset >= m_window_at && offset - m_window_at <= m_window.size() &&
                      size <= m_window.size() - (offset - m_window_at);
  if (!inside) {
    std::size_t const wanted = std::max(size, m_left.at_once);
    if (m_left.reads == 0 || wanted > m_left.bytes) return {};
    --m_left.reads;
    m_left.bytes -= wanted;
    m_window = m_source.read(offset, wanted);
    m_window_at = offset;
  }
  return std::string_view(m_window).substr(static_cast<std::size_t>(offset - m_window_at), size);
}

std::string_view MediaReader::bytes(std::uint64_t offset, std::size_t size) {
  std::string_view const got = some(offset, size);
  return got.size() == size ? got : std::string_view();
}

bool MediaReader::ends_at(std::uint64_t offset) {
  auto const all = size();
  return all && offset >= *all;
}

std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || size > bytes.size() - at) return 0;
  std::uint64_t value = 0;
  for (char const c : bytes.substr(at, size))
    value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || size > bytes.size() - at) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

MediaFacts lasting(double seconds, Trilean has_audio) {
  MediaFacts facts;
  facts.has_audio = has_audio;
  if (!std::isfinite(seconds) || seconds <= 0) return facts;
  facts.seconds = seconds;
  facts.at_least = seconds;
  return facts;
}

MediaFacts read_media(ByteSource &source, MediaBudget const &budget) {
  using namespace std::string_view_literals;
  MediaReader reader(source, budget);
  std::string const head(reader.some(0, 16));
  std::string_view const start = head;
  constexpr std::array kBoxes{"ftyp"sv, "moov"sv, "mdat"sv, "free"sv, "skip"sv, "wide"sv, "styp"sv};
  bool const box =
      start.size() >= 8 && std::ranges::find(kBoxes, start.substr(4, 4)) != kBoxes.end();
  if (box) return read_mp4(reader);
  if (start.starts_with("\x1A\x45\xDF\xA3"sv)) return read_matroska(reader);
  if (start.starts_with("OggS"sv)) return read_ogg(reader);
  if (start.starts_with("fLaC"sv)) return read_flac(reader);
  if (start.starts_with("RIFF"sv) && start.substr(8).starts_with("WAVE"sv)) return read_wav(reader);
  bool const frame = start.size() >= 2 && start[0] == '\xFF' && (start[1] & 0xE0) == 0xE0;
  if (start.starts_with("ID3"sv) || frame) return read_mp3(reader);
  return {};
}

}  // namespace wza::web
