// SPDX-License-Identifier: Apache-2.0
// Exif 2.32, section 4.6, in big-endian order.
#include "tests/support/photo_bytes.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace wza::test {
namespace {

std::string big_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
  return out;
}

/// One entry of a directory; what is longer than four bytes goes behind it.
struct Tag {
  std::uint16_t number, type;
  std::uint32_t count;
  std::string value;
};

Tag text_tag(std::uint16_t number, std::string text) {
  text += '\0';
  return {number, 2, static_cast<std::uint32_t>(text.size()), text};
}

Tag rationals(std::uint16_t number, std::vector<double> const &values) {
  std::string bytes;
  for (double const value : values)
    bytes += big_endian(static_cast<std::uint32_t>(std::lround(value * 1e6)), 4) +
             big_endian(1'000'000, 4);
  return {number, 5, static_cast<std::uint32_t>(values.size()), bytes};
}

Tag degrees(std::uint16_t number, double value) {
  double const whole = std::floor(value);
  double const minutes = std::floor((value - whole) * 60);
  return rationals(number, {whole, minutes, ((value - whole) * 60 - minutes) * 60});
}

/// A directory that begins at `offset` of the TIFF.
std::string directory(std::vector<Tag> const &tags, std::size_t offset) {
  std::string entries = big_endian(static_cast<std::uint32_t>(tags.size()), 2);
  std::string behind;
  std::size_t const data = offset + 2 + tags.size() * 12 + 4;
  for (Tag const &tag : tags) {
    entries += big_endian(tag.number, 2) + big_endian(tag.type, 2) + big_endian(tag.count, 4);
    if (tag.value.size() <= 4) {
      entries += tag.value + std::string(4 - tag.value.size(), '\0');
    } else {
      entries += big_endian(static_cast<std::uint32_t>(data + behind.size()), 4);
      behind += tag.value;
    }
  }
  return entries + std::string(4, '\0') + behind;
}

std::string exif(PhotoTags const &tags) {
  std::vector<Tag> exif_tags{text_tag(0x9003, tags.time)};
  if (!tags.offset.empty()) exif_tags.push_back(text_tag(0x9011, tags.offset));
  std::vector<Tag> gps_tags;
  if (tags.lon != 0 || tags.lat != 0) {
    gps_tags = {text_tag(1, "N"), degrees(2, tags.lat), text_tag(3, "E"), degrees(4, tags.lon)};
    if (tags.accuracy > 0) gps_tags.push_back(rationals(31, {tags.accuracy}));
  }
  auto const main = [&](std::size_t exif_at, std::size_t gps_at) {
    return directory({text_tag(0x010F, tags.make),
                      {0x0112, 3, 1, big_endian(static_cast<std::uint32_t>(tags.orientation), 2)},
                      {0x8769, 4, 1, big_endian(static_cast<std::uint32_t>(exif_at), 4)},
                      {0x8825, 4, 1, big_endian(static_cast<std::uint32_t>(gps_at), 4)}},
                     8);
  };
  std::size_t const exif_at = 8 + main(0, 0).size();
  std::string const exif_part = directory(exif_tags, exif_at);
  std::size_t const gps_at = exif_at + exif_part.size();
  std::string const tiff = std::string("MM\0\x2A\0\0\0\x08", 8) + main(exif_at, gps_at) +
                           exif_part + directory(gps_tags, gps_at);
  std::string const content = std::string("Exif\0\0", 6) + tiff;
  return "\xFF\xE1" + big_endian(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}

std::string segment(std::uint8_t marker, std::string const &content) {
  return std::string("\xFF") + static_cast<char>(marker) +
         big_endian(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}

}  // namespace

std::string photo_bytes(PhotoTags const &tags) {
  std::string const ones(64, '\1');
  // One Huffman code each: a difference of 0, and the end of the block.
  std::string const lengths = std::string("\1", 1) + std::string(15, '\0');
  std::string const dc = std::string("\0", 1) + lengths + std::string("\0", 1);
  std::string const ac = std::string("\x10", 1) + lengths + std::string("\0", 1);
  std::string out = "\xFF\xD8";
  out += segment(0xE0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
  out += exif(tags);
  out += segment(0xFE, "a comment that must not be kept");
  out += segment(0xDB, std::string("\0", 1) + ones);
  out += segment(0xC0, std::string("\x08\0\x06\0\x08\x01\x01\x11\0", 9));
  out += segment(0xC4, dc);
  out += segment(0xC4, ac);
  out += segment(0xDA, std::string("\x01\x01\0\0\x3F\0", 6));
  return out + "\x3F" + "\xFF\xD9";
}

}  // namespace wza::test
