// SPDX-License-Identifier: Apache-2.0
#include "gis/io/table_wire.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace wza::gis {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

enum class Tag : char { head = 'H', row = 'R', merged = 'M', whole = 'E', problem = 'P' };
enum class Shape : char { none = '0', point = '1', area = '2' };

constexpr std::size_t kBuffer = std::size_t{1} << 16;

/// Thrown where what arrives cannot be used; caught in read_wire.
struct Stop {
  WireEnd end;
};

class WireReader {
 public:
  WireReader(int from, WireLimits const &limits)
      : m_from(from), m_left(limits.bytes), m_until(SteadyTime::clock::now() + limits.time) {}

  WireResult read(TableSink &sink) {
    bool begun = false;
    for (;;) {
      auto const tag = Tag(number<char>());
      if (tag == Tag::problem) return {WireEnd::problem, problem()};
      if (!begun && tag != Tag::head) throw Stop{WireEnd::cut_off};
      if (tag == Tag::whole) return {WireEnd::whole, {}};
      if (tag == Tag::head) {
        if (begun) throw Stop{WireEnd::cut_off};
        begun = true;
        sink.begin(head());
      } else if (tag == Tag::row) {
        sink.row(row());
      } else if (tag == Tag::merged) {
        charge(sizeof(MergedCells));
        sink.merged({number<std::int64_t>(), number<std::int64_t>(), number<std::int64_t>(),
                     number<std::int64_t>()});
      } else {
        throw Stop{WireEnd::cut_off};
      }
    }
  }

 private:
  /// Memory that what is read next will hold.
  void charge(std::size_t bytes) {
    if (bytes > m_left) throw Stop{WireEnd::too_large};
    m_left -= bytes;
  }

  void fill() {
    auto const left =
        std::chrono::ceil<std::chrono::milliseconds>(m_until - SteadyTime::clock::now());
    pollfd ready{m_from, POLLIN, 0};
    if (left.count() <= 0 || poll(&ready, 1, static_cast<int>(left.count())) == 0)
      throw Stop{WireEnd::too_slow};
    auto const got = ::read(m_from, m_buffer, sizeof m_buffer);
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) throw Stop{WireEnd::cut_off};
    m_at = 0;
    m_end = static_cast<std::size_t>(got);
  }

  void bytes(char *to, std::size_t count) {
    while (count > 0) {
      if (m_at == m_end) fill();
      auto const part = std::min(count, m_end - m_at);
      std::memcpy(to, m_buffer + m_at, part);
      m_at += part;
      to += part;
      count -= part;
    }
  }

  template <class Number>
  Number number() {
    Number out{};
    bytes(reinterpret_cast<char *>(&out), sizeof out);
    return out;
  }

  /// A count of things that hold `each` bytes of memory.
  std::size_t count(std::size_t each) {
    auto const n = number<std::uint32_t>();
    charge(std::size_t{n} * each);
    return n;
  }

  std::string text() {
    auto const n = number<std::uint32_t>();
    if (n > sizeof(std::string) / 2) charge(n);
    std::string out(n, '\0');
    bytes(out.data(), n);
    return is_utf8(out) ? out : well_formed(out);
  }
  Text texts() {
    auto zh = text();
    return {std::move(zh), text()};
  }

  Problem problem() {
    Problem out;
    auto const code = number<std::uint8_t>();
    if (code > static_cast<std::uint8_t>(ProblemCode::configuration)) throw Stop{WireEnd::cut_off};
    out.code = ProblemCode(code);
    out.field = text();
    if (auto const row = number<std::int64_t>(); row > 0) out.row = row;
    out.reason = texts();
    out.remedy = texts();
    return out;
  }

  Table head() {
    Table out;
    out.layer = text();
    out.columns.resize(count(sizeof(Column)));
    for (auto &column : out.columns) {
      column.name = text();
      auto const kind = number<std::uint8_t>();
      if (kind > static_cast<std::uint8_t>(CellKind::real)) throw Stop{WireEnd::cut_off};
      column.kind = CellKind(kind);
    }
    auto const frame = number<std::int8_t>();
    if (frame > static_cast<std::int8_t>(Frame::bd09)) throw Stop{WireEnd::cut_off};
    if (frame >= 0) out.frame = Frame(frame);
    out.frame_by_format = number<std::uint8_t>() != 0;
    out.crs = text();
    out.other_layers.resize(count(sizeof(std::string)));
    for (auto &layer : out.other_layers)
      layer = text();
    return out;
  }

  Row row() {
    charge(sizeof(Row));
    Row out;
    out.number = number<std::int64_t>();
    out.cells.resize(count(sizeof(std::string)));
    for (auto &cell : out.cells)
      cell = text();
    out.geometry_fault = text();
    out.repaired = number<char>() != 0;
    auto const shape = Shape(number<char>());
    if (shape == Shape::point) out.geometry = number<RawPoint>();
    if (shape == Shape::area) out.geometry = area();
    return out;
  }

  RawArea area() {
    RawArea out(count(sizeof(std::vector<RawRing>)));
    for (auto &polygon : out) {
      polygon.resize(count(sizeof(RawRing)));
      for (auto &ring : polygon) {
        ring.resize(count(sizeof(RawPoint)));
        bytes(reinterpret_cast<char *>(ring.data()), ring.size() * sizeof(RawPoint));
      }
    }
    return out;
  }

  int m_from;
  std::size_t m_left;
  SteadyTime m_until;
  std::size_t m_at = 0, m_end = 0;
  char m_buffer[kBuffer];
};

}  // namespace

