// SPDX-License-Identifier: Apache-2.0
#include "gis/io/csv_pairs.h"

#include "gis/io/csv.h"
#include "gis/io/csv_splitter.h"

#include <algorithm>
#include <cstring>

namespace wza::gis {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;

/// Reads a plain decimal from `at`; returns its end and writes its units, or returns nullptr.
char const *read_units(char const *at, char const *end, std::int32_t &units) {
  bool const negative = at != end && *at == '-';
  if (negative) ++at;
  std::int32_t value = 0;
  auto const digits = [&](int most) {
    int count = 0;
    for (; count < most && at != end && *at >= '0' && *at <= '9'; ++count, ++at)
      value = value * 10 + (*at - '0');
    return count;
  };
  // 213.9999999 is the most that 32 bits hold; no longitude has more than 180 degrees.
  int const whole = digits(3);
  if (whole == 0 || value > 213) return nullptr;
  int decimals = 0;
  if (at != end && *at == '.') {
    ++at;
    decimals = digits(7);
    if (decimals == 0) return nullptr;
  }
  constexpr std::int32_t kScale[] = {10000000, 1000000, 100000, 10000, 1000, 100, 10, 1};
  value *= kScale[decimals];
  units = negative ? -value : value;
  return at;
}

}  // namespace

std::optional<std::int32_t> plain_units(std::string_view text) {
  std::int32_t units = 0;
  auto const *end = text.data() + text.size();
  if (read_units(text.data(), end, units) != end) return std::nullopt;
  return units;
}

Result<std::optional<CsvPairs>> CsvPairs::open(std::string const &path) {
  CsvPairs out;
  out.m_path = path;
  out.m_file.reset(std::fopen(path.c_str(), "rb"));
  if (!out.m_file || !out.read_more()) return broken_off(path);
  auto const text = out.rest();
  bool const wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  bool const old_lines = text.find('\n') == text.npos && text.find('\r') != text.npos;
  if (wide || old_lines) return std::optional<CsvPairs>();
  if (text.find('\0') != text.npos) return not_text(path);
  if (text.starts_with(kUtf8Mark)) out.m_at = kUtf8Mark.size();
  out.m_separator = separator_of(out.rest());
  out.choose(0, 0);
  auto const there = out.next();
  if (!there) return there.problem();
  if (*there) {
    auto header = out.cells();
    if (!header) return header.problem();
    out.m_header = *std::move(header);
  }
  return std::optional(std::move(out));
}

void CsvPairs::choose(std::size_t first, std::size_t second) {
  m_first = first;
  m_second = second;
}

bool CsvPairs::read_more() {
  m_buffer.erase(0, m_at);
  m_at = 0;
  auto const kept = m_buffer.size();
  m_buffer.resize(kept + std::max(kBlock, kept));
  auto const got = std::fread(m_buffer.data() + kept, 1, m_buffer.size() - kept, m_file.get());
  m_buffer.resize(kept + got);
  m_at_end = std::feof(m_file.get()) != 0;
  return std::ferror(m_file.get()) == 0;
}

Result<bool> CsvPairs::next() {
  for (;;) {
    if (m_at == m_buffer.size() && m_at_end) return false;
    auto scanned = scan_plain();
    if (scanned == Scan::whole) scanned = scan_whole();
    if (scanned == Scan::more) {
      if (!read_more()) return broken_off(m_path);
      continue;
    }
    ++m_number;
    if (scanned == Scan::broken) return open_quote(m_path, m_number);
    if (scanned == Scan::row) return true;
  }
}

/// Reads a row that has no quotes; any other is left to scan_whole().
CsvPairs::Scan CsvPairs::scan_plain() {
  auto const *const begin = m_buffer.data() + m_at;
  auto const *const end = m_buffer.data() + m_buffer.size();
  auto const *at = begin;
  auto const ends_row = [](char c) { return c == '\n' || c == '\r'; };
  UnitPair units;
  int found = 0;
  std::size_t const last = std::max(m_first, m_second);
  for (std::size_t column = 0;; ++column, ++at) {
    if (column == m_first || column == m_second) {
      auto &to = column == m_first ? units.first : units.second;
      if (auto const *behind = read_units(at, end, to);
          behind != nullptr && behind != end && (*behind == m_separator || ends_row(*behind))) {
        at = behind;
        ++found;
      }
    }
    if (at != end && *at == '"') return Scan::whole;
    while (at != end && *at != m_separator && !ends_row(*at))
      ++at;
    if (column == last || at == end || ends_row(*at)) break;
  }
  if (found < 2) return Scan::whole;
  // Behind the two, the row ends with the line unless there are quotes.
  auto const *line =
      static_cast<char const *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
  if (line == nullptr && !m_at_end) return Scan::more;
  if (line == nullptr) line = end;
  if (auto const left = static_cast<std::size_t>(line - at); left > 0) {
    if (std::memchr(at, '"', left) != nullptr) return Scan::whole;
    auto const *turn = static_cast<char const *>(std::memchr(at, '\r', left));
    if (turn != nullptr && turn + 1 != line) return Scan::whole;
  }
  m_record = {begin, static_cast<std::size_t>(line - begin)};
  m_units = units;
  m_at += m_record.size() + (line == end ? 0 : 1);
  return Scan::row;
}

CsvPairs::Scan CsvPairs::scan_whole() {
  Splitter splitter(rest(), m_separator);
  std::vector<std::string_view> cells;
  bool const closed = splitter.next(cells);
  if (!m_at_end && (!closed || splitter.at_end())) return Scan::more;
  if (!closed) return Scan::broken;
  m_record = rest().substr(0, splitter.taken());
  m_at += m_record.size();
  m_units.reset();
  if (std::max(m_first, m_second) < cells.size()) {
    auto const first = plain_units(cells[m_first]), second = plain_units(cells[m_second]);
    if (first && second) m_units = {*first, *second};
  }
  bool const blank = std::all_of(cells.begin(), cells.end(), [](auto c) { return c.empty(); });
  return blank ? Scan::blank : Scan::row;
}

Result<std::vector<std::string>> CsvPairs::cells() const {
  auto const text = in_utf8(std::string(m_record));
  if (!text || text->find('\0') != std::string::npos) return not_text(m_path);
  std::vector<std::string> out;
  Splitter splitter(*text, m_separator);
  std::vector<std::string_view> views;
  if (!text->empty() && splitter.next(views)) out.assign(views.begin(), views.end());
  return out;
}

}  // namespace wza::gis
