// SPDX-License-Identifier: Apache-2.0
#include "gis/io/jpeg.h"

#include <cassert>
#include <cstddef>
#include <cstdint>

namespace wza::gis {
namespace {

constexpr std::uint8_t kStart = 0xD8, kEnd = 0xD9, kScan = 0xDA, kComment = 0xFE;
constexpr std::uint8_t kApp0 = 0xE0, kApp2 = 0xE2, kApp14 = 0xEE, kApp15 = 0xEF;
constexpr std::uint8_t kRestart0 = 0xD0, kRestart7 = 0xD7;

std::uint8_t byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<std::uint8_t>(bytes[i]);
}

/// Application data that says how colours are meant.
bool is_about_colour(std::uint8_t marker, std::string_view content) {
  return (marker == kApp0 && content.starts_with("JFIF")) ||
         (marker == kApp2 && content.starts_with("ICC_PROFILE")) ||
         (marker == kApp14 && content.starts_with("Adobe"));
}

bool is_kept(std::uint8_t marker, std::string_view content) {
  if (marker == kComment) return false;
  return marker < kApp0 || marker > kApp15 || is_about_colour(marker, content);
}

/// An Exif segment with nothing in it but the orientation.
std::string orientation_segment(int orientation) {
  std::string segment(
      "\xFF\xE1\x00\x22"
      "Exif\0\0"
      "MM\x00\x2A\x00\x00\x00\x08"
      "\x00\x01"
      "\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01\x00\x00"
      "\x00\x00\x00\x00",
      36);
  segment[29] = static_cast<char>(orientation);
  return segment;
}

/// Where the entropy-coded data that begin at `at` end: at the next marker but a restart.
std::size_t end_of_scan(std::string_view jpeg, std::size_t at) {
  for (;;) {
    at = jpeg.find('\xFF', at);
    if (at == std::string_view::npos || at + 1 >= jpeg.size()) return std::string_view::npos;
    std::uint8_t const next = byte_at(jpeg, at + 1);
    if (next != 0 && next != 0xFF && (next < kRestart0 || next > kRestart7)) return at;
    ++at;
  }
}

}  // namespace

std::optional<std::string> without_metadata(std::string_view jpeg, int orientation) {
  assert(orientation >= 1 && orientation <= 8);
  if (!jpeg.starts_with("\xFF\xD8\xFF")) return std::nullopt;
  std::string out("\xFF\xD8");
  if (orientation != 1) out += orientation_segment(orientation);
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() + 2 && at + 1 < jpeg.size()) {
    if (byte_at(jpeg, at) != 0xFF) return std::nullopt;
    std::uint8_t const marker = byte_at(jpeg, at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (marker == kEnd) return out + "\xFF\xD9";
    if (marker == kStart || at + 4 > jpeg.size()) return std::nullopt;
    std::size_t const length = (byte_at(jpeg, at + 2) << 8U) | byte_at(jpeg, at + 3);
    if (length < 2 || at + 2 + length > jpeg.size()) return std::nullopt;
    if (is_kept(marker, jpeg.substr(at + 4, length - 2))) out += jpeg.substr(at, 2 + length);
    at += 2 + length;
    if (marker == kScan) {
      std::size_t const end = end_of_scan(jpeg, at);
      if (end == std::string_view::npos) return std::nullopt;
      out += jpeg.substr(at, end - at);
      at = end;
    }
  }
  return std::nullopt;
}

}  // namespace wza::gis
