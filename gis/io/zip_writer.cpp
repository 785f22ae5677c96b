// SPDX-License-Identifier: Apache-2.0
#include "gis/io/zip_writer.h"

#include "db/base/error.h"

#include <zlib.h>

#include <array>
#include <cassert>
#include <limits>

namespace wza::gis {
namespace {

constexpr std::uint16_t kVersion = 20;         // APPNOTE 4.4.3: deflate
constexpr std::uint16_t kUtf8Names = 1 << 11;  // 4.4.4, bit 11
constexpr std::uint16_t kDeflated = 8;         // 4.4.5
constexpr std::uint16_t kTime = 0;
constexpr std::uint16_t kDate = (1 << 5) | 1;  // 1980-01-01
constexpr std::size_t kSizesAt = 14;           // of CRC and sizes in a local header

void put16(std::string &out, std::uint64_t value) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>(value >> 8 & 0xFF);
}
void put32(std::string &out, std::uint64_t value) {
  put16(out, value & 0xFFFF);
  put16(out, value >> 16);
}

[[noreturn]] void too_large() {
  throw Error(Text{"文件太大：压缩后超过 4 GiB。请缩小导出范围，或导出为 .gpkg 或 .csv。",
                   "The file grows beyond 4 GiB. Export less, or as .gpkg or .csv."},
              ExitCode::refused);
}

}  // namespace

struct ZipWriter::Deflater {
  z_stream stream{};
};

ZipWriter::ZipWriter() : m_deflater(std::make_unique<Deflater>()) {
  // Raw deflate; -15 is the window without zlib's own header.
  if (deflateInit2(&m_deflater->stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(Text{"内存不足。", "Out of memory."});
  }
}

ZipWriter::~ZipWriter() {
  deflateEnd(&m_deflater->stream);
}

void ZipWriter::begin(std::string_view name) {
  assert(!m_open && name.size() <= std::numeric_limits<std::uint16_t>::max());
  m_open = true;
  m_name = name;
  m_start = m_out.size();
  m_size = 0;
  m_crc = 0;
  put32(m_out, 0x04034b50);
  for (std::uint16_t const field : {kVersion, kUtf8Names, kDeflated, kTime, kDate})
    put16(m_out, field);
  m_out.append(12, '\0');  // CRC and sizes, known at the end
  put16(m_out, name.size());
  put16(m_out, 0);
  m_out += name;
  m_packed_from = m_out.size();
  deflateReset(&m_deflater->stream);
}

void ZipWriter::pump(std::string_view bytes, int flush) {
  auto &stream = m_deflater->stream;
  std::array<unsigned char, 1 << 15> buffer;
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  do {
    stream.next_out = buffer.data();
    stream.avail_out = static_cast<uInt>(buffer.size());
    [[maybe_unused]] int const code = deflate(&stream, flush);
    assert(code != Z_STREAM_ERROR);
    m_out.append(reinterpret_cast<char *>(buffer.data()), buffer.size() - stream.avail_out);
  } while (stream.avail_out == 0);
}

void ZipWriter::write(std::string_view bytes) {
  assert(m_open);
  m_size += bytes.size();
  constexpr std::size_t kPiece = 1 << 30;  // zlib counts in 32 bits
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size()))) {
    auto const piece = bytes.substr(0, kPiece);
    m_crc = static_cast<std::uint32_t>(crc32(m_crc, reinterpret_cast<Bytef const *>(piece.data()),
                                             static_cast<uInt>(piece.size())));
    pump(piece, Z_NO_FLUSH);
  }
}

void ZipWriter::end() {
  assert(m_open);
  m_open = false;
  pump({}, Z_FINISH);
  std::uint64_t const packed = m_out.size() - m_packed_from;
  if (m_size > std::numeric_limits<std::uint32_t>::max()) too_large();
  std::string sizes;
  put32(sizes, m_crc);
  put32(sizes, packed);
  put32(sizes, m_size);
  m_out.replace(m_start + kSizesAt, sizes.size(), sizes);
  put32(m_directory, 0x02014b50);
  for (std::uint16_t const field : {kVersion, kVersion, kUtf8Names, kDeflated, kTime, kDate})
    put16(m_directory, field);
  m_directory += sizes;
  put16(m_directory, m_name.size());
  m_directory.append(12, '\0');  // extra, comment, disk, attributes
  put32(m_directory, m_start);
  m_directory += m_name;
  ++m_count;
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  begin(name);
  write(bytes);
  end();
}

std::string ZipWriter::finish() {
  assert(!m_open);
  std::uint64_t const at = m_out.size();
  if (at + m_directory.size() > std::numeric_limits<std::uint32_t>::max() ||
      m_count > std::numeric_limits<std::uint16_t>::max()) {
    too_large();
  }
  m_out += m_directory;
  put32(m_out, 0x06054b50);
  put32(m_out, 0);
  put16(m_out, m_count);
  put16(m_out, m_count);
  put32(m_out, m_directory.size());
  put32(m_out, at);
  put16(m_out, 0);
  return std::move(m_out);
}

}  // namespace wza::gis
