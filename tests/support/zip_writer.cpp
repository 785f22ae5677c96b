// SPDX-License-Identifier: Apache-2.0
#include "tests/support/zip_writer.h"

#include <zlib.h>

#include <stdexcept>

namespace wza::test {
namespace {

void put(std::string &to, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i, value >>= 8U)
    to += static_cast<char>(value & 0xffU);
}

/// Deflates part after part; what a flushed part became may be repeated.
class Deflater {
 public:
  Deflater() {
    if (deflateInit2(&m_stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::runtime_error("zlib");
  }
  Deflater(Deflater const &) = delete;
  Deflater &operator=(Deflater const &) = delete;
  ~Deflater() { deflateEnd(&m_stream); }

  std::string part(std::string_view plain, int flush) {
    std::string out(plain.size() + plain.size() / 100 + 128, '\0');
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    m_stream.avail_in = static_cast<uInt>(plain.size());
    m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
    m_stream.avail_out = static_cast<uInt>(out.size());
    deflate(&m_stream, flush);
    out.resize(out.size() - m_stream.avail_out);
    return out;
  }

 private:
  z_stream m_stream{};
};

unsigned long crc_of(std::string_view plain) {
  return crc32(0, reinterpret_cast<Bytef const *>(plain.data()), static_cast<uInt>(plain.size()));
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view head, std::string_view body,
                    std::size_t times, std::string_view tail) {
  Deflater deflater;
  std::string packed = deflater.part(head, Z_FULL_FLUSH);
  std::string const repeated = deflater.part(body, Z_FULL_FLUSH);
  unsigned long crc = crc_of(head);
  unsigned long const body_crc = crc_of(body);
  for (std::size_t i = 0; i < times; ++i) {
    packed += repeated;
    crc = crc32_combine(crc, body_crc, static_cast<z_off_t>(body.size()));
  }
  packed += deflater.part(tail, Z_FINISH);
  crc = crc32_combine(crc, crc_of(tail), static_cast<z_off_t>(tail.size()));

  std::string common;
  put(common, 20, 2);     // version needed
  put(common, 0x800, 2);  // names are UTF-8
  put(common, 8, 2);      // deflated
  put(common, 0x5a'21'00'00, 4);
  put(common, crc, 4);
  put(common, packed.size(), 4);
  put(common, head.size() + body.size() * times + tail.size(), 4);
  put(common, name.size(), 2);
  put(common, 0, 2);
  m_last_entry = "PK\x01\x02";
  put(m_last_entry, 20, 2);
  m_last_entry += common;
  put(m_last_entry, 0, 10);
  put(m_last_entry, m_members.size(), 4);
  m_last_entry += name;
  m_directory += m_last_entry;
  ++m_count;
  m_members += "PK\x03\x04";
  m_members += common;
  m_members += name;
  m_members += packed;
}

std::string ZipWriter::finish(std::size_t more) {
  for (std::size_t i = 0; i < more; ++i)
    m_directory += m_last_entry;
  m_count += more;
  std::string out = m_members + m_directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, m_count & 0xffff, 2);
  put(out, m_count & 0xffff, 2);
  put(out, m_directory.size(), 4);
  put(out, m_members.size(), 4);
  put(out, 0, 2);
  return out;
}

}  // namespace wza::test