void WireWriter::put(std::string_view text) {
  put(static_cast<std::uint32_t>(text.size()));
  m_buffer += text;
}

void WireWriter::put(Text const &text) {
  put(std::string_view(text.zh));
  put(std::string_view(text.en));
}

void WireWriter::put(RawGeometry const &geometry) {
  if (auto const *point = std::get_if<RawPoint>(&geometry)) {
    put(static_cast<char>(Shape::point));
    put(point->lon);
    put(point->lat);
    return;
  }
  auto const &area = std::get<RawArea>(geometry);
  put(static_cast<char>(Shape::area));
  put(static_cast<std::uint32_t>(area.size()));
  for (auto const &polygon : area) {
    put(static_cast<std::uint32_t>(polygon.size()));
    for (auto const &ring : polygon) {
      put(static_cast<std::uint32_t>(ring.size()));
      m_buffer.append(reinterpret_cast<char const *>(ring.data()), ring.size() * sizeof(RawPoint));
      flush_if_full();
    }
  }
}

void WireWriter::begin(Table const &head) {
  put(static_cast<char>(Tag::head));
  put(std::string_view(head.layer));
  put(static_cast<std::uint32_t>(head.columns.size()));
  for (auto const &column : head.columns) {
    put(std::string_view(column.name));
    put(static_cast<std::uint8_t>(column.kind));
  }
  put(static_cast<std::int8_t>(head.frame ? static_cast<int>(*head.frame) : -1));
  put(static_cast<std::uint8_t>(head.frame_by_format));
  put(std::string_view(head.crs));
  put(static_cast<std::uint32_t>(head.other_layers.size()));
  for (auto const &layer : head.other_layers)
    put(std::string_view(layer));
}

void WireWriter::row(Row row) {
  put(static_cast<char>(Tag::row));
  put(row.number);
  put(static_cast<std::uint32_t>(row.cells.size()));
  for (auto const &cell : row.cells)
    put(std::string_view(cell));
  put(std::string_view(row.geometry_fault));
  put(static_cast<char>(row.repaired ? 1 : 0));
  if (row.geometry) {
    put(*row.geometry);
  } else {
    put(static_cast<char>(Shape::none));
  }
  flush_if_full();
}

void WireWriter::merged(MergedCells const &cells) {
  put(static_cast<char>(Tag::merged));
  put(cells.first_row);
  put(cells.last_row);
  put(cells.first_column);
  put(cells.last_column);
  flush_if_full();
}

void WireWriter::finish(Result<Done> const &result) {
  if (result) {
    put(static_cast<char>(Tag::whole));
  } else {
    auto const &problem = result.problem();
    put(static_cast<char>(Tag::problem));
    put(static_cast<std::uint8_t>(problem.code));
    put(std::string_view(problem.field));
    put(problem.row.value_or(0));
    put(problem.reason);
    put(problem.remedy);
  }
  flush();
}

void WireWriter::flush_if_full() {
  if (m_buffer.size() >= kBuffer) flush();
}

void WireWriter::flush() {
  for (std::string_view rest = m_buffer; !rest.empty();) {
    auto const written = write(m_to, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  m_buffer.clear();
}

WireResult read_wire(int from, WireLimits const &limits, TableSink &sink) {
  try {
    return WireReader(from, limits).read(sink);
  } catch (Stop const &stop) {
    return {stop.end, {}};
  }
}

}  // namespace wza::gis
